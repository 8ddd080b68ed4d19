using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;

namespace DocFlow.Office.Matters;

/// <inheritdoc />
internal sealed class MatterFields(IOfficeData data, ProcedureCatalog catalog, DocumentText texts, MatterVersions versions, EventLog events) : IMatterFields
{
    public async Task<string?> ReadChoiceAsync(string documentId, string fieldKey, CancellationToken cancellationToken = default)
    {
        var matter = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这个事项");
        if (!matter.IsMatter || (await catalog.FindAsync(matter.ProcedureId, cancellationToken))?.Find(fieldKey) is not { Type: FieldType.Choice, IsRestricted: false })
            throw RefusalException.Invalid($"《{matter.Title}》没有不限阅的选择字段“{fieldKey}”，不能按它分支。请改正流程后重试。");
        return MatterValues.Read((await texts.CurrentAsync(matter, cancellationToken)).SourceText).GetValueOrDefault(fieldKey);
    }

    public async Task SetAsync(string documentId, string fieldKey, string? value, CancellationToken cancellationToken = default)
    {
        var matter = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这个事项");
        if (!matter.IsMatter || await catalog.FindAsync(matter.ProcedureId, cancellationToken) is not { } procedure)
            throw RefusalException.Invalid($"《{matter.Title}》不是从表单登记的事项，没有字段可写。");
        if (procedure.Find(fieldKey) is { IsRestricted: true } hidden)
            throw RefusalException.Invalid($"“{hidden.Label}”是限阅字段，只能由人填写，不能由流程写入。");
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
