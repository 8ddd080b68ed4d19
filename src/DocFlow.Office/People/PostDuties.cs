namespace DocFlow.Office.People;

/// <summary>What a post is trusted with beyond its own work items.</summary>
[Flags]
public enum PostDuties
{
    None = 0,

    /// <summary>Heads the unit: reads what its members draft.</summary>
    Head = 1,

    /// <summary>Keeps the registers (文书): reads what has been started.</summary>
    Registry = 2,

    /// <summary>Speaks for the unit when it countersigns (会签).</summary>
    Countersign = 4,

    /// <summary>Signs for what the unit receives (签收).</summary>
    Receive = 8,

    /// <summary>Hands over what people hold when they change posts (组织人事).</summary>
    Personnel = 16,

    /// <summary>Keeps the seals (监印): gives the pictures that documents are sealed with.</summary>
    Seals = 32,
}
