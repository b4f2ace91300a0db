namespace Perf.Thresholds;

/// <summary>The numbers of the original suite.</summary>
internal static class BuiltInThresholds
{
    public const string Text = """
        validation:
          time_regression_threshold_pct: 10
          max_time_seconds: 300
          min_samples_per_second: 50
        memory:
          max_gpu_memory_pct: 80
          max_gpu_memory_gb: 12
          max_cpu_memory_pct: 80
        cache:
          min_hit_rate_pct: 80
          warmup_batches: 10
        tolerance:
          measurement_noise_pct: 2
        """;
}
