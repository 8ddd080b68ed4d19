namespace DocFlow.Documents.Model;

/// <summary>The fifteen kinds of official documents (文种), 条例 art. 8.</summary>
public enum DocumentKind
{
    /// <summary>决议</summary>
    Resolution,

    /// <summary>决定</summary>
    Decision,

    /// <summary>命令（令）</summary>
    Order,

    /// <summary>公报</summary>
    Communique,

    /// <summary>公告</summary>
    Announcement,

    /// <summary>通告</summary>
    PublicNotice,

    /// <summary>意见</summary>
    Opinion,

    /// <summary>通知</summary>
    Notice,

    /// <summary>通报</summary>
    Circular,

    /// <summary>报告</summary>
    Report,

    /// <summary>请示</summary>
    Request,

    /// <summary>批复</summary>
    Reply,

    /// <summary>议案</summary>
    Proposal,

    /// <summary>函</summary>
    Letter,

    /// <summary>纪要</summary>
    Minutes,
}
