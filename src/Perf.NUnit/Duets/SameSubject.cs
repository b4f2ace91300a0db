using Perf.Builds;
using Perf.Judging;

namespace Perf.Duets;

/// <summary>Tells whether two builds measure the same: a raised version and other data are another subject.</summary>
internal static class SameSubject
{
    /// <exception cref="NewToBaseException">They do not: the old number does not count.</exception>
    public static void ThrowIfOther(TestIdentity ofBase, TestIdentity ofHead)
    {
        if (ofBase.Version != ofHead.Version)
        {
            throw new NewToBaseException($"the base build has version {ofBase.Version} of this test, here it is {ofHead.Version}");
        }

        if (ofBase.Data != ofHead.Data)
        {
            throw new NewToBaseException("the data that [PerfVersion] names are not those of the base build");
        }
    }
}
