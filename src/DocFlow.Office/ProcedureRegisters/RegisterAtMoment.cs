using System.Globalization;
using System.Text.Json;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>
/// The matters of a register as they stood at a moment: what was registered by then, as its version of then says, with the states, deadlines and decisions of then.
/// What was acted afterwards changes nothing of it, so that numbers of a stated moment can be read again for ever.
/// </summary>
internal sealed class RegisterAtMoment(IOfficeData data, MatterNames names, Procedure procedure, WorkingCalendar calendar, DateTimeOffset at)
{
    private const int MostMatters = 20_000;

    /// <summary>Of an extension (延期): the deadline before it, as a moment that a program reads.</summary>
    public const string DueBefore = "原期限";

    public Lights Lights { get; } = new(calendar, at, procedure.YellowWorkingDays);

    /// <summary>The matters as they stood, the newest first, and their values.</summary>
    public async Task<(IReadOnlyList<Document> Matters, IReadOnlyDictionary<(string, string), MatterValue> Values)> ReadAsync(IQueryable<Document> matters, CancellationToken cancellationToken)
    {
        if (!procedure.HasForm)
            return (await new DocumentsAtMoment(data, at).ReadAsync(matters, MostMatters, cancellationToken), new Dictionary<(string, string), MatterValue>());
        var now = await matters.AsNoTracking().Include(matter => matter.Drafter).Include(matter => matter.DrafterUnit).Where(matter => matter.IsMatter && matter.CreatedAt <= at)
            .OrderByDescending(matter => matter.CreatedAt).ThenByDescending(matter => matter.Id).Take(MostMatters + 1).ToListAsync(cancellationToken);
        if (now.Count > MostMatters)
            throw RefusalException.Invalid(string.Create(CultureInfo.InvariantCulture, $"截至时点的事项超过{MostMatters}件，请按时期筛选。"));
        var ids = now.ConvertAll(matter => matter.Id);
        var dues = await DuesAsync([.. now.Where(matter => matter.OriginalDueAt is not null).Select(matter => matter.Id)], cancellationToken);
        var voided = await VoidedAsync([.. now.Where(matter => matter.State == DocumentState.Void).Select(matter => matter.Id)], cancellationToken);
        var then = await ThenAsync(ids, cancellationToken);
        var values = (await data.MatterValues.AsNoTracking().Where(value => EF.Parameter(ids).Contains(value.DocumentId)).ToListAsync(cancellationToken))
            .Where(value => !then.ContainsKey(value.DocumentId)).ToDictionary(value => (value.DocumentId, value.Key));
        foreach (var (id, filled) in then)
        {
            foreach (var value in await ShownAsync(id, filled, cancellationToken))
                values[(id, value.Key)] = value;
        }

        return ([.. now.Select(matter => Then(matter, then.GetValueOrDefault(matter.Id), dues, voided))], values);
    }

    private Document Then(Document matter, Dictionary<string, string>? filled, Dictionary<string, DateTimeOffset> dues, HashSet<string> voided)
    {
        var isClosed = matter.ClosedAt <= at;
        var due = dues.TryGetValue(matter.Id, out var before) ? before : matter.DueAt;
        return new Document
        {
            Id = matter.Id,
            Title = procedure.TitleField is { } title && filled is not null ? filled.GetValueOrDefault(title, matter.Title) : matter.Title,
            Kind = matter.Kind,
            ProcedureId = matter.ProcedureId,
            IsMatter = true,
            State = voided.Contains(matter.Id) ? DocumentState.Void : isClosed ? DocumentState.Archived : DocumentState.Running,
            DrafterId = matter.DrafterId,
            DrafterUnitId = matter.DrafterUnitId,
            Drafter = matter.Drafter,
            DrafterUnit = matter.DrafterUnit,
            Number = matter.Number,
            DueAt = due,
            OriginalDueAt = due == matter.OriginalDueAt ? null : matter.OriginalDueAt,
            ClosedAt = isClosed ? matter.ClosedAt : null,
            BornFromId = matter.BornFromId,
            CreatedAt = matter.CreatedAt,
        };
    }

    // The deadline before the first extension that came later.
    private async Task<Dictionary<string, DateTimeOffset>> DuesAsync(List<string> extended, CancellationToken cancellationToken)
    {
        var acts = await data.Events.AsNoTracking().Where(row => row.Act == "延期" && row.At > at && EF.Parameter(extended).Contains(row.DocumentId!)).OrderBy(row => row.Sequence)
            .Select(row => new { row.DocumentId, row.DetailJson }).ToListAsync(cancellationToken);
        return acts.GroupBy(row => row.DocumentId!).Select(same => (Id: same.Key, Before: BeforeOf(same.First().DetailJson))).Where(pair => pair.Before is not null)
            .ToDictionary(pair => pair.Id, pair => pair.Before!.Value);
    }

    private async Task<HashSet<string>> VoidedAsync(List<string> voided, CancellationToken cancellationToken) => voided.Count == 0
        ? []
        : [.. await data.Events.AsNoTracking().Where(row => row.Act == "作废" && row.At <= at && EF.Parameter(voided).Contains(row.DocumentId!)).Select(row => row.DocumentId!).ToListAsync(cancellationToken)];

    // What was filled in by then, of the matters that were filled in again afterwards.
    private async Task<Dictionary<string, Dictionary<string, string>>> ThenAsync(List<string> ids, CancellationToken cancellationToken)
    {
        var changed = await data.DocumentVersions.AsNoTracking().Where(version => version.At > at && EF.Parameter(ids).Contains(version.DocumentId)).Select(version => version.DocumentId).Distinct()
            .ToListAsync(cancellationToken);
        var versions = await data.DocumentVersions.AsNoTracking().Where(version => version.At <= at && EF.Parameter(changed).Contains(version.DocumentId))
            .Select(version => new { version.DocumentId, version.Ordinal, version.SourceText }).ToListAsync(cancellationToken);
        return versions.GroupBy(version => version.DocumentId).ToDictionary(same => same.Key, same => MatterValues.Read(same.MaxBy(version => version.Ordinal)!.SourceText));
    }

    private async Task<IEnumerable<MatterValue>> ShownAsync(string id, Dictionary<string, string> filled, CancellationToken cancellationToken)
    {
        var shown = await names.ShowAsync(procedure.Fields, filled, cancellationToken);
        return procedure.Fields.Select(field => MatterValue.Of(id, procedure.Id, field, shown.GetValueOrDefault(field.Key, "")));
    }

    private static DateTimeOffset? BeforeOf(string? detailJson)
    {
        if (detailJson is null)
            return null;
        using var detail = JsonDocument.Parse(detailJson);
        return detail.RootElement.TryGetProperty(DueBefore, out var before) && before.TryGetDateTimeOffset(out var moment) ? moment : null;
    }
}
