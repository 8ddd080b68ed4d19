using System.Globalization;
using DocFlow.Documents.Papers;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Handwriting;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Papers;

/// <summary>办理单 of a matter, such as 收文处理单: what its form says, each step's decisions in their order, and who has read it.</summary>
internal sealed class MatterPaper(IOfficeData data, ProcedureCatalog catalog, DocumentText texts, MatterNames names, HandwritingStore handwritings, OfficeSettings settings)
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
        var decisions = await DecisionsAsync(matter.Id, cancellationToken);
        var opinions = await OpinionsAsync(decisions, calendar, cancellationToken);
        foreach (var step in decisions.GroupBy(seat => seat.WorkItem!.StepName))
            rows.Add(Wide(step.Key, step.SelectMany(seat => opinions[seat.Id]), BoxLines));
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

    // By seat: the words with name and day in a row, or around what was written by hand.
    private async Task<Dictionary<string, IReadOnlyList<PaperText>>> OpinionsAsync(List<Seat> decisions, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var deciders = decisions.Where(seat => seat.DecidedById != seat.PersonId).Select(seat => seat.DecidedById).ToList();
        var people = await data.People.Where(person => deciders.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var strokes = await handwritings.OfSeatsAsync(decisions.Where(seat => seat.HandwritingHash is not null).ToDictionary(seat => seat.Id, seat => seat.HandwritingHash!), cancellationToken);
        return decisions.ToDictionary(seat => seat.Id, seat =>
        {
            var by = people.TryGetValue(seat.DecidedById ?? "", out var decider) ? $"{decider}（代{seat.Person!.Name}）" : seat.Person!.Name;
            var (words, day) = (seat.Opinion ?? seat.Outcome, calendar.Print(seat.DecidedAt!.Value));
            return strokes.TryGetValue(seat.Id, out var writing)
                ? [new PaperText(words ?? ""), new PaperText("") { Block = WrittenOpinion.Image(writing, by, day, isLarge: true) }, new PaperText($"{by}　{day}", PaperSide.Right)]
                : (IReadOnlyList<PaperText>)[new PaperText($"{words}　{by}　{day}")];
        });
    }

    private static PaperRow Wide(string label, IEnumerable<string> words, int leastLines) => Wide(label, words.Select(text => new PaperText(text)), leastLines);

    private static PaperRow Wide(string label, IEnumerable<PaperText> texts, int leastLines) =>
        new([PaperCell.Label(label), new PaperCell([.. texts]) { Span = Columns - 1 }]) { LeastLines = leastLines };
}
