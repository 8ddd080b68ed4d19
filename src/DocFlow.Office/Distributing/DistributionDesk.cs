using DocFlow.Office.Desks.Acts;

namespace DocFlow.Office.Distributing;

/// <inheritdoc />
internal sealed class DistributionDesk(FreshRows rows, IssuedDocuments issued, SupplementAct supplement, CorrectAct correct, SealCorrectionAct seal, UrgeReceiptsAct urge) : IDistributionDesk
{
    public Task SupplementAsync(string actorId, string documentId, SupplementOrder order, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => supplement.DoAsync(actorId, documentId, order, cancellationToken));

    public async Task<CorrectableText> ReadAsync(string actorId, string documentId, CancellationToken cancellationToken = default) =>
        await issued.TextAsync(await issued.ForRegistryAsync(actorId, documentId, "更正", cancellationToken), cancellationToken);

    public Task<int> CorrectAsync(string actorId, string documentId, CorrectionOrder order, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => correct.DoAsync(actorId, documentId, order, cancellationToken));

    public Task SealCorrectionAsync(string actorId, string documentId, int toVersion, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => seal.SealAsync(actorId, documentId, toVersion, cancellationToken));

    public Task RefuseCorrectionAsync(string actorId, string documentId, int toVersion, string reason, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => seal.RefuseAsync(actorId, documentId, toVersion, reason, cancellationToken));

    public Task<IReadOnlyList<string>> UrgeAsync(string actorId, string documentId, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => urge.DoAsync(actorId, documentId, cancellationToken));
}
