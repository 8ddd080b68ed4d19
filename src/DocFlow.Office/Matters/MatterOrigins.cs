using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Procedures;
using DocFlow.Office.Restricted;
using DocFlow.Office.Settings;
using DocFlow.Office.Tracking;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Matters;

/// <summary>What a new matter's fields take from the document or matter that it is born from.</summary>
internal sealed class MatterOrigins(IOfficeData data, DocumentText texts, OfficeSettings settings)
{
    private const string OfField = "field:";
    private const string OfStep = "step:";

    /// <summary>The values by key, of the fields that take any.</summary>
    public async Task<Dictionary<string, string>> TakeAsync(Procedure procedure, Document origin, CancellationToken cancellationToken)
    {
        var taken = new Dictionary<string, string>();
        foreach (var field in procedure.Form.Select(procedure.Find).OfType<ProcedureField>().Where(field => field.Prefill is not null))
        {
            var value = field.Prefill == ProcedureField.Duties ? await DutiesAsync(field, origin, cancellationToken) : await ValueAsync(field.Prefill!, origin, cancellationToken);
            // A restricted text doesn't go over into another matter.
            if (RestrictedReference.Is(value))
                continue;
            // What doesn't fit is left for the person to fill in.
            if (!string.IsNullOrWhiteSpace(value) && FieldRules.Problem(field, value) is null)
                taken[field.Key] = value;
        }

        return taken;
    }

    private async Task<string?> DutiesAsync(ProcedureField table, Document origin, CancellationToken cancellationToken) => origin.IsMatter
        ? null
        : TableRows.Write(DutySentences.Of((await texts.CurrentAsync(origin, cancellationToken)).SourceText).Take(TableRows.MostRows).Select(sentence => new Dictionary<string, string?> { [table.Columns[0].Key] = sentence }));

    private async Task<string?> ValueAsync(string prefill, Document origin, CancellationToken cancellationToken)
    {
        if (prefill == "title")
            return origin.Title;
        if (prefill == "number")
            return origin.Number;
        if (prefill == "kind")
            return origin.Kind;
        if (prefill.StartsWith(OfField, StringComparison.Ordinal))
            return origin.IsMatter ? MatterValues.Read((await texts.CurrentAsync(origin, cancellationToken)).SourceText).GetValueOrDefault(prefill[OfField.Length..]) : null;
        var dot = prefill.LastIndexOf('.');
        var step = prefill[OfStep.Length..dot];
        var seat = await data.Seats.AsNoTracking().Include(row => row.Person).Where(row => row.WorkItem!.DocumentId == origin.Id && row.WorkItem.StepName == step && row.State == SeatState.Decided)
            .OrderByDescending(row => row.DecidedAt).FirstOrDefaultAsync(cancellationToken);
        return seat is null ? null : prefill[(dot + 1)..] switch
        {
            "opinion" => seat.OpinionInWords,
            "person" => seat.Person!.Name,
            "date" => (await settings.ReadCalendarAsync(cancellationToken)).DayOf(seat.DecidedAt!.Value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => seat.Outcome,
        };
    }
}
