namespace DocFlow.Office.Returns;

/// <summary>By what returned documents are counted.</summary>
public enum ReturnGroup
{
    /// <summary>拟稿人</summary>
    Drafter,

    /// <summary>单位</summary>
    Unit,

    /// <summary>类别</summary>
    Category,

    /// <summary>月份</summary>
    Month,
}
