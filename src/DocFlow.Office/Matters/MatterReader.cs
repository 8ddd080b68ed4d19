using DocFlow.Office.Dossiers;
using DocFlow.Office.Handovers;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Queries;
using DocFlow.Office.Restricted;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Matters;

/// <summary>Reads matters for their pages.</summary>
internal sealed class MatterReader(
    IOfficeData data, ProcedureCatalog catalog, DocumentAccess access, DocumentText texts, MatterNames names, OfficeSettings settings, OfficeClock clock)
{
    /// <summary>The dossier with what only a matter has, and with its links.</summary>
    public async Task<Dossier> WithMatterAsync(Dossier dossier, string personId, Document document, CancellationToken cancellationToken)
    {
        dossier = dossier with { Links = await LinksAsync(personId, document, cancellationToken) };
        if (!document.IsMatter || await catalog.FindAsync(document.ProcedureId, cancellationToken) is not { } procedure)
            return dossier;
        var version = await texts.CurrentAsync(document, cancellationToken);
        var values = MatterValues.Read(version.SourceText);
        return dossier with
        {
            Matter = await ViewAsync(document, procedure, version, values, cancellationToken),
            Acts = [.. dossier.Acts.Select(act => act with { Fields = Fields(procedure, act, values) })],
        };
    }

    private async Task<MatterView> ViewAsync(Document matter, Procedure procedure, DocumentVersion version, Dictionary<string, string> values, CancellationToken cancellationToken)
    {
        var shown = await names.ShowAsync(procedure.Fields, values, cancellationToken);
        var files = (await texts.AttachmentsAsync(version.Id, cancellationToken)).ToDictionary(attachment => attachment.Name, attachment => attachment.FileHash);
        var lights = new Lights(await settings.ReadCalendarAsync(cancellationToken), clock.Now, procedure.YellowWorkingDays);
        var handover = MatterHandovers.KeyOf(matter.Id);
        return new MatterView(
            procedure.Title,
            [.. procedure.Fields.Where(field => shown.ContainsKey(field.Key)).Select(field =>
                new MatterLine(field.Key, field.Label, field.Type, shown[field.Key], field.Type == FieldType.File ? files.GetValueOrDefault(values[field.Key]) : null,
                    field.IsRestricted ? RestrictedWords.Say(field, procedure.Fields) : null))],
            matter.DueAt, matter.OriginalDueAt, lights.Of(matter.DueAt, matter.State is DocumentState.Archived or DocumentState.Void), matter.ClosedAt, procedure.Register?.Name)
        {
            HandsOver = await data.Handovers.AnyAsync(row => row.Key == handover, cancellationToken),
            Raises = matter.State == DocumentState.Running ? procedure.Raises : null,
        };
    }

    // What the reader may not open isn't named either.
    private async Task<IReadOnlyList<MatterLink>> LinksAsync(string personId, Document document, CancellationToken cancellationToken)
    {
        var inside = await access.InsideAsync(personId, cancellationToken);
        return await inside.AsNoTracking().Where(row => row.Id == document.BornFromId || row.BornFromId == document.Id).OrderBy(row => row.CreatedAt)
            .Select(row => new MatterLink(row.Id, row.Title, row.Kind, row.Number, row.State, row.Id == document.BornFromId)).ToListAsync(cancellationToken);
    }

    private static IReadOnlyList<FieldToFill> Fields(Procedure procedure, OpenAct act, Dictionary<string, string> values) =>
        [.. (act.IsFirstStep ? procedure.Form : act.FieldKeys).Select(procedure.Find).OfType<ProcedureField>().Select(field => field.IsRestricted
            ? new FieldToFill(field, null, RestrictedWords.Say(field, procedure.Fields), values.ContainsKey(field.Key))
            : new FieldToFill(field, RestrictedReference.Is(values.GetValueOrDefault(field.Key)) ? null : values.GetValueOrDefault(field.Key) ?? FirstRow(field, values)))];

    // An empty table opens with what the matter says of the same things.
    private static string? FirstRow(ProcedureField field, Dictionary<string, string> values) =>
        field.Type == FieldType.Table && TableRows.Write([field.Columns.Where(column => values.TryGetValue(column.Key, out var value) && !RestrictedReference.Is(value)).ToDictionary(column => column.Key, column => (string?)values[column.Key])]) is { Length: > 0 } row
            ? row
            : null;
}
