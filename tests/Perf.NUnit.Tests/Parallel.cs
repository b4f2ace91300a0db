using NUnit.Framework;

// What waits for processes of its own does so side by side: what it asserts no neighbour can break. Fixtures that record a baseline, or
// measure in this process, run by themselves.
[assembly: LevelOfParallelism(4)]
