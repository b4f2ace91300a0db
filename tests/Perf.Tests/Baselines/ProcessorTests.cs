using NUnit.Framework;
using Perf.Baselines;
using Shouldly;

namespace Perf.Tests.Baselines;

public sealed class ProcessorTests
{
    [TestCase("model name : Some CPU @ 2.2GHz", "Some CPU @ 2.2GHz")]
    [TestCase("cpu family : 25|model : 17|model name : AMD EPYC||cpu family : 6|model name : Other", "AMD EPYC, family 25 model 17")]
    [TestCase("processor : 0|CPU implementer : 0x41|CPU part : 0xd0c", "implementer 0x41 part 0xd0c")]
    [TestCase("processor : 0", null)]
    [TestCase("", null)]
    public void TheModelIsReadFromTheFirstProcessorOfLinux(string lines, string? model) =>
        Processor.FromProcessorInformation(lines.Split('|')).ShouldBe(model);

    [Test]
    public void ThisMachineHasAModel() => Processor.Model().ShouldNotBeNullOrWhiteSpace();
}
