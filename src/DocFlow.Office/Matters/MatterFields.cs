using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Steps;

namespace DocFlow.Office.Matters;

/// <inheritdoc />
internal sealed class MatterFields(IOfficeData data, ProcedureCatalog catalog, DocumentText texts, MatterVersions versions, EventLog events) : IMatterFields
{
    public async Task SetAsync(string documentId, string fieldKey, string? value, CancellationToken cancellationToken = default)
    {
        var matter = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这个事项");
        if (!matter.IsMatter || await catalog.FindAsync(matter.ProcedureId, cancellationToken) is not { } procedure)
            throw RefusalException.Invalid($"《{matter.Title}》不是从表单登记的事项，没有字段可写。");
        var current = await texts.CurrentAsync(matter, cancellationToken);
        var before = MatterValues.Read(current.SourceText);
        var form = new MatterForm(new Dictionary<string, string?> { [fieldKey] = value });
        var values = await versions.CheckAsync(procedure, [fieldKey], form, before, [], cancellationToken);
        // A burst that runs again finds it written.
        if (values.GetValueOrDefault(fieldKey) == before.GetValueOrDefault(fieldKey))
            return;
        var version = await versions.AddAsync(matter, procedure, matter.CurrentVersion + 1, matter.DrafterId, values, null, "流程写入", cancellationToken);
        events.Add(ActRecord.On(version, "写入字段") with { Opinion = $"{procedure.Find(fieldKey)!.Label}：{value}" });
    }
}
