namespace DocFlow.Office.Dossiers;

/// <summary>What a produced file is for.</summary>
public enum RenderingPurpose
{
    /// <summary>送审稿: for reviewers, without a number.</summary>
    Review,

    /// <summary>正式: numbered, dated, as issued.</summary>
    Final,

    /// <summary>文书: made by the procedure of a matter from what it says.</summary>
    Paper,
}
