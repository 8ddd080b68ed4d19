namespace DocFlow.Office.Handovers;

/// <summary>A hand-over as it is ordered.</summary>
/// <param name="At">The moment; null for now.</param>
/// <param name="ToPostId">The post that the person goes to; null for who leaves the office.</param>
/// <param name="SuccessorId">Who takes the posts that the person leaves; null when nobody does yet.</param>
/// <param name="Owners">By document: who takes over what is held of it, in place of the proposed one.</param>
/// <param name="Key">The press: the same one repeated orders nothing more.</param>
public sealed record HandoverRequest(
    string PersonId, string Reason, DateTimeOffset? At = null, string? ToPostId = null, string? SuccessorId = null, IReadOnlyDictionary<string, string>? Owners = null, string? Key = null);
