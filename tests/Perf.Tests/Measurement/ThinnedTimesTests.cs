using CsCheck;
using NUnit.Framework;
using Perf.Measurement;
using Shouldly;

namespace Perf.Tests.Measurement;

[TestFixture]
public sealed class ThinnedTimesTests
{
    [Test]
    public void FewTimesAreAllKept() => Thinned(8).ShouldBe([0, 1, 2, 3, 4, 5, 6, 7]);

    [Test]
    public void WhereThereIsNoMoreRoomEverySecondOneGoes() => Thinned(17).ShouldBe([0, 4, 8, 12, 16]);

    [Test]
    public void HoweverManyComeAnEvenChoiceFromTheFirstOnIsKept() => Gen.Int[9, 5000].Sample(count =>
    {
        IReadOnlyList<double> kept = Thinned(count);
        double step = kept[1] - kept[0];
        return kept.Count is > 4 and <= 8
            && kept.Select((time, place) => time == place * step).All(isEven => isEven)
            && kept[^1] + step > count - 1;
    });

    private static IReadOnlyList<double> Thinned(int count)
    {
        ThinnedTimes times = new(8);
        for (int time = 0; time < count; time++)
        {
            times.Add(time);
        }

        return times.Kept;
    }
}
