namespace Elsa.Workflows.Exceptions;

/// <summary>A fault that an activity reports on purpose.</summary>
public sealed class FaultException(string code, string category, string type, string? message) : Exception(message)
{
    public string Code { get; } = code;

    public string Category { get; } = category;

    public string Type { get; } = type;
}
