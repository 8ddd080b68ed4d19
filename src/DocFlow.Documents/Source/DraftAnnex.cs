namespace DocFlow.Documents.Source;

/// <summary>An annex as a form shows it.</summary>
public sealed class DraftAnnex
{
    public string Title { get; set; } = "";

    /// <summary>横</summary>
    public bool IsLandscape { get; set; }

    /// <summary>装订: 单独</summary>
    public bool IsDetached { get; set; }

    /// <summary>The annex's text as typed; empty when a file gives it.</summary>
    public string Body { get; set; } = "";

    /// <summary>The file beside the source that gives the text, or null.</summary>
    public string? File { get; set; }
}
