using System.Runtime.CompilerServices;

namespace Perf.Measurement.Controls;

/// <summary>
/// About 0.1 ms in registers alone: ten independent chains of multiplications and additions, and ten of whole numbers. It touches
/// no memory, so it is slower only while somebody else is on the same core, or the core runs at another speed.
/// </summary>
public sealed class Sentinel : IControl
{
    private const int Turns = 52_000;

    /// <inheritdoc />
    public int Version => 1;

    /// <summary>What the latest run came to: all chains have run into their fixed points.</summary>
    public double Checksum { get; private set; }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run()
    {
        double a = 0, b = 1, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i = 9, j = 10;
        uint k = 1, l = 2, m = 3, n = 4, o = 5, p = 6, q = 7, r = 8, s = 9, t = 10;
        for (int turn = 0; turn < Turns; turn++)
        {
            // x = x/2 + 1 ends at 2 exactly, whether or not the processor fuses the two.
            a = (a * 0.5) + 1;
            b = (b * 0.5) + 1;
            c = (c * 0.5) + 1;
            d = (d * 0.5) + 1;
            e = (e * 0.5) + 1;
            f = (f * 0.5) + 1;
            g = (g * 0.5) + 1;
            h = (h * 0.5) + 1;
            i = (i * 0.5) + 1;
            j = (j * 0.5) + 1;
            k += 0x9E3779B9;
            l ^= k;
            m += 0x85EBCA6B;
            n ^= m;
            o += 0xC2B2AE35;
            p ^= o;
            q += 0x27D4EB2F;
            r ^= q;
            s += 0x165667B1;
            t ^= s;
        }

        Checksum = a + b + c + d + e + f + g + h + i + j + (k ^ l ^ m ^ n ^ o ^ p ^ q ^ r ^ s ^ t);
    }
}
