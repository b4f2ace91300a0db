using NUnit.Framework;
using Perf.Files;
using Shouldly;

namespace Perf.Tests.Files;

public sealed class PerfFileExceptionTests
{
    [TestCase(12, 5, "baselines/cpu.json:12:5: is broken; mend it")]
    [TestCase(12, null, "baselines/cpu.json:12: is broken; mend it")]
    [TestCase(null, null, "baselines/cpu.json: is broken; mend it")]
    public void TheMessageNamesPlaceProblemAndRemedy(int? line, int? column, string message) =>
        new PerfFileException("baselines/cpu.json", line, column, "is broken", "mend it").Message.ShouldBe(message);
}
