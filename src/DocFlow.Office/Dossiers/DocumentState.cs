namespace DocFlow.Office.Dossiers;

/// <summary>How far a document has come.</summary>
public enum DocumentState
{
    /// <summary>草稿</summary>
    Draft,

    /// <summary>办理中</summary>
    Running,

    /// <summary>已签发</summary>
    Signed,

    /// <summary>已编号</summary>
    Numbered,

    /// <summary>已印发</summary>
    Issued,

    /// <summary>已归档</summary>
    Archived,

    /// <summary>作废</summary>
    Void,
}
