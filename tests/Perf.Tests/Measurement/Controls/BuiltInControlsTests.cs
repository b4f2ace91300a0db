using NUnit.Framework;
using Perf.Measurement.Controls;
using Shouldly;

namespace Perf.Tests.Measurement.Controls;

[TestFixture]
public sealed class BuiltInControlsTests
{
    [Test]
    public void EachIsFoundByTheNameThatABaselineKeeps()
    {
        foreach (IControl control in BuiltInControls.All())
        {
            IControl found = BuiltInControls.Find(control.Name).ShouldNotBeNull();

            found.ShouldBeOfType(control.GetType());
            (found.Name, found.Version).ShouldBe((control.Name, control.Version));
        }
    }

    [Test]
    public void NamesAreKeptInFilesAndDoNotChange() =>
        BuiltInControls.All().Select(control => control.Name).ShouldBe(["Mixed", "Gemm", "Stream"]);

    [Test]
    public void TheOneOfBandwidthIsAmongThem() =>
        BuiltInControls.Find(BuiltInControls.OfBandwidth).ShouldBeOfType<Perf.Measurement.Controls.Stream>();

    [TestCase("")]
    [TestCase("mixed")]
    [TestCase("Sentinel")]
    public void AnUnknownNameFindsNone(string name) => BuiltInControls.Find(name).ShouldBeNull();
}
