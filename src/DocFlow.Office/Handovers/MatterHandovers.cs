using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Matters;
using DocFlow.Office.People;
using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Handovers;

/// <inheritdoc />
internal sealed class MatterHandovers(
    IOfficeData data, DocumentText texts, HandoverOrders orders, Holdings holdings, OrganisationReader organisation, OfficeDirectory directory, IMatterFields matterFields, OfficeSettings settings, EventLog events, Time.OfficeClock clock) : IMatterHandovers
{
    /// <summary>Names the hand-over of a matter.</summary>
    public static string KeyOf(string matterId) => $"matter/{matterId}";

    public async Task ListAsync(string documentId, HandoverFields fields, CancellationToken cancellationToken = default)
    {
        var values = await ValuesAsync(documentId, cancellationToken);
        var rows = await FindAsync(documentId, cancellationToken) is { DoneAt: not null } done
            ? done.Items.Where(item => item.MovedAt is not null).OrderBy(item => item.Order).Select(item => Row(item.DocumentId, item.Document!.Title, item.Holds, item.OwnerId)).ToList()
            : await ProposedAsync(values, fields, cancellationToken);
        await matterFields.SetAsync(documentId, fields.Items, TableRows.Write(rows), cancellationToken);
    }

    public async Task<bool> OrderAsync(string documentId, HandoverFields fields, CancellationToken cancellationToken = default)
    {
        var key = KeyOf(documentId);
        if (await data.Handovers.AnyAsync(row => row.Key == key, cancellationToken))
            return true;
        var values = await ValuesAsync(documentId, cancellationToken);
        var decider = await data.Seats.Where(seat => seat.WorkItem!.DocumentId == documentId && seat.DecidedById != null).OrderByDescending(seat => seat.DecidedAt).ThenByDescending(seat => seat.Id)
            .Select(seat => seat.DecidedById).FirstOrDefaultAsync(cancellationToken) ?? throw RefusalException.Invalid("还没有人办理过本事项，不能交接。");
        var orderer = await directory.PersonAsync(decider, cancellationToken);
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var at = Value(values, fields.Day) is { } text && FieldRules.Day(text) is { } day ? calendar.StartOf(day) : (DateTimeOffset?)null;
        var owners = (TableRows.Read(values.GetValueOrDefault(fields.Items)) ?? []).Where(row => row.ContainsKey("document") && row.ContainsKey("owner"))
            .GroupBy(row => row["document"]).ToDictionary(same => same.Key, same => same.Last()["owner"]);
        var request = new HandoverRequest(
            values.GetValueOrDefault(fields.Person) ?? throw RefusalException.Invalid("没有写明移交人。"), Value(values, fields.Reason) ?? "轮岗交流", at > clock.Now ? at : null,
            Value(values, fields.Post) is { } post ? await PostAsync(post, cancellationToken) : null, Value(values, fields.Successor), owners);
        var actor = new HandoverActor(orderer.Id, orderer.Login, false);
        if (await orders.WhyNotAsync(actor, request, cancellationToken) is { } why)
        {
            // The people at the desk can choose another receiver; the procedure can't.
            events.Add(ActRecord.On(await texts.CurrentAsync((await data.Documents.FindAsync([documentId], cancellationToken))!, cancellationToken), "交接未预定") with { Opinion = why });
            return false;
        }

        await orders.AddAsync(actor, request, key, cancellationToken);
        return true;
    }

    public async Task SignAsync(string documentId, string stepName, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(documentId, cancellationToken) is not { DoneAt: not null } handover)
            throw RefusalException.Invalid("交接还没有完成，不能签字。");
        var seats = await data.Seats.Where(seat => seat.WorkItem!.DocumentId == documentId && seat.WorkItem.StepName == stepName && seat.State == SeatState.Decided).ToListAsync(cancellationToken);
        foreach (var seat in seats.Where(seat => HandoverReader.IsOfASide(handover, seat.PersonId) && !handover.Signatures.Exists(signature => signature.PersonId == seat.PersonId)).DistinctBy(seat => seat.PersonId))
        {
            handover.Signatures.Add(new HandoverSignature { HandoverId = handover.Id, PersonId = seat.PersonId, At = seat.DecidedAt!.Value });
            events.Add(new ActRecord("交接签字") { Actor = await directory.PersonAsync(seat.PersonId, cancellationToken), DocumentId = documentId, Detail = new Dictionary<string, string> { ["移交人"] = handover.Person!.Name } });
        }
    }

    private async Task<List<IReadOnlyDictionary<string, string?>>> ProposedAsync(Dictionary<string, string> values, HandoverFields fields, CancellationToken cancellationToken)
    {
        var leaver = await directory.PersonAsync(values.GetValueOrDefault(fields.Person) ?? "", cancellationToken);
        var people = await HandoverPeople.ReadAsync(data, organisation, leaver, cancellationToken);
        if (Value(values, fields.Successor) is { } successor)
            people.Succeed(successor);
        return (await holdings.OfAsync(leaver.Id, leaver.Login, cancellationToken)).ConvertAll(holding => Row(holding.Document.Id, holding.Document.Title, holding.Words, people.Propose(holding)));
    }

    private static IReadOnlyDictionary<string, string?> Row(string documentId, string title, string holds, string? owner) =>
        new Dictionary<string, string?> { ["title"] = title, ["holds"] = holds, ["owner"] = owner, ["document"] = documentId };

    private static string? Value(Dictionary<string, string> values, string? key) => key is null ? null : values.GetValueOrDefault(key);

    private async Task<string> PostAsync(string words, CancellationToken cancellationToken) =>
        await data.Posts.Where(post => post.Unit!.Name + "/" + post.Name == words).Select(post => post.Id).FirstOrDefaultAsync(cancellationToken) ?? throw RefusalException.Invalid($"没有岗位“{words}”。");

    private async Task<Handover?> FindAsync(string documentId, CancellationToken cancellationToken)
    {
        var key = KeyOf(documentId);
        return await data.Handovers.Include(row => row.Person).Include(row => row.Signatures).Include(row => row.Items).ThenInclude(item => item.Document).SingleOrDefaultAsync(row => row.Key == key, cancellationToken);
    }

    private async Task<Dictionary<string, string>> ValuesAsync(string documentId, CancellationToken cancellationToken)
    {
        var matter = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这个事项");
        return MatterValues.Read((await texts.CurrentAsync(matter, cancellationToken)).SourceText);
    }
}
