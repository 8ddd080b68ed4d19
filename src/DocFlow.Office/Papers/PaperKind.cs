namespace DocFlow.Office.Papers;

/// <summary>A printed table that goes with a document.</summary>
public enum PaperKind
{
    /// <summary>意见采纳情况表</summary>
    Opinions,

    /// <summary>发文稿纸</summary>
    Manuscript,

    /// <summary>办理过程表</summary>
    Trace,

    /// <summary>办理单 of a matter, such as 收文处理单</summary>
    Matter,

    /// <summary>交接单 of a matter that hands somebody's work over</summary>
    Handover,
}
