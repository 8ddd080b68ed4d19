using System.Text.Json.Serialization;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Whether a finding keeps a definition from being published.</summary>
public enum FindingSeverity
{
    /// <summary>It is published; a designer should look at it.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>It is not published.</summary>
    [JsonStringEnumMemberName("error")]
    Error,
}
