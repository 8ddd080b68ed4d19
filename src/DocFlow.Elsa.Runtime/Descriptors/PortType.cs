namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>What stands at a port.</summary>
public enum PortType
{
    /// <summary>A child activity within the activity.</summary>
    Embedded,

    /// <summary>An arrow to the next activity.</summary>
    Flow,
}
