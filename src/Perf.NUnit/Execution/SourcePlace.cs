using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using Perf.Objectives;

namespace Perf.Execution;

/// <summary>
/// Where a test's body stands, written as a line of a stack trace: a broken promise throws nothing, and a reader wants to jump
/// to its test all the same.
/// </summary>
internal static class SourcePlace
{
    /// <summary><c>   at App.WorkTests.Parses() in Tests.cs:line 13</c>; null where the assembly has no symbols.</summary>
    public static string? Of(MethodInfo method) => Find(method) is { } first
        ? $"   at {method.ReflectedType?.FullName}.{method.Name}({Parameters(method)}) in {first.File}:line {first.Line}"
        : null;

    /// <summary>The first statement of a body, its file as the compiler named it; null where the assembly has no symbols.</summary>
    public static SourceLocation? Find(MethodInfo method)
    {
        // The statements of an async body are those of its state machine.
        MethodInfo body = method.GetCustomAttribute<AsyncStateMachineAttribute>()?.StateMachineType
            .GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic) ?? method;
        string path = body.Module.Assembly.Location;
        try
        {
            using PEReader file = new(File.OpenRead(path));
            if (!file.TryOpenAssociatedPortablePdb(path, Open, out MetadataReaderProvider? provider, out _) || provider is null)
            {
                return null;
            }

            using MetadataReaderProvider opened = provider;
            MetadataReader symbols = opened.GetMetadataReader();
            MethodDefinitionHandle handle = (MethodDefinitionHandle)MetadataTokens.EntityHandle(body.MetadataToken);
            SequencePoint first = symbols.GetMethodDebugInformation(handle).GetSequencePoints().FirstOrDefault(point => !point.IsHidden);
            return first.Document.IsNil
                ? null
                : new SourceLocation(symbols.GetString(symbols.GetDocument(first.Document).Name), first.StartLine);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FileStream? Open(string path) => File.Exists(path) ? File.OpenRead(path) : null;

    private static string Parameters(MethodInfo method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{parameter.ParameterType.Name} {parameter.Name}"));
}
