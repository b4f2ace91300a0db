using NUnit.Framework;

// What builds projects of users and decides nothing by time does so side by side.
[assembly: LevelOfParallelism(3)]
