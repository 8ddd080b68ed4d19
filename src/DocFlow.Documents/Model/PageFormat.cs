namespace DocFlow.Documents.Model;

/// <summary>The page format (格式): the general one of GB/T 9704 ch. 7 or a special one of ch. 10.</summary>
public enum PageFormat
{
    /// <summary>通用</summary>
    General,

    /// <summary>信函 (10.1)</summary>
    Letter,

    /// <summary>命令 (10.2)</summary>
    Order,

    /// <summary>纪要 (10.3)</summary>
    Minutes,
}
