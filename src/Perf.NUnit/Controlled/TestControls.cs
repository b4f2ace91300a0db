using System.Reflection;
using NUnit.Framework.Interfaces;
using Perf.Measurement;
using Perf.Measurement.Controls;

namespace Perf.Controlled;

/// <summary>The controls that a test may be measured beside: its own, where it names one, and the built-in ones.</summary>
internal static class TestControls
{
    /// <summary>All that a recording tries; the test's own first.</summary>
    /// <exception cref="MeasurementException"><c>[PerfControl]</c> names no control.</exception>
    public static (IReadOnlyList<IControl> All, IControl? Own) Of(ITest test)
    {
        IControl? own = Own(test);
        return own is null ? (BuiltInControls.All(), null) : ([own, .. BuiltInControls.All()], own);
    }

    /// <summary>The control that a baseline was recorded beside; null where there is none of that name and version any more.</summary>
    /// <exception cref="MeasurementException"><c>[PerfControl]</c> names no control.</exception>
    public static IControl? Find(ITest test, ControlName name)
    {
        OwnControl? own = Own(test);
        IControl? found = own;
        if (own?.Name != name.Name)
        {
            own?.Dispose();
            found = BuiltInControls.Find(name.Name);
        }

        return found?.Version == name.Version ? found : null;
    }

    /// <summary>Whether the control of a baseline is still there.</summary>
    /// <exception cref="MeasurementException"><c>[PerfControl]</c> names no control.</exception>
    public static bool Has(ITest test, ControlName name)
    {
        IControl? found = Find(test, name);
        (found as IDisposable)?.Dispose();
        return found is not null;
    }

    private static OwnControl? Own(ITest test)
    {
        MethodInfo method = test.Method!.MethodInfo;
        PerfControlAttribute? attribute = method.GetCustomAttribute<PerfControlAttribute>()
            ?? method.ReflectedType?.GetCustomAttribute<PerfControlAttribute>(inherit: true);
        if (attribute?.Control is not { } type)
        {
            return null;
        }

        if (!type.IsAssignableTo(typeof(IPerfControl)))
        {
            throw new MeasurementException($"[PerfControl(typeof({type.Name}))]: {type.Name} does not implement IPerfControl");
        }

        try
        {
            OwnControl own = new((IPerfControl)Activator.CreateInstance(type)!);
            return BuiltInControls.Names.Contains(own.Name)
                ? throw new MeasurementException($"[PerfControl(typeof({type.Name}))]: {own.Name} is the name of a built-in control: give it another")
                : own;
        }
        catch (MissingMethodException e)
        {
            throw new MeasurementException($"[PerfControl(typeof({type.Name}))]: {type.Name} needs a constructor without parameters", e);
        }
        catch (TargetInvocationException e)
        {
            throw new MeasurementException($"[PerfControl(typeof({type.Name}))]: its constructor threw {e.InnerException!.GetType().Name}: {e.InnerException.Message}", e);
        }
    }
}
