using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Chains;

/// <summary>What a chain's page says of its links, read for all of them together.</summary>
internal sealed class ChainLinks(IOfficeData data, IProcedures procedures, OfficeSettings settings, OfficeClock clock)
{
    public async Task<IReadOnlyDictionary<string, ChainLink>> OfAsync(IReadOnlyList<Document> documents, CancellationToken cancellationToken)
    {
        var ids = documents.Select(document => document.Id).ToList();
        var seats = await data.Seats.AsNoTracking().Include(seat => seat.WorkItem).Include(seat => seat.Person)
            .Where(seat => ids.Contains(seat.WorkItem!.DocumentId) && (seat.State == SeatState.Open || seat.DecidedAt != null)).ToListAsync(cancellationToken);
        var deciders = seats.Select(seat => seat.DecidedById).OfType<string>().Distinct().ToList();
        var people = await data.People.Where(person => deciders.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var files = (await data.Renderings.AsNoTracking().Where(row => ids.Contains(row.DocumentId) && row.Format == "pdf" && row.Purpose != RenderingPurpose.Review).OrderBy(row => row.At)
            .ToListAsync(cancellationToken)).ToLookup(row => row.DocumentId);
        var yellow = (await procedures.DeclaredAsync(cancellationToken)).ToDictionary(procedure => procedure.Id, procedure => procedure.YellowWorkingDays);
        var (calendar, now) = (await settings.ReadCalendarAsync(cancellationToken), clock.Now);
        var ofDocument = seats.ToLookup(seat => seat.WorkItem!.DocumentId);
        return documents.ToDictionary(document => document.Id, document =>
        {
            var open = ofDocument[document.Id].Where(seat => seat.State == SeatState.Open).OrderBy(seat => seat.WorkItem!.OpenedAt).ThenBy(seat => seat.Order).ToList();
            var last = ofDocument[document.Id].Where(seat => seat.DecidedAt is not null).MaxBy(seat => (seat.DecidedAt, seat.Id));
            // An official document is due where it waits.
            var due = document.IsMatter ? document.DueAt : open.Select(seat => seat.WorkItem!.DueAt).Min();
            var lights = new Lights(calendar, now, yellow.GetValueOrDefault(document.ProcedureId ?? "", 3));
            return new ChainLink(
                document.Id, 0, document.Title, document.Kind, document.Number, document.DrafterUnit!.Name, MatterStates.Of(document),
                string.Join('、', open.Select(seat => $"{seat.WorkItem!.StepName}（{seat.Person!.Name}）")),
                last is null ? null : $"{last.WorkItem!.StepName}：{last.Outcome}（{(last.DecidedById is { } decider ? people[decider] : "系统")}）", last?.OpinionInWords)
            {
                StartedAt = document.CreatedAt,
                DueAt = due,
                OriginalDueAt = document.OriginalDueAt,
                ClosedAt = document.ClosedAt,
                LastAt = last?.DecidedAt,
                Light = lights.Of(due, document.State is DocumentState.Archived or DocumentState.Void),
                Files = [.. files[document.Id].GroupBy(row => row.Name).Select(same => new ChainFile(same.Key.Length > 0 ? same.Key : "正式文件", same.Last().FileHash))],
            };
        });
    }
}
