namespace DocFlow.Office.Notices;

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    /// <summary>待办: work has arrived.</summary>
    Work,

    /// <summary>提醒: work falls due soon.</summary>
    Reminder,

    /// <summary>逾期: work is overdue, or was closed by rule.</summary>
    Overdue,

    /// <summary>催办</summary>
    Urge,

    /// <summary>退回、取回</summary>
    Return,

    /// <summary>签发失效: the text changed after it was signed.</summary>
    SignatureVoid,

    /// <summary>传阅</summary>
    Circulation,

    /// <summary>关注的公文有进展</summary>
    Followed,

    /// <summary>转办、加签、减签、委托、交接</summary>
    Seats,

    /// <summary>系统: a procedure needs repair.</summary>
    System,

    /// <summary>含义改动: a new text alters duties, scope, deadlines or who answers, after an earlier one was approved.</summary>
    Meaning,

    /// <summary>印发、补发、更正: something was sent that is to be signed for, or an issued text was corrected.</summary>
    Issued,

    /// <summary>复函: an answer to a letter came in, or couldn't be told to be one.</summary>
    Reply,
}
