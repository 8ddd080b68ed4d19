namespace DocFlow.Documents.Checking;

/// <summary>What a paragraph of a file is, told by its place, looks and words.</summary>
internal enum FileRole
{
    /// <summary>Nothing that has rules of its own.</summary>
    None,

    /// <summary>份号</summary>
    CopyNumber,

    /// <summary>密级和保密期限</summary>
    Classification,

    /// <summary>紧急程度</summary>
    Urgency,

    /// <summary>发文机关标志</summary>
    Mark,

    /// <summary>发文字号, with 签发人 where both stand on one row.</summary>
    Number,

    /// <summary>签发人 on a row of its own.</summary>
    Signers,

    /// <summary>令号</summary>
    OrderNumber,

    /// <summary>标题</summary>
    Title,

    /// <summary>题注, under the title of what a meeting passed.</summary>
    Caption,

    /// <summary>主送机关</summary>
    Recipients,

    /// <summary>正文</summary>
    Body,

    /// <summary>附件说明</summary>
    AnnexList,

    /// <summary>出席, 请假, 列席</summary>
    Attendance,

    /// <summary>发文机关署名</summary>
    Signatory,

    /// <summary>成文日期</summary>
    Date,

    /// <summary>附注</summary>
    Note,

    /// <summary>“附件1” on an annex's first row.</summary>
    AnnexLabel,

    /// <summary>An annex's title.</summary>
    AnnexTitle,

    /// <summary>An annex's text.</summary>
    AnnexBody,

    /// <summary>抄送, or 主送 in the 版记.</summary>
    Copies,

    /// <summary>印发机关和印发日期</summary>
    Issue,
}
