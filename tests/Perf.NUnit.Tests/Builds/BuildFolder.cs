using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using Perf.Builds;

namespace Perf.Tests.Builds;

/// <summary>A made-up output folder of a test project.</summary>
internal sealed class BuildFolder : IDisposable
{
    private readonly List<string> _targets = ["\"App/1.0.0\": { \"runtime\": { \"App.dll\": {} } }"];
    private readonly List<string> _libraries = ["\"App/1.0.0\": { \"type\": \"project\" }"];

    public BuildFolder(string framework = "net10.0")
    {
        Assembly("App");
        Write("App.runtimeconfig.json", $$"""{ "runtimeOptions": { "tfm": "{{framework}}" } }""");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("perf-build-").FullName;

    public string Tests => Path.Combine(Folder, "App.dll");

    /// <summary>The folder as it is read.</summary>
    public BuildFiles Files
    {
        get
        {
            Write(
                "App.deps.json",
                $$"""
                {
                  "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" },
                  "targets": { ".NETCoreApp,Version=v10.0": { {{string.Join(',', _targets)}} } },
                  "libraries": { {{string.Join(',', _libraries)}} }
                }
                """);
            return BuildFiles.Of(Tests);
        }
    }

    /// <summary>Adds a package, or a project.</summary>
    /// <param name="name">Its name and version, <c>Skia/1.0.0</c>.</param>
    /// <param name="content">What deps.json says of it.</param>
    /// <param name="type">package or project.</param>
    /// <param name="hash">The hash of a package.</param>
    public BuildFolder With(string name, string content, string type = "package", string hash = "")
    {
        _targets.Add($"\"{name}\": {{ {content} }}");
        _libraries.Add($"\"{name}\": {{ \"type\": \"{type}\", \"sha512\": \"{hash}\" }}");
        return this;
    }

    /// <summary>Adds an assembly that calls functions of native files.</summary>
    public BuildFolder Assembly(string name, params string[] calls) => Assembly(new AssemblyName(name), calls);

    public BuildFolder Assembly(AssemblyName name, params string[] calls)
    {
        PersistedAssemblyBuilder assembly = new(name, typeof(object).Assembly);
        TypeBuilder type = assembly.DefineDynamicModule(name.Name!).DefineType("Calls", TypeAttributes.Public);
        foreach (string call in calls)
        {
            type.DefinePInvokeMethod(
                $"Of{call}", call, "f", MethodAttributes.Public | MethodAttributes.Static | MethodAttributes.PinvokeImpl,
                CallingConventions.Standard, typeof(void), [], CallingConvention.Cdecl, CharSet.Ansi);
        }

        type.CreateType();
        assembly.Save(Path.Combine(Folder, $"{name.Name}.dll"));
        return this;
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
