namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>The type name that Elsa's clients expect where our CLR type is another one.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DescribedAsAttribute(string typeName) : Attribute
{
    public string TypeName { get; } = typeName;
}
