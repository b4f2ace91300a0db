using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NUnit.Framework;
using Receipts.Model;
using Shouldly;

namespace Receipts.Tests.Model;

/// <summary>An operator on tensors makes a temporary number that a finalizer may free too early: none may be used.</summary>
public sealed class HeldScalarsTests
{
    [Test]
    public void NoOperatorOfTensorsIsUsed()
    {
        using PEReader file = new(File.OpenRead(typeof(TextDetector).Assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();

        string[] called = [.. metadata.MemberReferences
            .Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference
                && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name) == "Tensor")
            .Select(member => metadata.GetString(member.Name))];

        called.ShouldContain("add_");
        called.Where(name => name.StartsWith("op_", StringComparison.Ordinal) && name is not ("op_Implicit" or "op_Explicit")).ShouldBeEmpty();
    }

    [Test]
    public void EveryNumberOfAForwardPassIsHeldInAField() => typeof(TextDetector).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
        .Where(field => field.FieldType == typeof(TorchSharp.Scalar))
        .ShouldAllBe(field => field.IsInitOnly);
}
