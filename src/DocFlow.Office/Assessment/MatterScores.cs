using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;

namespace DocFlow.Office.Assessment;

/// <inheritdoc />
internal sealed class MatterScores(IOfficeData data, ProcedureCatalog catalog, DocumentText texts, Scoring scoring, IMatterFields fields, EventLog events) : IMatterScores
{
    public async Task<bool> ScoreAsync(string documentId, string monthField, string peopleField, string intoField, CancellationToken cancellationToken = default)
    {
        var matter = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这个事项");
        var procedure = matter.IsMatter ? await catalog.FindAsync(matter.ProcedureId, cancellationToken) : null;
        if (procedure?.Find(intoField) is not { Type: FieldType.Table } table)
            throw RefusalException.Invalid($"“{intoField}”不是本流程的表格字段，不能把得分写入《{matter.Title}》。请改正流程后重试。");
        var version = await texts.CurrentAsync(matter, cancellationToken);
        var values = MatterValues.Read(version.SourceText);
        try
        {
            var sheets = await scoring.ComputeAsync(values.GetValueOrDefault(monthField) ?? "", FieldRules.Several(values.GetValueOrDefault(peopleField)), new ScoringOrder(null, null, documentId), cancellationToken);
            var rows = sheets.OrderByDescending(sheet => sheet.Total).Select(sheet => CellsOf(sheet).Where(cell => table.Columns.Any(column => column.Key == cell.Key)).ToDictionary(cell => cell.Key, cell => cell.Value));
            await fields.SetAsync(documentId, intoField, TableRows.Write(rows), cancellationToken);
            return true;
        }
        catch (RefusalException refusal)
        {
            // The people at the desk can wait for the month's end or mend the formula; the procedure can't.
            events.Add(ActRecord.On(version, "评分未完成") with { Opinion = refusal.Message });
            return false;
        }
    }

    private static Dictionary<string, string?> CellsOf(ScoreSheet sheet) => new()
    {
        ["person"] = sheet.PersonId,
        ["unit"] = sheet.UnitId,
        ["score"] = ScoreReader.Show(sheet.Total),
        ["formula"] = string.Create(CultureInfo.InvariantCulture, $"第{sheet.Formula}版"),
        ["detail"] = string.Join('；', Scoring.LinesOf(sheet).Where(line => line.Value != 0 && line.Key != Formulas.FormulaScheme.Total).Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Key}{line.Value:0.##}"))),
    };
}
