using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>Filters and orders the matters of a register, in the database.</summary>
internal sealed class RegisterMatters(IOfficeData data, Procedure procedure, WorkingCalendar calendar, Lights lights, DateTimeOffset now)
{
    private const string Range = "..";
    private const string DayFormat = "yyyy-MM-dd";

    public static readonly IReadOnlyList<string> States = ["在办", "办结", "作废"];
    public static readonly IReadOnlyList<string> LightWords = ["绿", "黄", "红"];

    // Named one by one, so that an index finds the few that are open among the many that are over.
    private static readonly DocumentState[] Open = [.. Enum.GetValues<DocumentState>().Where(state => state is not (DocumentState.Archived or DocumentState.Void))];

    private static readonly string[] Sortable = ["number", "title", "state", "light", "starter", "unit", "startedOn", "due", "closedOn"];

    /// <summary>By a restricted field nothing can be found out, not even by asking for values one after another.</summary>
    public bool CanSort(RegisterColumn column) => (column.Source == ColumnSource.Field && !procedure.Find(column.Name)!.IsRestricted) || (column.Source == ColumnSource.Matter && Sortable.Contains(column.Name));

    public static string StateOf(DocumentState state) => state switch
    {
        DocumentState.Archived => "办结",
        DocumentState.Void => "作废",
        _ => "在办",
    };

    /// <summary>The whole register; where only what is open is asked for, found from that: in a grown register most is over, and an order must not lead through it.</summary>
    public IQueryable<Document> Whole(RegisterQuery query)
    {
        var all = data.Documents.Where(matter => matter.ProcedureId == procedure.Id);
        if (!query.Filters.Any(filter => (filter.Key == "light" && LightWords.Contains(filter.Value.Trim())) || (filter.Key == "state" && filter.Value.Trim() == States[0])))
            return all;
        var open = all.Where(matter => Open.Contains(matter.State));
        if (query.Filters.GetValueOrDefault("light")?.Trim() is { Length: > 0 } light)
            open = WhereLight(open, Column("light"), light);
        var ids = open.Select(matter => matter.Id);
        return data.Documents.Where(matter => ids.Contains(matter.Id));
    }

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

    /// <summary>The ids of the matters, where nothing but fields narrows the whole register: no matter is looked up. Null for other queries.</summary>
    public IQueryable<string>? ByFields(RegisterQuery query)
    {
        if (!IsByFields(query, out var filters))
            return null;
        var ids = ValuesOf(filters[0].Field, filters[0].Value);
        foreach (var (field, value) in filters.Skip(1))
        {
            var also = ValuesOf(field, value);
            ids = ids.Where(first => also.Any(other => other.DocumentId == first.DocumentId));
        }

        return ids.Select(row => row.DocumentId);
    }

    /// <summary>The values of what a query finds by one text of one field and by nothing else; null for other queries.</summary>
    public IQueryable<MatterValue>? OfOneText(RegisterQuery query) =>
        IsByFields(query, out var filters) && filters is [var (field, value)] && IsOneText(field) ? ValuesOf(field, value) : null;

    /// <summary>The same matters, each asked whether it has the values: for the first of very many.</summary>
    public IQueryable<Document> WithFields(RegisterQuery query)
    {
        var matters = data.Documents.AsNoTracking().Where(matter => matter.ProcedureId == procedure.Id);
        _ = IsByFields(query, out var filters);
        foreach (var (field, value) in filters)
        {
            var values = ValuesOf(field, value);
            matters = matters.Where(matter => values.Any(row => row.DocumentId == matter.Id));
        }

        return matters;
    }

    /// <summary>The ids of the whole register in the order of a field, from its values alone; null where these don't tell of all matters.</summary>
    public async Task<IQueryable<string>?> OrderedValuesAsync(RegisterQuery query, int total, bool readsAll, CancellationToken cancellationToken)
    {
        if (!readsAll || !query.IsUnnarrowed || string.IsNullOrEmpty(query.Sort) || Column(query.Sort) is not { Source: ColumnSource.Field, Name: var key })
            return null;
        var values = data.MatterValues.Where(value => value.ProcedureId == procedure.Id && value.Key == key);
        // A field that came with a later version of the procedure has no value in earlier matters.
        if (await values.CountAsync(cancellationToken) != total)
            return null;
        return procedure.Find(key)!.Type == FieldType.Number
            ? (query.IsDescending ? values.OrderByDescending(value => value.Number).ThenByDescending(value => value.DocumentId) : values.OrderBy(value => value.Number).ThenBy(value => value.DocumentId)).Select(value => value.DocumentId)
            : (query.IsDescending ? values.OrderByDescending(value => value.Text).ThenByDescending(value => value.DocumentId) : values.OrderBy(value => value.Text).ThenBy(value => value.DocumentId)).Select(value => value.DocumentId);
    }

    private bool IsByFields(RegisterQuery query, out List<(ProcedureField Field, string Value)> filters)
    {
        filters = [];
        if (!string.IsNullOrEmpty(query.Period) || !string.IsNullOrWhiteSpace(query.Search))
            return false;
        foreach (var (from, value) in query.Filters.Where(filter => !string.IsNullOrWhiteSpace(filter.Value)))
        {
            if (Column(from) is not { Source: ColumnSource.Field, Name: var key })
                return false;
            filters.Add((procedure.Find(key)!, value.Trim()));
        }

        return filters.Count > 0;
    }

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
                    "在办" => matters.Where(matter => Open.Contains(matter.State)),
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
        var open = matters.Where(matter => matter.DueAt != null && Open.Contains(matter.State));
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
        var ids = ValuesOf(field, value).Select(row => row.DocumentId);
        return matters.Where(matter => ids.Contains(matter.Id));
    }

    private static bool IsOneText(ProcedureField field) => field.Type is FieldType.Choice or FieldType.Person or FieldType.Unit or FieldType.Time && !field.IsMultiple;

    private IQueryable<MatterValue> ValuesOf(ProcedureField field, string value)
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
            case var _ when IsOneText(field):
                values = values.Where(row => row.Text == value);
                break;
            default:
                values = values.Where(row => row.Text.Contains(value));
                break;
        }

        return values;
    }

    private static (string First, string Last) Bounds(string value)
    {
        var parts = value.Split(Range, 2);
        return parts is [var one] ? (one, one) : (parts[0], parts[1]);
    }

    public static long Bound(string value, int index, ProcedureField field)
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
    public static (DateOnly From, DateOnly To) Span(string value)
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
