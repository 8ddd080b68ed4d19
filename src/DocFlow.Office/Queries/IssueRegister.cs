using DocFlow.Office.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Queries;

/// <inheritdoc />
internal sealed class IssueRegister(IOfficeData data, DocumentAccess access) : IIssueRegister
{
    public async Task<Paged<IssueRow>> ReadAsync(string personId, int year, int page, int size, CancellationToken cancellationToken = default)
    {
        var isRegistry = await access.IsRegistryAsync(personId, cancellationToken);
        // Documents are joined to one page of numbers only, and a person's seats are read once: both would else be asked for each number of the year.
        var ofYear = data.IssuedNumbers.Where(number => number.Year == year);
        var seatedOn = data.Seats.Where(seat => seat.PersonId == personId).Select(seat => seat.WorkItem!.DocumentId);
        var visible = isRegistry ? ofYear : ofYear.Where(number => seatedOn.Contains(number.DocumentId)
            || data.Documents.Any(document => document.Id == number.DocumentId && (document.DrafterId == personId || document.SignerId == personId)));
        var onPage = visible.OrderBy(number => number.OrganCode).ThenByDescending(number => number.Number).Skip(page * size).Take(size);
        var rows = await (from number in onPage
                          join document in data.Documents on number.DocumentId equals document.Id
                          orderby number.OrganCode, number.Number descending
                          select new { number, document }).AsNoTracking().ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(row => row.document.Id);
        var distributions = await data.Distributions.AsNoTracking().Include(row => row.Receipts)
            .Where(row => ids.Contains(row.DocumentId)).ToDictionaryAsync(row => row.DocumentId, cancellationToken);
        var signerIds = rows.ConvertAll(row => row.document.SignerId);
        var signers = await data.People.Where(person => signerIds.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);

        return new Paged<IssueRow>(
            rows.ConvertAll(row => Row(row.number, row.document, signers, distributions.GetValueOrDefault(row.document.Id))),
            await visible.CountAsync(cancellationToken));
    }

    private static IssueRow Row(
        Registers.IssuedNumber number, Document document, Dictionary<string, string> signers, Distribution? distribution)
    {
        var receipts = distribution?.Receipts.OrderBy(receipt => receipt.Order).ToList() ?? [];
        return new IssueRow(
            document.Id,
            number.Text,
            document.Title,
            document.Kind,
            document.SignerId is { } signer ? signers.GetValueOrDefault(signer) : null,
            document.SignedAt,
            document.IssuedAt,
            distribution?.Copies,
            string.Join('，', receipts.Select(receipt => receipt.RecipientName)),
            receipts.Count(receipt => receipt.ReceivedAt is not null),
            receipts.Count(receipt => receipt.UnitId is not null),
            number.IsVoid);
    }
}
