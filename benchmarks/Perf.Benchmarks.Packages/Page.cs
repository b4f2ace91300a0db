namespace Perf.Benchmarks.Packages;

/// <summary>A page as a parser meets it: some end tags are left out.</summary>
internal static class Page
{
    public static string Text { get; } =
        "<html><body>"
        + string.Concat(Enumerable.Range(0, 100).Select(number =>
            $"<div class='c{number % 7} x'><p id=p{number}>Hello <b>bold</b> &amp; <a href='/{number}'>link</a></p>"
            + "<ul><li>1<li>2</ul></div>"))
        + "</body></html>";
}
