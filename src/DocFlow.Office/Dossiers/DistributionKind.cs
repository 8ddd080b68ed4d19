namespace DocFlow.Office.Dossiers;

/// <summary>Why a document was sent out.</summary>
public enum DistributionKind
{
    /// <summary>印发</summary>
    Issue,

    /// <summary>补发: to somebody who wasn't among the first.</summary>
    Supplement,

    /// <summary>更正: the corrected text, to those who have the earlier one.</summary>
    Correction,
}
