namespace DocFlow.Documents.Typesetting.Fonts;

/// <summary>The families that official documents are set in; Word files always name them.</summary>
public enum FontRole
{
    /// <summary>仿宋_GB2312: every element without a rule of its own (5.2.2).</summary>
    FangSong,

    /// <summary>楷体_GB2312: second-level headings, signers' names.</summary>
    Kai,

    /// <summary>黑体: first-level headings, classification, urgency, annex labels.</summary>
    Hei,

    /// <summary>宋体: page numbers.</summary>
    Song,

    /// <summary>方正小标宋简体: mark and titles.</summary>
    XiaoBiaoSong,
}
