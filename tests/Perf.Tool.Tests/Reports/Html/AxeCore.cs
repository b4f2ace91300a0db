using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Perf.Tests.Architecture;
using Perf.Tool.Processes;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Html;

/// <summary>The checks of accessibility that browsers' own tools use, fetched once by npm and kept in <c>artifacts</c>.</summary>
internal static class AxeCore
{
    private const string Package = "axe-core@4.14.1";
    private const string Archive = "axe-core-4.14.1.tgz";
    private const string Sha256 = "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745";

    /// <summary>The script.</summary>
    public static async Task<string> Script()
    {
        string folder = Path.Combine(Repository.Root, "artifacts", "npm");
        string archive = Path.Combine(folder, Archive);
        if (!File.Exists(archive))
        {
            await Fetch(folder, archive);
        }

        byte[] bytes = await File.ReadAllBytesAsync(archive);
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(Sha256, $"{archive} is not the published file: remove it");
        using TarReader reader = new(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.Name == "package/axe.min.js")
            {
                using StreamReader text = new(entry.DataStream!, Encoding.UTF8);
                return await text.ReadToEndAsync();
            }
        }

        throw new FileNotFoundException("no axe.min.js in it", archive);
    }

    // Into a folder of its own and renamed: another run at the same time sees the whole file or none.
    private static async Task Fetch(string folder, string archive)
    {
        string temporary = Path.Combine(folder, Path.GetRandomFileName());
        Directory.CreateDirectory(temporary);
        try
        {
            ChildProcess npm = await Npm(temporary);
            if (npm.ExitCode != 0)
            {
                throw Chromium.Missing($"{Package} could not be fetched: {npm.Tail}");
            }

            File.Move(Path.Combine(temporary, Archive), archive, overwrite: true);
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    private static async Task<ChildProcess> Npm(string folder)
    {
        try
        {
            return await ChildProcess.Run(
                "npm", folder, ["pack", Package, "--ignore-scripts", "--silent"], new Dictionary<string, string?>(), CancellationToken.None);
        }
        catch (ToolException e)
        {
            throw Chromium.Missing($"{Package} is fetched by npm: {e.Message}");
        }
    }
}
