namespace DocFlow.Elsa.Runtime.Management;

/// <summary>Words of Elsa's version options.</summary>
public enum VersionKind
{
    AllVersions,

    /// <summary>The latest version, if it isn't published.</summary>
    Draft,
    Latest,
    Published,
    LatestOrPublished,

    /// <summary>The latest version, if it is published.</summary>
    LatestAndPublished,
    Number,
}
