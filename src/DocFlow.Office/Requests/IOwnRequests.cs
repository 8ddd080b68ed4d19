using DocFlow.Office.Queries;

namespace DocFlow.Office.Requests;

/// <summary>What a unit has sent to the office (请示、报告 …), as the unit itself may see it: how it stands and the answer, nothing of how it is handled.</summary>
public interface IOwnRequests
{
    /// <summary>Those of the units that the person receives documents for, the newest first.</summary>
    Task<Paged<OwnRequest>> ListAsync(string personId, int page, int size, CancellationToken cancellationToken = default);

    /// <summary>What of them a document that the person received answers; null for none.</summary>
    Task<OwnRequest?> AnsweredByAsync(string personId, string documentId, CancellationToken cancellationToken = default);

    /// <summary>Whether the person receives for a unit outside the office.</summary>
    Task<bool> HasUnitsAsync(string personId, CancellationToken cancellationToken = default);
}

/// <summary>One of them.</summary>
/// <param name="Number">Its own number.</param>
/// <param name="Step">Where it stands, without people; null once it is over.</param>
/// <param name="Answers">The documents by which it was answered, as far as they were sent to the unit.</param>
public sealed record OwnRequest(string Title, string Unit, string? Number, DateTimeOffset RegisteredAt, string State, string? Step, IReadOnlyList<RequestAnswer> Answers);

/// <summary>An answer (批复、复函) that was issued.</summary>
public sealed record RequestAnswer(string DocumentId, string Title, string? Number, DateTimeOffset? IssuedAt);
