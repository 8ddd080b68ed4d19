using System.Text;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Seals;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Steps;

/// <summary>What is to be drawn for a version, and what was drawn then: the same order, so that pages can be shown again.</summary>
internal sealed class RenderOrders(IOfficeData data, DocumentText texts, OfficeSettings settings, SealOrders seals, OfficeClock clock)
{
    /// <summary>What to draw now.</summary>
    public Task<RenderOrder> NowAsync(Document document, DocumentVersion version, RenderingPurpose purpose, CancellationToken cancellationToken) =>
        OfAsync(document, version, purpose, clock.Now, cancellationToken);

    /// <summary>What a kept file was drawn from.</summary>
    public async Task<RenderOrder> OfAsync(Document document, Rendering rendering, CancellationToken cancellationToken)
    {
        if (rendering.Purpose == RenderingPurpose.Paper)
            return new RenderOrder(await SourceOfAsync(rendering, cancellationToken), new Dictionary<string, byte[]>(), rendering.Purpose, null, null, null, null);
        var version = await data.DocumentVersions.AsNoTracking()
            .SingleAsync(row => row.DocumentId == document.Id && row.Ordinal == rendering.VersionOrdinal, cancellationToken);
        return await OfAsync(document, version, rendering.Purpose, rendering.At, cancellationToken);
    }

    // What a procedure made says all by itself: its text is kept beside its files.
    private async Task<string> SourceOfAsync(Rendering rendering, CancellationToken cancellationToken)
    {
        var hash = await data.Renderings.Where(row => row.DocumentId == rendering.DocumentId && row.VersionOrdinal == rendering.VersionOrdinal
            && row.Purpose == rendering.Purpose && row.Name == rendering.Name && row.Format == Rendering.SourceFormat).Select(row => row.FileHash).SingleAsync(cancellationToken);
        return Encoding.UTF8.GetString(await texts.BytesAsync(hash, cancellationToken));
    }

    private async Task<RenderOrder> OfAsync(
        Document document, DocumentVersion version, RenderingPurpose purpose, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var attachments = new Dictionary<string, byte[]>();
        foreach (var attachment in await texts.AttachmentsAsync(version.Id, cancellationToken))
            attachments[attachment.Name] = await texts.BytesAsync(attachment.FileHash, cancellationToken);
        if (purpose == RenderingPurpose.Review)
            return new RenderOrder(version.SourceText, attachments, purpose, null, null, null, null);

        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var (signedAt, signerName) = await SignatureAsync(document, at, cancellationToken);
        return new RenderOrder(
            version.SourceText, attachments, purpose, document.Number,
            signedAt is { } signed ? calendar.DayOf(signed) : null, calendar.DayOf(at), signerName) { Seals = await seals.OfAsync(document, version.SourceText, at, cancellationToken) };
    }

    /// <summary>The signature that stood then: a return voids it, and the next one is another.</summary>
    private async Task<(DateTimeOffset? At, string? Name)> SignatureAsync(Document document, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (document.SignedAt is { } now && now <= at)
            return (now, await data.People.Where(person => person.Id == document.SignerId).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken));
        var act = StepOutcomes.Forward(StepKind.Sign);
        var then = await data.Events.AsNoTracking().Where(row => row.DocumentId == document.Id && row.Act == act && row.At <= at)
            .OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellationToken);
        return (then?.At, then?.ActorName);
    }
}
