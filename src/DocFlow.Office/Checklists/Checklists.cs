using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Matters;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Checklists;

/// <inheritdoc />
internal sealed class Checklists(IOfficeData data, DocumentText texts, ProcedureCatalog catalog, EventLog events, OfficeClock clock) : IChecklists
{
    public async Task AddAsync(string documentId, string stepField, string textField, CancellationToken cancellationToken = default)
    {
        var matter = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这个事项");
        var version = await texts.CurrentAsync(matter, cancellationToken);
        var values = MatterValues.Read(version.SourceText);
        if (values.GetValueOrDefault(textField)?.Trim() is not { Length: > 0 and <= CheckLine.MostText } text)
            return;
        if (await catalog.StepAsync(values.GetValueOrDefault(stepField), cancellationToken) is not { } step)
            throw RefusalException.Invalid($"《{matter.Title}》写明的环节“{values.GetValueOrDefault(stepField)}”已不在流程中，不能加入核对清单。请改正环节后重试。");
        if (await data.CheckLines.AnyAsync(line => line.SourceId == documentId && line.ProcedureId == step.ProcedureId && line.StepName == step.Step && line.Text == text, cancellationToken))
            return;
        data.CheckLines.Add(new CheckLine { Id = OfficeId.New(clock.Now), ProcedureId = step.ProcedureId, StepName = step.Step, Text = text, SourceId = documentId, From = clock.Now });
        events.Add(ActRecord.On(version, "加入核对清单") with { Opinion = $"{values[stepField]}：{text}" });
    }
}
