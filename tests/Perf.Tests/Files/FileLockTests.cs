using NUnit.Framework;
using Perf.Files;
using Shouldly;

namespace Perf.Tests.Files;

public sealed class FileLockTests
{
    private TemporaryFolder _folder = null!;

    private string Target => _folder["a.txt"];

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task ALockLetsNoneOfManyReadModifyWritesGetLost()
    {
        const int Additions = 50;
        AtomicFile.WriteAllText(Target, "0");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < Additions; i++)
            {
                using IDisposable held = AtomicFile.Lock(Target);
                AtomicFile.WriteAllText(Target, $"{int.Parse(File.ReadAllText(Target)) + 1}");
            }
        })));

        File.ReadAllText(Target).ShouldBe("200");
    }

    [Test]
    public void AHeldLockIsRefusedAfterTheTimeoutAndGivenAfterItsRelease()
    {
        using (AtomicFile.Lock(Target))
        {
            PerfFileException exception = Should.Throw<PerfFileException>(() => AtomicFile.Lock(Target, TimeSpan.Zero));

            exception.Message.ShouldBe(
                $"{Target}: is still locked by another process after 0 s; "
                + "wait for that process to end, or end it, and try again");
        }

        Should.NotThrow(() => AtomicFile.Lock(Target, TimeSpan.Zero).Dispose());
    }

    [Test]
    public void TheLocksOfTwoFilesAreTwoLocks()
    {
        using IDisposable one = AtomicFile.Lock(Target);

        Should.NotThrow(() => AtomicFile.Lock(_folder["b.txt"], TimeSpan.Zero).Dispose());
    }

    [Test]
    public void ALockLeavesNothingBesideTheFile()
    {
        AtomicFile.Lock(Target).Dispose();

        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }
}
