using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Procedures;
using DocFlow.Office.Restricted;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Matters;

/// <inheritdoc />
internal sealed class MatterParts(
    IOfficeData data, ProcedureCatalog catalog, DocumentText texts, MatterOrigins origins, MatterVersions versions, MatterBirth birth, IMatterFields fields, OfficeSettings settings, EventLog events) : IMatterParts
{
    public async Task DivideAsync(string documentId, string stepKey, PartOrder order, CancellationToken cancellationToken = default)
    {
        var matter = await MatterAsync(documentId, cancellationToken);
        var procedure = await catalog.FindAsync(order.ProcedureId, cancellationToken);
        foreach (var into in new[] { order.IntoField, order.CiteField })
        {
            if (procedure is not { HasForm: true } || (into is not null && procedure.Find(into) is null))
                throw RefusalException.Invalid($"没有已发布的、从表单登记{(into is null ? "" : $"且有字段“{into}”")}的流程“{order.ProcedureId}”，不能分解《{matter.Title}》。请先发布它，再重试。");
        }

        await RefuseCircleAsync(matter, order.ProcedureId, cancellationToken);
        var inherited = await origins.TakeAsync(procedure!, matter, cancellationToken);
        foreach (var part in PartPlan.Of(order, procedure!, await ValuesAsync(matter, cancellationToken)))
        {
            // A matter that was returned and divided anew keeps the parts that it has.
            var key = order.Again ? await AgainKeyAsync(matter, order.ProcedureId, stepKey, part.Key, cancellationToken) : $"{documentId}/{stepKey}/{part.Key}";
            if (key is null || await data.Documents.AnyAsync(row => row.CreationKey == key, cancellationToken) || data.Documents.Local.Any(row => row.CreationKey == key))
                continue;
            var given = new Dictionary<string, string?>(part.Values);
            if (order.CiteField is { } cite)
                given[cite] = string.Create(CultureInfo.InvariantCulture, $"《{matter.Title}》{(matter.Number is { } number ? $"（{number}）" : "")}第{part.Row}项");
            var values = await versions.CheckAsync(procedure!, procedure!.Form, new MatterForm(given), inherited, procedure.Form, cancellationToken);
            await birth.AddAsync(procedure, new MatterParents(matter.DrafterId, matter) { SharesDeadline = true }, values, null, key, cancellationToken);
        }
    }

    public async Task CollectAsync(string documentId, string fromField, string intoField, CancellationToken cancellationToken = default)
    {
        var matter = await MatterAsync(documentId, cancellationToken);
        if ((await catalog.FindAsync(matter.ProcedureId, cancellationToken))?.Find(intoField) is not { Type: FieldType.Table } table)
            throw RefusalException.Invalid($"“{intoField}”不是本流程的表格字段，不能汇总到《{matter.Title}》。请改正流程后重试。");
        var rows = new List<IReadOnlyDictionary<string, string?>>();
        foreach (var part in await data.Documents.Where(part => part.BornFromId == matter.Id && part.IsMatter && part.State != DocumentState.Void).OrderBy(part => part.CreatedAt).ThenBy(part => part.Id).ToListAsync(cancellationToken))
        {
            // A restricted text stays where it is.
            var values = (await ValuesAsync(part, cancellationToken)).Where(pair => !RestrictedReference.Is(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value);
            rows.AddRange((TableRows.Read(values.GetValueOrDefault(fromField)) ?? [])
                .Select(row => table.Columns.ToDictionary(column => column.Key, column => row.GetValueOrDefault(column.Key) ?? values.GetValueOrDefault(column.Key))));
        }

        await fields.SetAsync(documentId, intoField, TableRows.Write(rows), cancellationToken);
    }

    public async Task ExtendAsync(string documentId, string daysField, CancellationToken cancellationToken = default)
    {
        var matter = await MatterAsync(documentId, cancellationToken);
        if (matter.DueAt is not { } due)
            throw RefusalException.Invalid($"《{matter.Title}》没有办理期限，不能延期。");
        if (FieldRules.Number((await ValuesAsync(matter, cancellationToken)).GetValueOrDefault(daysField) ?? "") is not (>= 1 and <= 500 and var days))
            throw RefusalException.Invalid($"《{matter.Title}》没有写明延期的工作日数。");
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        matter.OriginalDueAt ??= due;
        matter.DueAt = calendar.DueAfter(due, (int)days);
        events.Add(ActRecord.On(await texts.CurrentAsync(matter, cancellationToken), "延期") with
        {
            Opinion = string.Create(CultureInfo.InvariantCulture, $"延期{days:0}个工作日，由{calendar.Show(due)}延至{calendar.Show(matter.DueAt.Value)}"),
        });
    }

    // Of two procedures that divide into each other there would be no end; what people start from a matter ends the chain.
    private async Task RefuseCircleAsync(Document matter, string procedureId, CancellationToken cancellationToken)
    {
        for (var above = matter; above is not null && IsPart(above); above = await data.Documents.FindAsync([above.BornFromId], cancellationToken))
        {
            if (above.ProcedureId == procedureId)
                throw RefusalException.Invalid($"《{matter.Title}》本身就是由“{above.Kind}”分解而来，不能再循环分解为“{above.Kind}”。请改正流程后重试。");
        }
    }

    private static bool IsPart(Document matter) => matter.BornFromId is { } origin && matter.CreationKey?.StartsWith($"{origin}/", StringComparison.Ordinal) == true;

    // Named by the version that is divided, so that a burst that runs again finds it; null while the former part is still open.
    private async Task<string?> AgainKeyAsync(Document matter, string procedureId, string stepKey, string partKey, CancellationToken cancellationToken)
    {
        var end = $"/{partKey}";
        var isOpen = await data.Documents.AnyAsync(
            part => part.BornFromId == matter.Id && part.ProcedureId == procedureId && part.CreationKey!.EndsWith(end) && part.State != DocumentState.Archived && part.State != DocumentState.Void, cancellationToken);
        return isOpen ? null : string.Create(CultureInfo.InvariantCulture, $"{matter.Id}/{stepKey}/v{matter.CurrentVersion}{end}");
    }

    private async Task<Dictionary<string, string>> ValuesAsync(Document matter, CancellationToken cancellationToken) =>
        MatterValues.Read((await texts.CurrentAsync(matter, cancellationToken)).SourceText);

    private async Task<Document> MatterAsync(string documentId, CancellationToken cancellationToken)
    {
        var matter = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这个事项");
        return matter.IsMatter ? matter : throw RefusalException.Invalid($"《{matter.Title}》不是从表单登记的事项。");
    }
}
