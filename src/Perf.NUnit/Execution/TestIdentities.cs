using System.Reflection;
using System.Security.Cryptography;
using NUnit.Framework.Interfaces;
using Perf.Judging;
using Perf.Measurement;

namespace Perf.Execution;

/// <summary>Name, version and data of a test: what must be equal for an old number to count.</summary>
internal static class TestIdentities
{
    /// <exception cref="MeasurementException"><c>[PerfVersion(Data = …)]</c> names nothing that exists.</exception>
    public static TestIdentity Of(ITest test, BuildLayout layout)
    {
        MethodInfo method = test.Method!.MethodInfo;
        PerfVersionAttribute? version = method.GetCustomAttribute<PerfVersionAttribute>()
            ?? method.ReflectedType?.GetCustomAttribute<PerfVersionAttribute>(inherit: true);
        return new TestIdentity(test.FullName, version?.Number ?? 1, version?.Data is { } data ? Hash(data, layout) : null);
    }

    private static string Hash(string data, BuildLayout layout)
    {
        string path = Path.Combine(layout.OutputFolder, data);
        string[] files = Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : File.Exists(path) ? [path] : throw new MeasurementException($"[PerfVersion(Data = \"{data}\")]: no such file or folder beside the test assembly ({path})");
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in files)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetRelativePath(path, file).Replace('\\', '/')));
            using FileStream stream = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
