using System.Globalization;
using DocFlow.Documents.Papers;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Papers;

/// <summary>办理单 of a matter, such as 收文处理单: what its form says, each step's decisions in their order, and who has read it.</summary>
internal sealed class MatterPaper(IOfficeData data, ProcedureCatalog catalog, DocumentText texts, MatterNames names, OfficeSettings settings)
{
    private const int Columns = 4;
    private const int BoxLines = 2;
    private const int MostNarrow = 28;

    public async Task<Paper> OfAsync(Document matter, CancellationToken cancellationToken)
    {
        if (!matter.IsMatter || await catalog.FindAsync(matter.ProcedureId, cancellationToken) is not { } procedure)
            throw RefusalException.NotFound("这种表");
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var values = MatterValues.Read((await texts.CurrentAsync(matter, cancellationToken)).SourceText);
        var shown = await names.ShowAsync(procedure.Fields, values, cancellationToken);
        var rows = new List<PaperRow>();
        rows.AddRange(Fields(procedure.Fields.Where(field => shown.ContainsKey(field.Key)).Select(field => (field, shown[field.Key])), calendar.Print(matter.CreatedAt), matter.DueAt is { } due ? calendar.Print(due) : null));
        foreach (var step in (await DecisionsAsync(matter.Id, cancellationToken)).GroupBy(seat => seat.WorkItem!.StepName))
            rows.Add(Wide(step.Key, [.. step.Select(seat => $"{seat.Opinion ?? seat.Outcome}　{seat.Person!.Name}　{calendar.Print(seat.DecidedAt!.Value)}")], BoxLines));
        var readers = await data.CirculationReaders.AsNoTracking().Include(reader => reader.Person).Where(reader => reader.Sheet!.DocumentId == matter.Id)
            .OrderBy(reader => reader.Order).ToListAsync(cancellationToken);
        if (readers.Count > 0)
            rows.Add(Wide("传阅", [string.Join('、', readers.Select(reader => reader.ReadAt is { } read ? $"{reader.Person!.Name}（{calendar.Print(read)}阅）" : $"{reader.Person!.Name}（未阅）"))], 1));
        return new Paper
        {
            Title = procedure.Sheet ?? $"{procedure.Title}单",
            Issuer = matter.DrafterUnit!.Name,
            LeftNote = matter.Number is { } number ? $"编号：{number}" : null,
            RightNote = calendar.Print(matter.CreatedAt),
            Columns = [24, 54, 24, 54],
            Rows = rows,
        };
    }

    private static IEnumerable<PaperRow> Fields(IEnumerable<(ProcedureField Field, string Text)> fields, string registered, string? due)
    {
        var narrow = new List<(string Label, string Text)>();
        var wide = new List<PaperRow>();
        foreach (var (field, text) in fields)
        {
            if (field.Type is FieldType.LongText or FieldType.Table || text.Length > MostNarrow)
                wide.Add(Wide(field.Label, text.Split('\n'), 1));
            else
                narrow.Add((field.Label, field.Type == FieldType.Date && FieldRules.Day(text) is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日") : text));
        }

        narrow.Add(("登记日期", registered));
        narrow.Add(("办理期限", due ?? "无"));
        return [.. narrow.Chunk(2).Select(pair => new PaperRow([.. pair.Concat(pair.Length == 1 ? [("", "")] : []).SelectMany(one => new[] { PaperCell.Label(one.Label), PaperCell.Of(one.Text) })])), .. wide];
    }

    private async Task<List<Seat>> DecisionsAsync(string matterId, CancellationToken cancellationToken) =>
        [.. (await data.Seats.AsNoTracking().Include(seat => seat.WorkItem).Include(seat => seat.Person)
            .Where(seat => seat.WorkItem!.DocumentId == matterId && seat.State == SeatState.Decided).ToListAsync(cancellationToken)).OrderBy(seat => seat.DecidedAt).ThenBy(seat => seat.Order)];

    private static PaperRow Wide(string label, IReadOnlyList<string> words, int leastLines) =>
        new([PaperCell.Label(label), new PaperCell([.. words.Select(text => new PaperText(text))]) { Span = Columns - 1 }]) { LeastLines = leastLines };
}
