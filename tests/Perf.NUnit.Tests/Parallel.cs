using NUnit.Framework;

// Fixtures that wait for processes of their own do so side by side: what they assert no neighbour can break. Those that record a baseline,
// look at the processes of the machine, or measure in this one, run by themselves.
[assembly: LevelOfParallelism(3)]
