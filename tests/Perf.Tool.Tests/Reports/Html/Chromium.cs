using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Perf.Tests.Files;
using Perf.Tool.Processes;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Html;

/// <summary>A real browser without a window. Where there is none its tests are skipped, unless <c>.ci/run</c> says that there must be one.</summary>
internal sealed partial class Chromium : IDisposable
{
    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();
    private readonly string _program;

    private Chromium(string program) => _program = program;

    /// <summary>The browser of this machine; ends the test where there is none.</summary>
    public static Chromium Find()
    {
        string? program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Programs.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        return program is null ? throw Missing($"no {string.Join(", ", Programs)} in PATH: apt-get install chromium") : new Chromium(program);
    }

    /// <summary>Why a test cannot run here: a failure where it must, a skipped test otherwise.</summary>
    public static ResultStateException Missing(string reason) => Environment.GetEnvironmentVariable("PERF_TESTS_NEED_BROWSER") == "true"
        ? new AssertionException(reason)
        : new IgnoreException(reason);

    /// <summary>A picture of a page, PNG; a message on its console is a failure.</summary>
    public async Task<byte[]> Screenshot(string html, int width, int height, bool isDark)
    {
        string picture = _folder["page.png"];
        string output = await Run(html, $"--window-size={width},{height}", $"--screenshot={picture}", isDark ? Dark : Light);
        output.ShouldNotContain("CONSOLE");
        return await File.ReadAllBytesAsync(picture);
    }

    /// <summary>A page as PDF.</summary>
    public async Task<byte[]> Print(string html)
    {
        string file = _folder["page.pdf"];
        await Run(html, $"--print-to-pdf={file}", "--no-pdf-header-footer");
        return await File.ReadAllBytesAsync(file);
    }

    /// <summary>What a script in a page comes to.</summary>
    /// <param name="html">The page; its policy is left out, so that the script may run.</param>
    /// <param name="script">The body of an async function that returns something for JSON.</param>
    /// <param name="width">Of the window.</param>
    /// <param name="isDark">Whether the user wants dark pages.</param>
    public async Task<JsonElement> Ask(string html, string script, int width = 1280, bool isDark = false)
    {
        string asked = html
            .Replace("http-equiv=\"Content-Security-Policy\"", "name=\"without-policy\"", StringComparison.Ordinal)
            .Replace(
                "</body>",
                "<script>(async () => { let answer; try { answer = await (async () => { " + script + " })(); } catch (e) { answer = String(e); }"
                + " const bytes = new TextEncoder().encode(JSON.stringify(answer)); let text = ''; for (const byte of bytes) text += String.fromCharCode(byte);"
                + " document.body.dataset.answer = btoa(text); })()</script></body>",
                StringComparison.Ordinal);
        string output = await Run(asked, $"--window-size={width},900", "--dump-dom", isDark ? Dark : Light);
        Match answer = Answer().Match(output);
        answer.Success.ShouldBeTrue(output[..Math.Min(output.Length, 2000)]);
        return JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(answer.Groups[1].Value))).RootElement;
    }

    /// <summary>What the browser says of a page, its console included.</summary>
    public async Task<string> Open(string html) => await Run(html, "--dump-dom");

    public void Dispose() => _folder.Dispose();

    private const string Dark = "--blink-settings=preferredColorScheme=0";
    private const string Light = "--blink-settings=preferredColorScheme=1";

    private async Task<string> Run(string html, params string[] arguments)
    {
        string page = _folder["page.html"];
        await File.WriteAllTextAsync(page, html);
        using CancellationTokenSource patience = new(Patience);
        ChildProcess browser = await ChildProcess.Run(
            _program,
            _folder.Path,
            [
                "--headless=new",

                // The page is our own, and root, whom containers run as, has no sandbox.
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-extensions",
                "--enable-logging=stderr",
                "--virtual-time-budget=60000",
                $"--user-data-dir={_folder["profile"]}",
                .. arguments,
                new Uri(page).AbsoluteUri,
            ],
            new Dictionary<string, string?>(),
            patience.Token);
        browser.ExitCode.ShouldBe(0, browser.Tail);
        return browser.Output;
    }

    [GeneratedRegex("data-answer=\"([^\"]*)\"")]
    private static partial Regex Answer();
}
