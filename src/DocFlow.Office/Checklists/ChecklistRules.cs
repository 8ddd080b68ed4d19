using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Checklists;

/// <summary>The lines that a step asks of a document: those that were there when it was begun.</summary>
internal sealed class ChecklistRules(IOfficeData data)
{
    public async Task<IReadOnlyList<LineToTick>> LinesAsync(Document document, string stepName, CancellationToken cancellationToken)
    {
        var (procedureId, begun) = (document.ProcedureId, document.CreatedAt);
        return await data.CheckLines.AsNoTracking().Where(line => line.ProcedureId == procedureId && line.StepName == stepName && line.From <= begun && (line.To == null || line.To > begun))
            .OrderBy(line => line.From).ThenBy(line => line.Id).Select(line => new LineToTick(line.Id, line.Text)).ToListAsync(cancellationToken);
    }

    /// <summary>What was ticked, in words; null where nothing is to be ticked. 退回 ticks nothing.</summary>
    public async Task<string?> RequireAsync(WorkItem item, SeatAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Outcome == StepOutcomes.Return)
            return null;
        var lines = await LinesAsync(item.Document!, item.StepName, cancellationToken);
        if (lines.Count == 0)
            return null;
        var missing = lines.Where(line => answer.Ticked?.Contains(line.Id) != true).Select(line => $"“{line.Text}”").ToList();
        if (missing.Count > 0)
            throw RefusalException.Invalid($"核对清单还有{missing.Count}条没有勾选：{string.Join('、', missing)}。逐条核对后才能{answer.Outcome}。");
        return string.Join('；', lines.Select(line => line.Text));
    }
}
