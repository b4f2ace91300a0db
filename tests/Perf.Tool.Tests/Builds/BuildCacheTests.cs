using NUnit.Framework;
using Perf.Tests.Files;
using Perf.Tool.Builds;
using Shouldly;

namespace Perf.Tool.Tests.Builds;

[TestFixture]
public sealed class BuildCacheTests
{
    private TemporaryFolder _folder = null!;

    private string Root => _folder["builds"];

    [SetUp]
    public void MakeAFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveIt() => _folder.Dispose();

    [Test]
    public async Task ABuildIsMadeOnce()
    {
        int builds = 0;
        async Task<string> Build(Func<string, string> keep, CancellationToken cancellation)
        {
            builds++;
            string output = Directory.CreateDirectory(_folder["output"]).FullName;
            await File.WriteAllTextAsync(Path.Combine(output, "T.dll"), "built", cancellation);
            string kept = keep(output);
            Directory.Delete(output, recursive: true);
            return kept;
        }

        string first = await new BuildCache(Root).Get("one", Build, default);
        string second = await new BuildCache(Root).Get("one", Build, default);

        builds.ShouldBe(1);
        second.ShouldBe(first);
        (await File.ReadAllTextAsync(Path.Combine(first, "T.dll"))).ShouldBe("built");
    }

    [Test]
    public async Task ABuildThatFailsLeavesNothing()
    {
        await Should.ThrowAsync<ToolException>(() => new BuildCache(_folder.Path).Get(
            "one",
            (_, _) => throw new ToolException("it does not build"),
            default));

        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Test]
    public async Task TheTenUsedLastAreKept()
    {
        BuildCache cache = new(Root);
        string output = Directory.CreateDirectory(_folder["output"]).FullName;
        DateTime past = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (int build = 0; build < 12; build++)
        {
            string folder = await cache.Get($"build{build}", (keep, _) => Task.FromResult(keep(output)), default);
            Directory.SetLastWriteTimeUtc(folder, past.AddDays(build == 0 ? 100 : build));
        }

        Directory.EnumerateDirectories(Root).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(
            Enumerable.Range(0, 12).Except([1, 2]).Select(build => $"build{build}").Order(StringComparer.Ordinal));
    }
}
