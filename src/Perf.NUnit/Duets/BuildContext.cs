using System.Reflection;
using System.Runtime.Loader;
using Perf.Builds;

namespace Perf.Duets;

/// <summary>
/// One build of the test assembly, loaded beside the other. Everything is its own, except what both must share: that comes
/// from where the harness lives.
/// </summary>
internal sealed class BuildContext : AssemblyLoadContext
{
    /// <summary>The other commit's build.</summary>
    public const string BaseName = "base";

    /// <summary>The build under test.</summary>
    public const string HeadName = "head";

    private static readonly AssemblyLoadContext Host = GetLoadContext(typeof(BuildContext).Assembly)!;

    private readonly AssemblyDependencyResolver _resolver;
    private readonly AssemblyDependencyResolver _natives;
    private readonly IReadOnlySet<string> _shared;

    /// <param name="name"><c>base</c> or <c>head</c>.</param>
    /// <param name="path">The path of the test assembly.</param>
    /// <param name="nativesOf">The test assembly beside which native files lie: one process holds only one copy of each.</param>
    /// <param name="shared">The simple names of the assemblies that both builds share.</param>
    /// <exception cref="DuetException">It is no assembly.</exception>
    public BuildContext(string name, string path, string nativesOf, IReadOnlySet<string> shared)
        : base(name)
    {
        _shared = shared;
        try
        {
            _resolver = new AssemblyDependencyResolver(path);
            _natives = new AssemblyDependencyResolver(nativesOf);
            Tests = LoadFromAssemblyPath(path);
        }
        catch (Exception e) when (e is BadImageFormatException or FileLoadException or InvalidOperationException)
        {
            throw new DuetException(
                $"the {name} build's {Path.GetFileName(path)} cannot be loaded (truncated, or still being written?): {e.Message}; {BaseBuild.WhatToDo}", e);
        }
    }

    /// <summary>The test assembly.</summary>
    public Assembly Tests { get; }

    /// <summary>What waits for a body of this build to be reached; null while none is run.</summary>
    public Action<Reached>? OnReached { get; set; }

    /// <summary>The build that an assembly belongs to; null for the test host's own.</summary>
    public static BuildContext? Of(Assembly? assembly) =>
        assembly is null ? null : GetLoadContext(assembly) as BuildContext;

    // By simple name: whether the versions agree was judged before, from the files of both builds.
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (_shared.Contains(assemblyName.Name!))
        {
            return Host.Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == assemblyName.Name)
                ?? Host.LoadFromAssemblyName(new AssemblyName(assemblyName.Name!));
        }

        return _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        (_natives.ResolveUnmanagedDllToPath(unmanagedDllName) ?? _resolver.ResolveUnmanagedDllToPath(unmanagedDllName)) is { } path
            ? LoadUnmanagedDllFromPath(path)
            : 0;
}
