using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Perf.Builds;

/// <summary>Types and members of an assembly with their code, added to its hash in the order of their rows.</summary>
internal sealed class DeclarationContent(PEReader file, MetadataReader metadata, ContentHash hash)
{
    public void Add()
    {
        foreach (TypeDefinition type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition))
        {
            Type(type);
        }

        foreach (FieldDefinition field in metadata.FieldDefinitions.Select(metadata.GetFieldDefinition))
        {
            Field(field);
        }

        foreach (MethodDefinition method in metadata.MethodDefinitions.Select(metadata.GetMethodDefinition))
        {
            Method(method);
        }

        Members();
    }

    private void Type(TypeDefinition type)
    {
        TypeLayout layout = type.GetLayout();
        hash.Add((int)type.Attributes).Add(type.Namespace).Add(type.Name).Add(type.BaseType)
            .Add(layout.Size).Add(layout.PackingSize).Add(type.GetMethods().Count).Add(type.GetFields().Count)
            .Add(type.GetDeclaringType());
        foreach (InterfaceImplementation implemented in type.GetInterfaceImplementations().Select(metadata.GetInterfaceImplementation))
        {
            hash.Add(implemented.Interface);
        }

        foreach (MethodImplementation implemented in type.GetMethodImplementations().Select(metadata.GetMethodImplementation))
        {
            hash.Add(implemented.MethodBody).Add(implemented.MethodDeclaration);
        }

        Generic(type.GetGenericParameters());
    }

    private void Generic(GenericParameterHandleCollection parameters)
    {
        foreach (GenericParameter parameter in parameters.Select(metadata.GetGenericParameter))
        {
            hash.Add((int)parameter.Attributes).Add(parameter.Name);
            foreach (GenericParameterConstraint constraint in parameter.GetConstraints().Select(metadata.GetGenericParameterConstraint))
            {
                hash.Add(constraint.Type);
            }
        }
    }

    private void Field(FieldDefinition field)
    {
        hash.Add((int)field.Attributes).Add(field.Name).Add(field.Signature).Add(field.GetOffset())
            .Add(field.GetMarshallingDescriptor()).Add(field.GetDefaultValue());
        if (field.GetRelativeVirtualAddress() is > 0 and var address)
        {
            PEMemoryBlock data = file.GetSectionData(address);
            hash.Add(data.GetContent(0, Math.Min(data.Length, FieldSize.Of(field, metadata))));
        }
    }

    private void Method(MethodDefinition method)
    {
        hash.Add((int)method.Attributes).Add((int)method.ImplAttributes).Add(method.Name).Add(method.Signature);
        Generic(method.GetGenericParameters());
        foreach (Parameter parameter in method.GetParameters().Select(metadata.GetParameter))
        {
            hash.Add((int)parameter.Attributes).Add(parameter.SequenceNumber).Add(parameter.Name)
                .Add(parameter.GetMarshallingDescriptor()).Add(parameter.GetDefaultValue());
        }

        if ((method.Attributes & MethodAttributes.PinvokeImpl) != 0)
        {
            MethodImport import = method.GetImport();
            hash.Add((int)import.Attributes).Add(import.Name).Add(import.Module);
        }

        if (method.RelativeVirtualAddress != 0)
        {
            MethodBodyBlock body = file.GetMethodBody(method.RelativeVirtualAddress);
            hash.Add(body.MaxStack).Add(body.LocalVariablesInitialized ? 1 : 0).Add(body.LocalSignature).Add(body.GetILContent());
            foreach (ExceptionRegion region in body.ExceptionRegions)
            {
                hash.Add((int)region.Kind).Add(region.TryOffset).Add(region.TryLength).Add(region.HandlerOffset)
                    .Add(region.HandlerLength).Add(region.FilterOffset).Add(region.CatchType);
            }
        }
    }

    private void Members()
    {
        foreach (PropertyDefinition property in metadata.PropertyDefinitions.Select(metadata.GetPropertyDefinition))
        {
            PropertyAccessors accessors = property.GetAccessors();
            hash.Add((int)property.Attributes).Add(property.Name).Add(property.Signature).Add(accessors.Getter).Add(accessors.Setter);
        }

        foreach (EventDefinition @event in metadata.EventDefinitions.Select(metadata.GetEventDefinition))
        {
            EventAccessors accessors = @event.GetAccessors();
            hash.Add((int)@event.Attributes).Add(@event.Name).Add(@event.Type).Add(accessors.Adder).Add(accessors.Remover);
        }

        foreach (ExportedType type in metadata.ExportedTypes.Select(metadata.GetExportedType))
        {
            hash.Add(type.Namespace).Add(type.Name).Add(type.Implementation);
        }
    }
}
