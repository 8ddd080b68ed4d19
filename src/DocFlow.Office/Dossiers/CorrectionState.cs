namespace DocFlow.Office.Dossiers;

/// <summary>Where a correction stands.</summary>
public enum CorrectionState
{
    /// <summary>已更正: sent to all who have the earlier text.</summary>
    Sent,

    /// <summary>待用印: waits for a second person to seal the corrected text.</summary>
    Requested,

    /// <summary>未用印: the second person gave it back.</summary>
    Refused,
}
