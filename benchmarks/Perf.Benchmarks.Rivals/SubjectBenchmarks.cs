using BenchmarkDotNet.Attributes;
using Perf.Benchmarks.Duets;

namespace Perf.Benchmarks.Rivals;

/// <summary>Subjects of the duets as BenchmarkDotNet wants them, each by the name of its test.</summary>
public class SubjectBenchmarks
{
    private readonly AllocationTests _allocation = new();
    private readonly JsonTests _json = new();
    private readonly YamlTests _yaml = new();

    [GlobalSetup(Target = nameof(Yaml))]
    public void WriteOrders() => _yaml.WriteOrders();

    [Benchmark]
    public void Allocating() => _allocation.Allocating();

    [Benchmark]
    public void Json() => _json.Json();

    [Benchmark]
    public void Yaml() => _yaml.Yaml();
}
