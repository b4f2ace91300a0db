using static TorchSharp.torch;

namespace Receipts.Model;

/// <summary>How many threads libtorch computes with; a setting of the whole process.</summary>
public static class TorchThreads
{
    /// <summary>One: what several threads take depends on who else uses the cores.</summary>
    public static void UseOne()
    {
        TorchNative.Ensure();
        set_num_threads(1);
    }
}
