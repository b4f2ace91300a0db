using Perf.Tests.Files;
using Perf.Tool.Builds;
using Perf.Tool.Processes;
using Shouldly;

namespace Perf.Tool.Tests;

/// <summary>A git repository of a test.</summary>
internal sealed class SomeRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SomeRepository()
    {
    }

    public string Root => _folder.Path;

    public GitRepository Git => new(Root);

    public static async Task<SomeRepository> Create()
    {
        SomeRepository repository = new();
        await repository.Run("init", "--quiet", "--initial-branch=main");
        return repository;
    }

    /// <summary>Writes a file.</summary>
    public void Write(string name, string text)
    {
        string path = _folder[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Commits everything.</summary>
    /// <returns>The hash.</returns>
    public async Task<string> Commit()
    {
        await Run("add", "--all");
        await Run("-c", "user.name=someone", "-c", "user.email=someone@example.com", "commit", "--quiet", "--message=a change");
        return (await Run("rev-parse", "HEAD")).Trim();
    }

    public async Task<string> Run(params string[] arguments)
    {
        ChildProcess ended = await ChildProcess.Run("git", Root, arguments, new Dictionary<string, string?>(), CancellationToken.None);
        ended.ExitCode.ShouldBe(0, ended.Output);
        return ended.Output;
    }

    public void Dispose()
    {
        // What git writes is read-only on some systems.
        foreach (string file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        _folder.Dispose();
    }
}
