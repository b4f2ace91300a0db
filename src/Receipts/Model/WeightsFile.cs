using System.Collections.Concurrent;

namespace Receipts.Model;

/// <summary>The file of published weights, read once in a process.</summary>
internal static class WeightsFile
{
    /// <summary>The name that the build puts beside the application.</summary>
    public const string Name = "ch_PP-OCRv4_det_infer.onnx";

    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyDictionary<string, WeightTensor>>> Parsed = [];

    /// <summary>The tensors of a file.</summary>
    /// <param name="path">The file; null for the one beside the application.</param>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="InvalidDataException">It is no whole model.</exception>
    public static IReadOnlyDictionary<string, WeightTensor> Read(string? path)
    {
        string full = Path.GetFullPath(path ?? Path.Combine(AppContext.BaseDirectory, Name));
        Lazy<IReadOnlyDictionary<string, WeightTensor>> parsed = Parsed.GetOrAdd(full, file => new(() => Parse(file)));
        try
        {
            return parsed.Value;
        }
        catch
        {
            // A file that was mended may be read again.
            Parsed.TryRemove(full, out _);
            throw;
        }
    }

    /// <summary>The same problem with the file's name and a remedy.</summary>
    public static InvalidDataException Wrong(string? path, InvalidDataException problem) => new(
        $"{path ?? Name}: {problem.Message}; remove it and build again, so that it is fetched anew", problem);

    private static IReadOnlyDictionary<string, WeightTensor> Parse(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"{path}: there are no weights; build src/Receipts, which fetches them", path);
        }

        byte[] bytes = File.ReadAllBytes(path);
        return bytes.Length > 0 ? OnnxWeights.Read(bytes) : throw new InvalidDataException("the file is empty");
    }
}
