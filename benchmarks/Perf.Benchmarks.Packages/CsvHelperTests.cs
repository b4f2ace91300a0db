using System.Globalization;
using CsvHelper;
using NUnit.Framework;

namespace Perf.Benchmarks.Packages;

/// <summary>The fields of a text, some of them quoted.</summary>
[TestFixture]
public sealed class CsvHelperTests
{
    private const int Lines = 1000;
    private const int Fields = 4;

    private readonly string _text = string.Concat(Enumerable.Range(0, Lines).Select(number =>
        $"{number},\"customer {number % 100}\",{number % 50}.25,2026-11-{1 + (number % 30):00}\n"));

    [Test, MaxRegression(10)]
    public void CsvHelperReads()
    {
        using CsvReader reader = new(new StringReader(_text), CultureInfo.InvariantCulture);
        while (reader.Read())
        {
            for (int field = 0; field < Fields; field++)
            {
                GC.KeepAlive(reader.GetField(field));
            }
        }
    }
}
