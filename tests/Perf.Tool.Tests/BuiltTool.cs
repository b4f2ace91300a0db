using System.Reflection;
using Perf.Tests.Architecture;

namespace Perf.Tool.Tests;

/// <summary>The tool in the folder of its own build: beside these tests it would miss what ASP.NET, which they have, brings along.</summary>
internal static class BuiltTool
{
    public static string Path { get; } = System.IO.Path.Combine(
        Repository.Root,
        "src/Perf.Tool/bin",
        typeof(BuiltTool).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration,
        System.IO.Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\')),
        "dotnet-perf.dll");
}
