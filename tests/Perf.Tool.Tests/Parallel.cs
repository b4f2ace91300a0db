using NUnit.Framework;

// Most of them wait for processes of their own; none decides by time.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(3)]
