using System.Text.Json;
using Perf.Benchmarks.Processes;

namespace Perf.Benchmarks.Analyzer;

/// <summary>The made-up suite as a project on disk, removed at the end.</summary>
internal sealed class SuiteProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("perf-benchmarks-");

    private SuiteProject()
    {
    }

    /// <summary>The compiler that the SDK's build uses.</summary>
    public string Compiler { get; private set; } = "";

    /// <summary>What the build gives to it, an argument a line.</summary>
    public IReadOnlyList<string> Arguments { get; private set; } = [];

    public string Folder => _folder.FullName;

    public string Baselines => Path.Combine(Folder, "baselines", "cpu.json");

    public static SuiteProject Create()
    {
        SuiteProject project = new();
        project.Write();
        project.AskTheBuild();
        return project;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write()
    {
        _folder.CreateSubdirectory("baselines");
        MadeUpSuite.WriteBaselines(Baselines);
        File.WriteAllText(Path.Combine(Folder, "baselines", "thresholds.yaml"), MadeUpSuite.Thresholds());
        for (int fixture = 0; fixture < MadeUpSuite.Fixtures; fixture++)
        {
            File.WriteAllText(Path.Combine(Folder, $"Orders{fixture}Tests.cs"), MadeUpSuite.Source(fixture));
        }

        File.WriteAllText(Path.Combine(Folder, "Suite.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <ReportAnalyzer>true</ReportAnalyzer>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(AnalyzerFiles.References.Select(path => $"<Reference Include=\"{path}\" />"))}
                {string.Concat(AnalyzerFiles.Ours.Append(AnalyzerFiles.Rival).Select(path => $"<Analyzer Include=\"{path}\" />"))}
                <AdditionalFiles Include="baselines/*" />
              </ItemGroup>
            </Project>
            """);
    }

    // As an IDE asks for the arguments, without compiling.
    private void AskTheBuild()
    {
        string output = DotnetProcess.OfTools.OutputOf(
            Folder,
            "msbuild", "-restore", "-nodeReuse:false", "-target:Compile", "-property:Configuration=Release",
            "-property:SkipCompilerExecution=true", "-property:ProvideCommandLineArgs=true",
            "-getProperty:RoslynTargetsPath", "-getItem:CscCommandLineArgs").Output;
        using JsonDocument answer = JsonDocument.Parse(output);
        string roslyn = answer.RootElement.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!;
        Compiler = Path.GetFullPath(Path.Combine(roslyn, "bincore", "csc.dll"));
        Arguments =
        [
            .. answer.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
                .Select(item => item.GetProperty("Identity").GetString()!),
        ];
    }
}
