using NUnit.Framework;

// Fixtures that wait for processes of their own do so side by side: what they assert no neighbour can break. Those that look at the
// processes of the machine, and those that measure in this one, run by themselves.
[assembly: LevelOfParallelism(2)]
