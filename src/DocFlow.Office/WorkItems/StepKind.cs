namespace DocFlow.Office.WorkItems;

/// <summary>What a human step asks for.</summary>
public enum StepKind
{
    /// <summary>拟稿、修改</summary>
    Draft,

    /// <summary>审核、核稿、审定</summary>
    Review,

    /// <summary>会签</summary>
    Countersign,

    /// <summary>签发</summary>
    Sign,

    /// <summary>复核</summary>
    Recheck,

    /// <summary>编号登记</summary>
    Number,

    /// <summary>用印</summary>
    Seal,

    /// <summary>印发、分发</summary>
    Distribute,

    /// <summary>办理: a step of any procedure, with buttons and fields of its own.</summary>
    Task,
}
