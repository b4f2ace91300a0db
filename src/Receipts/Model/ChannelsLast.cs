using static TorchSharp.torch;

namespace Receipts.Model;

/// <summary>The memory order in which the network computes: all channels of a pixel side by side.</summary>
/// <remarks>In the default order the library rearranges the data before and after nearly every convolution.</remarks>
internal static class ChannelsLast
{
    /// <summary>The same [count, channels, height, width] tensor, its numbers laid out channels last.</summary>
    public static Tensor Of(Tensor planes)
    {
        using var pixels = planes.permute(0, 2, 3, 1);
        using var laidOut = pixels.contiguous();
        return laidOut.permute(0, 3, 1, 2);
    }
}
