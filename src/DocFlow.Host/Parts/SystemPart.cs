namespace DocFlow.Host.Parts;

/// <summary>A part that the host fetches for itself while it already serves.</summary>
/// <param name="Message">How it stands, in Chinese; the last line of progress while it is being fetched.</param>
/// <param name="Since">When it came to this state.</param>
internal sealed record SystemPart(string Name, PartState State, string Message, DateTimeOffset Since)
{
    /// <summary>Whether documents wait for it; if not, only those who use it are told that it is absent.</summary>
    public bool ConcernsDocuments => Name != StudioFetch.Part;
}

/// <summary>Where a part stands.</summary>
internal enum PartState
{
    /// <summary>可用</summary>
    Ready,

    /// <summary>正在下载</summary>
    Fetching,

    /// <summary>下载失败，稍后再试</summary>
    Missing,
}
