namespace DocFlow.Office.Seals;

/// <summary>One line of the register of seals (用印登记簿).</summary>
/// <param name="Ordinal">序号: the place among the rows that were asked for, in the order of sealing, from 1.</param>
/// <param name="MayOpen">The reader may open the document; the keeper's register also names others.</param>
/// <param name="Title">The document's; for a matter's document also which one it is.</param>
/// <param name="Organs">The organs whose seals it bears, as it is signed with them.</param>
/// <param name="AskedByName">申请人.</param>
/// <param name="ApprovedByName">批准人: who signed the document; null where nobody signs.</param>
/// <param name="SealedByName">监印人.</param>
public sealed record SealBookRow(
    int Ordinal,
    string DocumentId,
    bool MayOpen,
    DateTimeOffset At,
    string? Number,
    string Title,
    IReadOnlyList<string> Organs,
    int Copies,
    string? AskedByName,
    string? ApprovedByName,
    string SealedByName);
