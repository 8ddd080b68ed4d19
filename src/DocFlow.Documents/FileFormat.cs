namespace DocFlow.Documents;

/// <summary>The files that a document is produced as.</summary>
public enum FileFormat
{
    /// <summary>.docx</summary>
    Word,

    /// <summary>.pdf</summary>
    Pdf,
}
