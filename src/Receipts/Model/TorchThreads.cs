using Receipts.Native;
using static TorchSharp.torch;

namespace Receipts.Model;

/// <summary>How many threads libtorch computes with; a setting of the whole process.</summary>
public static class TorchThreads
{
    /// <summary>One: what several threads take depends on who else uses the cores. Work on a GPU is not affected.</summary>
    /// <exception cref="LibtorchException">libtorch cannot be loaded.</exception>
    public static void UseOne()
    {
        TorchNative.Ensure();
        set_num_threads(1);
    }
}
