using CsCheck;
using NUnit.Framework;
using Perf.Runs;
using Shouldly;

namespace Perf.Tests.Runs;

[TestFixture]
public sealed class TimeLineTests
{
    [Test]
    public void FewTimesAreAllKeptWithSixDigits()
    {
        TimeLine line = TimeLine.Of([0.123456789, 2, 3], place => place != 1);

        line.Seconds.ShouldBe([0.123457, 2, 3]);
        line.SetAside.ShouldBe([1]);
    }

    [Test]
    public void OfManyAnEvenChoiceIsKeptWithItsMarks() => Gen.Int[TimeLine.MostTimes + 1, 20_000].Sample(count =>
    {
        TimeLine line = TimeLine.Of([.. Enumerable.Range(0, count).Select(place => (double)place)], place => place % 2 == 0);

        int widest = (count / TimeLine.MostTimes) + 1;
        return line.Seconds.Count == TimeLine.MostTimes
            && line.Seconds[0] == 0
            && line.Seconds.Zip(line.Seconds.Skip(1), (earlier, later) => later - earlier).All(step => step >= 1 && step <= widest)
            && line.SetAside.All(place => line.Seconds[place] % 2 == 1)
            && line.SetAside.Count == line.Seconds.Count(time => time % 2 == 1);
    });
}
