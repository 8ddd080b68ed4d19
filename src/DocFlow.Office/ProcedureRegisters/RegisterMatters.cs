using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Time;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>Filters and orders the matters of a register, in the database.</summary>
internal sealed class RegisterMatters(IOfficeData data, Procedure procedure, WorkingCalendar calendar, Lights lights, DateTimeOffset now)
{
    private const string Range = "..";
    private const string DayFormat = "yyyy-MM-dd";

    public static readonly IReadOnlyList<string> States = ["在办", "办结", "作废"];
    public static readonly IReadOnlyList<string> LightWords = ["绿", "黄", "红"];

    private static readonly string[] Sortable = ["number", "title", "state", "light", "starter", "unit", "startedOn", "due", "closedOn"];

    /// <summary>By a restricted field nothing can be found out, not even by asking for values one after another.</summary>
    public bool CanSort(RegisterColumn column) => (column.Source == ColumnSource.Field && !procedure.Find(column.Name)!.IsRestricted) || (column.Source == ColumnSource.Matter && Sortable.Contains(column.Name));

    public IQueryable<Document> Where(IQueryable<Document> matters, RegisterQuery query)
    {
        if (query.Period is { Length: > 0 } period && PeriodRange.Read(period, calendar) is var range)
            matters = matters.Where(matter => matter.CreatedAt >= range.From && matter.CreatedAt < range.To);
        if (query.Search?.Trim() is { Length: > 0 } words)
            matters = matters.Where(matter => matter.Title.Contains(words) || (matter.Number != null && matter.Number.Contains(words)));
        foreach (var (from, value) in query.Filters.Where(filter => !string.IsNullOrWhiteSpace(filter.Value)))
            matters = Where(matters, from, value.Trim());
        return matters;
    }

    /// <summary>The ids of the matters in the order that is asked for.</summary>
    public IQueryable<string> OrderedIds(IQueryable<Document> matters, string? sort, bool isDescending) => Ordered(matters, sort, isDescending).Select(matter => matter.Id);

    private IQueryable<Document> Ordered(IQueryable<Document> matters, string? sort, bool isDescending)
    {
        if (string.IsNullOrEmpty(sort))
            return matters.OrderByDescending(matter => matter.CreatedAt).ThenByDescending(matter => matter.Id);
        var column = Column(sort);
        if (column is { Source: ColumnSource.Field, Name: var key })
        {
            return procedure.Find(key)!.Type == FieldType.Number
                ? By(matters, matter => data.MatterValues.Where(value => value.DocumentId == matter.Id && value.Key == key).Select(value => value.Number).FirstOrDefault(), isDescending)
                : By(matters, matter => data.MatterValues.Where(value => value.DocumentId == matter.Id && value.Key == key).Select(value => value.Text).FirstOrDefault(), isDescending);
        }

        return column.Name switch
        {
            "number" => By(matters, matter => matter.Number, isDescending),
            "title" => By(matters, matter => matter.Title, isDescending),
            "state" => By(matters, matter => matter.State, isDescending),
            "starter" => By(matters, matter => matter.Drafter!.Order, isDescending),
            "unit" => By(matters, matter => matter.DrafterUnit!.Order, isDescending),
            "closedOn" => By(matters, matter => matter.ClosedAt, isDescending),
            "startedOn" => By(matters, matter => matter.CreatedAt, isDescending),
            // Lights go with the deadline: red, yellow, green.
            _ => By(matters, matter => matter.DueAt, isDescending),
        };
    }

    /// <summary>A column by its name, when it can be sorted and filtered by.</summary>
    public RegisterColumn Column(string from) => procedure.Register!.Columns.FirstOrDefault(column => column.From == from && CanSort(column))
        ?? throw RefusalException.Invalid($"“{procedure.Register.Name}”没有可以筛选、排序的列“{from}”。");

    private IQueryable<Document> Where(IQueryable<Document> matters, string from, string value)
    {
        var column = Column(from);
        if (column.Source == ColumnSource.Field)
            return WhereField(matters, procedure.Find(column.Name)!, value);
        switch (column.Name)
        {
            case "state":
                return value switch
                {
                    "在办" => matters.Where(matter => matter.State != DocumentState.Archived && matter.State != DocumentState.Void),
                    "办结" => matters.Where(matter => matter.State == DocumentState.Archived),
                    "作废" => matters.Where(matter => matter.State == DocumentState.Void),
                    _ => throw Wrong(column, value, States),
                };
            case "light":
                return WhereLight(matters, column, value);
            case "number":
                return matters.Where(matter => matter.Number != null && matter.Number.Contains(value));
            case "starter":
                return matters.Where(matter => matter.Drafter!.Name.Contains(value));
            case "unit":
                return matters.Where(matter => matter.DrafterUnit!.Name.Contains(value));
            case "startedOn":
                return Days(value) is var (first, end) ? matters.Where(matter => matter.CreatedAt >= first && matter.CreatedAt < end) : matters;
            case "due":
                return Days(value) is var (from1, to1) ? matters.Where(matter => matter.DueAt >= from1 && matter.DueAt < to1) : matters;
            case "closedOn":
                return Days(value) is var (from2, to2) ? matters.Where(matter => matter.ClosedAt >= from2 && matter.ClosedAt < to2) : matters;
            default:
                return matters.Where(matter => matter.Title.Contains(value));
        }
    }

