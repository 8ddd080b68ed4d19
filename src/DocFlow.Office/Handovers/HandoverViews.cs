namespace DocFlow.Office.Handovers;

/// <summary>What would be handed over.</summary>
/// <param name="FromShown">The posts that are left.</param>
/// <param name="Ending">Delegations (委托代理) that end, in words.</param>
public sealed record HandoverPreview(string PersonId, string PersonName, string FromShown, IReadOnlyList<HandoverLine> Items, IReadOnlyList<string> Ending);

/// <summary>One document of a hand-over.</summary>
/// <param name="Holds">What is held of it, in words.</param>
/// <param name="OwnerId">Who takes it over; null while somebody has to be chosen.</param>
/// <param name="MovedAt">When it was handed over; null before, and for what was done by then.</param>
public sealed record HandoverLine(string DocumentId, string Title, string Holds, string? OwnerId, string? OwnerName, DateTimeOffset? MovedAt);

/// <summary>That somebody signed the sheet.</summary>
public sealed record HandoverSigned(string PersonId, string Name, DateTimeOffset At);

/// <summary>A hand-over that was ordered.</summary>
/// <param name="State">待交接、已交接、已取消</param>
/// <param name="Problem">Why it couldn't be done so far, in Chinese.</param>
/// <param name="MaySign">The reader is of one of both sides and hasn't signed.</param>
/// <param name="MayCancel">The reader ordered it or may order one, and it is still to come.</param>
public sealed record HandoverView(
    string Id, string PersonName, string FromShown, string? ToShown, DateTimeOffset At, string Reason, string OrderedBy, string State, DateTimeOffset? DoneAt, string? Problem,
    IReadOnlyList<HandoverLine> Items, IReadOnlyList<HandoverSigned> Signatures, bool MaySign, bool MayCancel);
