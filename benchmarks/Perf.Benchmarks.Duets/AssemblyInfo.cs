using NUnit.Framework;
using Perf;

// Two measurements at once would measure each other.
[assembly: NonParallelizable]

// Of the sections of this repository's thresholds one must be named.
[assembly: Section("validation")]
