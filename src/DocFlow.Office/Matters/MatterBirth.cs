using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Outbox;
using DocFlow.Office.People;
using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;

namespace DocFlow.Office.Matters;

/// <summary>Where a matter comes from.</summary>
/// <param name="StarterId">Who registered it.</param>
/// <param name="Origin">The document or matter that it is born from; null for none.</param>
internal sealed record MatterParents(string StarterId, Document? Origin)
{
    /// <summary>It is due with its origin unless its own procedure says when.</summary>
    public bool SharesDeadline { get; init; }
}

/// <summary>Makes a matter with its number, deadline, first version, event, and the message that starts its procedure. Only adds to the context.</summary>
internal sealed class MatterBirth(
    IOfficeData data, OfficeDirectory directory, MatterVersions versions, MatterDeadlines deadlines, NumberCounters counters, OutboxWriter outbox, EventLog events, OfficeClock clock)
{
    public async Task<Document> AddAsync(
        Procedure procedure, MatterParents parents, Dictionary<string, string> values, IReadOnlyDictionary<string, MatterFile>? files, string? creationKey, CancellationToken cancellationToken)
    {
        var starter = await directory.PersonAsync(parents.StarterId, cancellationToken);
        var post = await directory.OwnPostAsync(parents.StarterId, cancellationToken);
        var now = clock.Now;
        var due = await deadlines.OfAsync(procedure.Deadline, values, now, cancellationToken);
        var matter = new Document
        {
            Id = OfficeId.New(now),
            Title = "",
            Kind = procedure.Title,
            IsMatter = true,
            ProcedureId = procedure.Id,
            State = DocumentState.Running,
            InstanceId = OfficeId.New(now),
            DrafterId = starter.Id,
            DrafterUnitId = post.UnitId,
            BornFromId = parents.Origin?.Id,
            DueAt = due ?? (parents.SharesDeadline ? parents.Origin?.DueAt : null),
            CreationKey = creationKey,
            CreatedAt = now,
            UpdatedAt = now,
        };
        data.Documents.Add(matter);
        if (procedure.NumberCode is { } code)
            matter.Number = (await counters.NextAsync(code, matter.Id, now, cancellationToken)).Text;
        var version = await versions.AddAsync(matter, procedure, 1, starter.Id, values, files, null, cancellationToken);
        outbox.Start(new StartMessage(procedure.Id, matter.InstanceId, matter.Id));
        events.Add(ActRecord.On(version, "登记") with { Actor = starter, PostShown = OfficeDirectory.Shown(post), StepName = procedure.Title, Detail = Detail(matter, parents.Origin) });
        return matter;
    }

    private static Dictionary<string, string> Detail(Document matter, Document? origin)
    {
        var detail = new Dictionary<string, string>();
        if (matter.Number is { } number)
            detail["编号"] = number;
        if (origin is not null)
            detail["来源"] = origin.Title;
        return detail;
    }
}
