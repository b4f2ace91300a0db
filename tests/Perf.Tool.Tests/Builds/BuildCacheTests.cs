using NUnit.Framework;
using Perf.Tests.Files;
using Perf.Tool.Builds;
using Shouldly;

namespace Perf.Tool.Tests.Builds;

[TestFixture]
public sealed class BuildCacheTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeAFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveIt() => _folder.Dispose();

    [Test]
    public async Task ABuildIsMadeOnce()
    {
        int builds = 0;
        Task Build(string target, CancellationToken cancellation)
        {
            builds++;
            return File.WriteAllTextAsync(Path.Combine(target, "T.dll"), "", cancellation);
        }

        string first = await new BuildCache(_folder.Path).Get("one", Build, default);
        string second = await new BuildCache(_folder.Path).Get("one", Build, default);

        builds.ShouldBe(1);
        second.ShouldBe(first);
        File.Exists(Path.Combine(first, "T.dll")).ShouldBeTrue();
    }

    [Test]
    public async Task ABuildThatFailsLeavesNothing()
    {
        await Should.ThrowAsync<ToolException>(() => new BuildCache(_folder.Path).Get(
            "one",
            async (target, _) =>
            {
                await File.WriteAllTextAsync(Path.Combine(target, "half.dll"), "");
                throw new ToolException("it does not build");
            },
            default));

        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Test]
    public async Task TheTenUsedLastAreKept()
    {
        BuildCache cache = new(_folder.Path);
        DateTime past = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (int build = 0; build < 12; build++)
        {
            string folder = await cache.Get($"build{build}", (_, _) => Task.CompletedTask, default);
            Directory.SetLastWriteTimeUtc(folder, past.AddDays(build == 0 ? 100 : build));
        }

        Directory.EnumerateDirectories(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(
            Enumerable.Range(0, 12).Except([1, 2]).Select(build => $"build{build}").Order(StringComparer.Ordinal));
    }
}
