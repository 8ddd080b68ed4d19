using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Matters;

/// <inheritdoc />
internal sealed class MatterParts(
    IOfficeData data, ProcedureCatalog catalog, DocumentText texts, MatterOrigins origins, MatterVersions versions, MatterBirth birth, OfficeSettings settings, EventLog events) : IMatterParts
{
    public async Task DivideAsync(string documentId, string stepKey, string procedureId, string fieldKey, string intoField, CancellationToken cancellationToken = default)
    {
        var matter = await MatterAsync(documentId, cancellationToken);
        var procedure = await catalog.FindAsync(procedureId, cancellationToken);
        if (procedure is not { HasForm: true } || procedure.Find(intoField) is null)
            throw RefusalException.Invalid($"没有已发布的、从表单登记且有字段“{intoField}”的流程“{procedureId}”，不能分解《{matter.Title}》。请先发布它，再重试。");
        var inherited = await origins.TakeAsync(procedure, matter, cancellationToken);
        foreach (var one in FieldRules.Several((await ValuesAsync(matter, cancellationToken)).GetValueOrDefault(fieldKey)))
        {
            // A matter that was returned and divided anew keeps the parts that it has.
            var key = $"{documentId}/{stepKey}/{one}";
            if (await data.Documents.AnyAsync(row => row.CreationKey == key, cancellationToken))
                continue;
            var form = new MatterForm(new Dictionary<string, string?> { [intoField] = one });
            var values = await versions.CheckAsync(procedure, procedure.Form, form, inherited, procedure.Form, cancellationToken);
            await birth.AddAsync(procedure, new MatterParents(matter.DrafterId, matter) { SharesDeadline = true }, values, null, key, cancellationToken);
        }
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

    private async Task<Dictionary<string, string>> ValuesAsync(Document matter, CancellationToken cancellationToken) =>
        MatterValues.Read((await texts.CurrentAsync(matter, cancellationToken)).SourceText);

    private async Task<Document> MatterAsync(string documentId, CancellationToken cancellationToken)
    {
        var matter = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这个事项");
        return matter.IsMatter ? matter : throw RefusalException.Invalid($"《{matter.Title}》不是从表单登记的事项。");
    }
}