    private IQueryable<Document> WhereLight(IQueryable<Document> matters, RegisterColumn column, string value)
    {
        var yellow = lights.YellowUntil;
        var open = matters.Where(matter => matter.DueAt != null && matter.State != DocumentState.Archived && matter.State != DocumentState.Void);
        return value switch
        {
            "红" => open.Where(matter => matter.DueAt < now),
            "黄" => open.Where(matter => matter.DueAt >= now && matter.DueAt <= yellow),
            "绿" => open.Where(matter => matter.DueAt > yellow),
            _ => throw Wrong(column, value, LightWords),
        };
    }

    private IQueryable<Document> WhereField(IQueryable<Document> matters, ProcedureField field, string value)
    {
        var values = data.MatterValues.Where(row => row.ProcedureId == procedure.Id && row.Key == field.Key);
        switch (field.Type)
        {
            case FieldType.Number:
                var (least, most) = (Bound(value, 0, field), Bound(value, 1, field));
                values = values.Where(row => row.Number >= least && row.Number <= most);
                break;
            case FieldType.Date:
                var (from, to) = Span(value);
                var (first, last) = (from.ToString(DayFormat, CultureInfo.InvariantCulture), to.ToString(DayFormat, CultureInfo.InvariantCulture));
                values = values.Where(row => row.Text.CompareTo(first) >= 0 && row.Text.CompareTo(last) <= 0);
                break;
            case FieldType.Choice or FieldType.Person or FieldType.Unit or FieldType.Time when !field.IsMultiple:
                values = values.Where(row => row.Text == value);
                break;
            default:
                values = values.Where(row => row.Text.Contains(value));
                break;
        }

        var ids = values.Select(row => row.DocumentId);
        return matters.Where(matter => ids.Contains(matter.Id));
    }

    private static (string First, string Last) Bounds(string value)
    {
        var parts = value.Split(Range, 2);
        return parts is [var one] ? (one, one) : (parts[0], parts[1]);
    }

    private static long Bound(string value, int index, ProcedureField field)
    {
        var (first, last) = Bounds(value);
        var text = index == 0 ? first : last;
        if (text.Length == 0)
            return index == 0 ? long.MinValue : long.MaxValue;
        return FieldRules.Number(text) is { } number && Math.Abs(number) < long.MaxValue / MatterValue.Scale
            ? (long)(number * MatterValue.Scale)
            : throw RefusalException.Invalid($"“{field.Label}”按数字筛选，请写成 10 或 1..10。");
    }

    private (DateTimeOffset From, DateTimeOffset To)? Days(string value)
    {
        var (from, to) = Span(value);
        return (calendar.StartOf(from), calendar.StartOf(to.AddDays(1)));
    }

    // An end that is left out is open.
    private static (DateOnly From, DateOnly To) Span(string value)
    {
        var (first, last) = Bounds(value);
        var (from, to) = (first.Length == 0 ? FieldRules.FirstDay : FieldRules.Day(first), last.Length == 0 ? FieldRules.LastDay : FieldRules.Day(last));
        return from is { } begin && to is { } end
            ? (begin, end)
            : throw RefusalException.Invalid($"日期“{value}”无法识别，请写成 2026-12-01..2026-12-31。");
    }

    private static IQueryable<Document> By<TKey>(IQueryable<Document> matters, System.Linq.Expressions.Expression<Func<Document, TKey>> key, bool isDescending) =>
        isDescending ? matters.OrderByDescending(key).ThenByDescending(matter => matter.Id) : matters.OrderBy(key).ThenBy(matter => matter.Id);

    private static RefusalException Wrong(RegisterColumn column, string value, IReadOnlyList<string> known) =>
        RefusalException.Invalid(string.Create(CultureInfo.InvariantCulture, $"“{column.Title}”没有“{value}”，可选：{string.Join('、', known)}。"));
}
