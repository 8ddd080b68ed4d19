namespace DocFlow.Documents.Checking;

/// <summary>What a finding means for going on.</summary>
public enum FindingSeverity
{
    /// <summary>Said for information.</summary>
    Info,

    /// <summary>To be looked at.</summary>
    Warning,

    /// <summary>Must be mended first.</summary>
    Blocking,
}
