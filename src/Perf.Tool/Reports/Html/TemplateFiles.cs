using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Perf.Tool.Reports.Html;

/// <summary>The files of the template, which are part of this assembly.</summary>
internal sealed class TemplateFiles : IFileProvider
{
    /// <summary>The text of a file.</summary>
    public static string Read(string name)
    {
        using StreamReader reader = new(Open(name) ?? throw new FileNotFoundException("not part of this assembly", name));
        return reader.ReadToEnd();
    }

    /// <inheritdoc />
    public IFileInfo GetFileInfo(string subpath) => new TemplateFile(Path.GetFileName(subpath));

    /// <inheritdoc />
    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    /// <inheritdoc />
    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private static Stream? Open(string name) => typeof(TemplateFiles).Assembly.GetManifestResourceStream(name);

    private sealed class TemplateFile(string name) : IFileInfo
    {
        public bool Exists => typeof(TemplateFiles).Assembly.GetManifestResourceInfo(name) is not null;

        public bool IsDirectory => false;

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public long Length => -1;

        public string Name => name;

        public string? PhysicalPath => null;

        public Stream CreateReadStream() => Open(name)!;
    }
}
