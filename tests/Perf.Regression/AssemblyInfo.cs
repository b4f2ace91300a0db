using NUnit.Framework;

// Two measurements at once would measure each other.
[assembly: NonParallelizable]
