using DocFlow.Documents.Source;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Registers;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Queries;

/// <inheritdoc />
internal sealed class IssueRegister(IOfficeData data, DocumentAccess access, OfficeSettings settings) : IIssueRegister
{
    private const string Unclassified = "无";

    public async Task<Paged<IssueRow>> ReadAsync(string personId, int year, int page, int size, CancellationToken cancellationToken = default)
    {
        // Whatever has a number was sent for review, and the registry reads all that.
        if (await access.IsRegistryAsync(personId, cancellationToken))
            return await ReadAllAsync(year, page, size, cancellationToken);
        var readable = (await access.InsideAsync(personId, cancellationToken)).Select(document => document.Id);
        return await ReadAsync(OfYear(year).Where(number => readable.Contains(number.DocumentId)), page, size, cancellationToken);
    }

    public Task<Paged<IssueRow>> ReadAllAsync(int year, int page, int size, CancellationToken cancellationToken = default) =>
        ReadAsync(OfYear(year), page, size, cancellationToken);

    private IQueryable<IssuedNumber> OfYear(int year) => data.IssuedNumbers.AsNoTracking()
        .Where(number => number.Year == year && !data.Documents.Any(document => document.Id == number.DocumentId && document.IsMatter));

    private async Task<Paged<IssueRow>> ReadAsync(IQueryable<IssuedNumber> numbers, int page, int size, CancellationToken cancellationToken)
    {
        var total = await numbers.CountAsync(cancellationToken);
        var skip = Paging.Skip(page, size);
        var rows = await numbers.OrderByDescending(number => number.At).ThenByDescending(number => number.Number).ThenBy(number => number.OrganCode)
            .Skip(skip).Take(size)
            .Join(data.Documents.AsNoTracking(), number => number.DocumentId, document => document.Id, (number, document) => new { number, document })
            .OrderByDescending(row => row.number.At).ThenByDescending(row => row.number.Number).ThenBy(row => row.number.OrganCode)
            .ToListAsync(cancellationToken);
        if (rows.Count == 0)
            return new Paged<IssueRow>([], total);
        var ids = rows.ConvertAll(row => row.document.Id);
        var copies = (await data.Distributions.Where(distribution => ids.Contains(distribution.DocumentId) && distribution.Kind != DistributionKind.Correction)
            .Select(distribution => new { distribution.DocumentId, distribution.Copies }).ToListAsync(cancellationToken)).ToLookup(row => row.DocumentId, row => row.Copies);
        var receipts = (await data.Distributions.AsNoTracking().Where(distribution => ids.Contains(distribution.DocumentId) && distribution.Kind != DistributionKind.Correction)
            .SelectMany(distribution => distribution.Receipts, (distribution, receipt) => new { distribution.DocumentId, distribution.At, receipt })
            .ToListAsync(cancellationToken)).OrderBy(row => row.At).ThenBy(row => row.receipt.Order).ToLookup(row => row.DocumentId, row => row.receipt);
        var signerIds = rows.ConvertAll(row => row.document.SignerId);
        var signers = await data.People.Where(person => signerIds.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var classifications = await ClassificationsAsync(ids, cancellationToken);
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        return new Paged<IssueRow>(
            [.. rows.Select((row, index) => Row(total - skip - index, row.number, row.document, classifications.GetValueOrDefault(row.document.Id, Unclassified), signers, calendar, [.. copies[row.document.Id]], [.. receipts[row.document.Id]]))],
            total);
    }

    // Only an installation that takes classified documents has any.
    private async Task<Dictionary<string, string>> ClassificationsAsync(List<string> ids, CancellationToken cancellationToken)
    {
        if (!ClassifiedSetting.IsAllowed)
            return [];
        var texts = await data.DocumentVersions.AsNoTracking()
            .Where(version => ids.Contains(version.DocumentId) && data.Documents.Any(document => document.Id == version.DocumentId && document.CurrentVersion == version.Ordinal))
            .Select(version => new { version.DocumentId, version.SourceText }).ToListAsync(cancellationToken);
        return texts.Select(text => (text.DocumentId, Marked: DocumentText.Read(text.SourceText).Document?.Classification))
            .Where(text => text.Marked is not null).ToDictionary(text => text.DocumentId, text => text.Marked!);
    }

    private static IssueRow Row(
        int ordinal, IssuedNumber number, Document document, string classification, Dictionary<string, string> signers, WorkingCalendar calendar, List<int> copies, List<Receipt> receipts) =>
        new(
            ordinal,
            document.Id,
            number.Text,
            document.Title,
            classification,
            document.Kind,
            document.SignerId is { } signer ? signers.GetValueOrDefault(signer) : null,
            document.SignedAt,
            document.SignedAt is { } signed ? calendar.DayOf(signed) : null,
            document.IssuedAt,
            copies.Count == 0 ? null : copies.Sum(),
            string.Join('，', receipts.Select(receipt => receipt.RecipientName)),
            receipts.Count(receipt => receipt.ReceivedAt is not null),
            receipts.Count(receipt => receipt.UnitId is not null),
            number.IsVoid);
}
