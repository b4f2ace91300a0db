using NUnit.Framework;
using Perf.Tests.Files;
using Perf.Tool.Builds;
using Shouldly;

namespace Perf.Tool.Tests.Builds;

[TestFixture]
public sealed class TestProjectTests
{
    private const string WithPromises = "<Project><PackageReference Include=\"NUnit3TestAdapter\" /><PackageReference Include=\"Perf.NUnit\" /></Project>";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeAFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveIt() => _folder.Dispose();

    [Test]
    public void TheOnlyProjectWithPromisesIsFound()
    {
        Write("src/App/App.csproj", "<Project />");
        Write("tests/App.Perf/App.Perf.csproj", WithPromises);
        Write(".perf/worktrees/abc/tests/App.Perf/App.Perf.csproj", WithPromises);

        TestProject.Find(null, _folder.Path).Name.ShouldBe("App.Perf");
    }

    [Test]
    public void OfSeveralOneMustBeNamed()
    {
        Write("a/A.csproj", WithPromises);
        Write("b/B.csproj", WithPromises);

        Should.Throw<ToolException>(() => TestProject.Find(null, _folder.Path)).Message
            .ShouldBe($"several projects refer to Perf.NUnit: name one with --project\n  {Path.Combine("a", "A.csproj")}\n  {Path.Combine("b", "B.csproj")}");
        TestProject.Find("b", _folder.Path).Name.ShouldBe("B");
        TestProject.Find("a/A.csproj", _folder.Path).Name.ShouldBe("A");
    }

    [Test]
    public void WithoutAnyThatIsSaid()
    {
        Should.Throw<ToolException>(() => TestProject.Find(null, _folder.Path)).Message.ShouldContain("no project below");
        Should.Throw<ToolException>(() => TestProject.Find("nowhere", _folder.Path)).Message
            .ShouldBe("nowhere is not the path of a project, nor of a folder with one");
    }

    [Test]
    public void AProjectThatTheOtherCommitDoesNotHaveIsNamed()
    {
        Write("here/a/A.csproj", WithPromises);
        Directory.CreateDirectory(_folder["there"]);

        Should.Throw<ToolException>(() => TestProject.Find("here/a", _folder.Path).In(_folder["here"], _folder["there"])).Message
            .ShouldBe($"that commit has no project {Path.Combine("a", "A.csproj")}: there is nothing to compare with");
    }

    private void Write(string name, string text)
    {
        string path = _folder[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
