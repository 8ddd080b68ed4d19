using System.Globalization;
using System.Text;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Files;
using DocFlow.Office.Registers;
using DocFlow.Office.Seals;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Matters;

/// <inheritdoc />
internal sealed class MatterSeals(
    IOfficeData data, MatterDocuments documents, DocumentText texts, SealOrders seals, IDocumentRenderer renderer, KeptFiles files, EventLog events, OfficeClock clock) : IMatterSeals
{
    public async Task SealAsync(string documentId, string name, string sealedBy, bool toParts, CancellationToken cancellationToken = default)
    {
        var matter = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这个事项");
        var made = await documents.LatestAsync(documentId, name, cancellationToken);
        if (made.Find(row => row.Format == Rendering.SourceFormat) is not { } source)
            throw RefusalException.Invalid($"《{matter.Title}》还没有生成{name}，不能用印。请改正流程后重试。");
        var key = string.Create(CultureInfo.InvariantCulture, $"{documentId}/seal/{name}/{source.FileHash}");
        if (!data.SealRecords.Local.Any(record => record.Key == key) && !await data.SealRecords.AnyAsync(record => record.Key == key, cancellationToken))
            await RecordAsync(matter, name, key, sealedBy, source, made, cancellationToken);
        if (toParts)
            await documents.PutWithPartsAsync(matter, made, cancellationToken);
    }

    private async Task RecordAsync(Document matter, string name, string key, string sealedBy, Rendering source, List<Rendering> made, CancellationToken cancellationToken)
    {
        var decided = await data.Seats.Include(seat => seat.WorkItem).Where(seat => seat.WorkItem!.DocumentId == matter.Id && seat.State == SeatState.Decided && seat.DecidedById != null)
            .OrderByDescending(seat => seat.DecidedAt).ThenByDescending(seat => seat.Id).ToListAsync(cancellationToken);
        var keeper = decided.Find(seat => seat.WorkItem!.StepName == sealedBy) ?? throw RefusalException.Invalid($"《{matter.Title}》没有“{sealedBy}”的办理记录，不能登记用印。请改正流程后重试。");
        if (decided.Find(seat => seat.WorkItem!.StepName != sealedBy && seat.DecidedAt <= keeper.DecidedAt) is not { } asked || asked.DecidedById == keeper.DecidedById)
            throw RefusalException.Invalid("用印须由申请人以外的第二人监印，请调整任职后重试。");
        var text = Encoding.UTF8.GetString(await texts.BytesAsync(source.FileHash, cancellationToken));
        data.SealRecords.Add(new SealRecord
        {
            Id = OfficeId.New(clock.Now), DocumentId = matter.Id, Key = key, SealedById = keeper.DecidedById!, RequestedById = asked.DecidedById, Copies = 1,
            ContentHash = ContentHash.Of(text, new Dictionary<string, string>()), At = clock.Now,
        });
        var order = new RenderOrder(text, new Dictionary<string, byte[]>(), RenderingPurpose.Paper, null, null, null, null) { Seals = await seals.OfAsync(matter, text, clock.Now, cancellationToken) };
        foreach (var file in await renderer.RenderAsync(order, cancellationToken))
        {
            if (made.Find(row => row.Format == file.Format) is { } row)
                (row.FileHash, row.PageCount, row.At) = (await files.PutAsync(file.Content, cancellationToken), file.Pages, clock.Now);
        }

        List<string> involved = [keeper.DecidedById!, asked.DecidedById!];
        var people = await data.People.Where(person => involved.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
        events.Add(ActRecord.On(await texts.CurrentAsync(matter, cancellationToken), "文书用印") with
        {
            Actor = people.GetValueOrDefault(keeper.DecidedById!), PostShown = keeper.PostShown, Opinion = name,
            Detail = new Dictionary<string, string> { ["文书"] = name, ["申请人"] = people.GetValueOrDefault(asked.DecidedById!)?.Name ?? "" },
        });
    }
}
