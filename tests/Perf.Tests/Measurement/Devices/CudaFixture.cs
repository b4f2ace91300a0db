using NUnit.Framework;
using Perf.Measurement.Devices;
using Perf.Tests.Files;

namespace Perf.Tests.Measurement.Devices;

/// <summary>A driver that each test opens as it wants it to behave.</summary>
public abstract class CudaFixture
{
    private StandInSubject? _subject;

    private protected TemporaryFolder Folder { get; private set; } = null!;

    /// <summary>What the engine sees.</summary>
    private protected CudaWork Work { get; private set; } = null!;

    /// <summary>What the body does.</summary>
    private protected StandInSubject Subject => _subject!;

    [SetUp]
    public void CreateFolder() => Folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder()
    {
        _subject?.Dispose();
        _subject = null;
        Folder.Dispose();
    }

    private protected void Open(params string[] definitions)
    {
        string library = DeviceStandIn.Compile(Folder.Path, definitions);
        (Work, _subject) = (new CudaWork(library), new StandInSubject(library));
    }
}
