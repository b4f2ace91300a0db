using System.Globalization;

namespace Perf.Benchmarks.Planted;

/// <summary>The builds of the receipts suite, made once and kept: two of the sources as they are, one a planting.</summary>
/// <param name="Folder">Where they are kept.</param>
/// <param name="Percent">How much more work a planting does.</param>
internal sealed record SuiteBuilds(string Folder, double Percent)
{
    /// <summary>The build that the others are compared with.</summary>
    public SourceCopy Base => new(Path.Combine(Folder, "base"));

    /// <summary>The same once more.</summary>
    public SourceCopy Unchanged => new(Path.Combine(Folder, "unchanged"));

    /// <summary>One that does more in a stage.</summary>
    public SourceCopy With(Planting planting) =>
        new(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{planting.Stage}-{Percent}")));

    /// <summary>Has all of them find the builds that the base has kept.</summary>
    public void ShareKeptBuilds()
    {
        foreach (SourceCopy copy in Planting.All.Select(With).Prepend(Unchanged))
        {
            copy.ShareKeptBuilds(Base);
        }
    }

    /// <summary>Makes those that are missing, all of them of the same sources; what cannot be planted is told before.</summary>
    public void Make()
    {
        SourceCopy[] missing = [.. new[] { Base, Unchanged }.Where(copy => !copy.IsBuilt)];
        Planting[] unplanted = [.. Planting.All.Where(planting => !With(planting).IsBuilt)];
        Array.ForEach(missing, copy => copy.Fill());
        foreach (Planting planting in unplanted)
        {
            With(planting).Fill();
            planting.Into(With(planting).Root, Percent);
        }

        foreach (SourceCopy copy in missing.Concat(unplanted.Select(With)))
        {
            Console.WriteLine($"building {Path.GetFileName(copy.Root)}");
            copy.Build();
        }
    }
}
