using Perf.Controlled;
using Perf.Workers;

namespace Perf.Recording;

/// <summary>A test to record.</summary>
/// <param name="Address">Where it is found again.</param>
/// <param name="Control">The control that was chosen for it; null while none was.</param>
internal sealed record RecordedTest(TestAddress Address, ControlName? Control);
