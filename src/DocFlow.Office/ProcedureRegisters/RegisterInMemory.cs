using System.Globalization;
using DocFlow.Office.Procedures;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>Filters, orders, sums and groups rows that were read whole, in the same sense as the database does.</summary>
internal sealed class RegisterInMemory(Procedure procedure, RegisterMatters of, IReadOnlyList<RegisterColumn> columns)
{
    public IReadOnlyList<RegisterRow> Select(IReadOnlyList<RegisterRow> rows, RegisterQuery query)
    {
        var found = rows.Where(row => query.Search?.Trim() is not { Length: > 0 } words || Text(row, "title")?.Contains(words, StringComparison.Ordinal) == true || Text(row, "number")?.Contains(words, StringComparison.Ordinal) == true);
        foreach (var (from, value) in query.Filters.Where(filter => !string.IsNullOrWhiteSpace(filter.Value)))
        {
            var (column, wanted) = (of.Column(from), value.Trim());
            found = found.Where(row => IsMet(column, Cell(row, column.From), wanted));
        }

        if (string.IsNullOrEmpty(query.Sort))
            return [.. found];
        var sort = of.Column(query.Sort);
        var order = Comparer<RegisterCell>.Create(Compare);
        return [.. query.IsDescending ? found.OrderByDescending(row => Cell(row, sort.From), order) : found.OrderBy(row => Cell(row, sort.From), order)];
    }

    public IReadOnlyDictionary<string, decimal> Totals(IEnumerable<RegisterRow> rows) =>
        columns.Where(column => column.HasTotal).ToDictionary(column => column.From, column => rows.Sum(row => Cell(row, column.From).Number ?? 0));

    public IReadOnlyList<RegisterGroup> Groups(IReadOnlyList<RegisterRow> rows, string from)
    {
        var column = of.Column(from);
        return [.. rows.GroupBy(row => column.From == "state" ? States(Text(row, "state")) : Text(row, column.From) ?? "").OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new RegisterGroup(same.Key.Length == 0 ? "（空）" : same.Key, same.Count(), Totals(same)))];
    }

    private bool IsMet(RegisterColumn column, RegisterCell cell, string wanted)
    {
        if (column.Source == ColumnSource.Field)
        {
            var field = procedure.Find(column.Name)!;
            return field.Type switch
            {
                FieldType.Number => cell.Number is { } number && number >= RegisterMatters.Bound(wanted, 0, field) / (decimal)Matters.MatterValue.Scale && number <= RegisterMatters.Bound(wanted, 1, field) / (decimal)Matters.MatterValue.Scale,
                FieldType.Date => cell.Day is { } day && day >= RegisterMatters.Span(wanted).From && day <= RegisterMatters.Span(wanted).To,
                FieldType.Choice or FieldType.Person or FieldType.Unit when !field.IsMultiple => cell.Text == wanted,
                _ => cell.Text?.Contains(wanted, StringComparison.Ordinal) == true,
            };
        }

        return column.Name switch
        {
            "state" => RegisterMatters.States.Contains(wanted) ? States(cell.Text) == wanted : throw RefusalException.Invalid($"“{column.Title}”没有“{wanted}”，可选：{string.Join('、', RegisterMatters.States)}。"),
            "light" => cell.Text == wanted,
            "startedOn" or "due" or "closedOn" => cell.Day is { } day && day >= RegisterMatters.Span(wanted).From && day <= RegisterMatters.Span(wanted).To,
            _ => cell.Text?.Contains(wanted, StringComparison.Ordinal) == true,
        };
    }

    private static string States(string? text) => text switch
    {
        Matters.MatterStates.ClosedLate or Matters.MatterStates.Filed => Matters.MatterStates.Closed,
        Matters.MatterStates.Issued or Matters.MatterStates.Draft => Matters.MatterStates.Running,
        _ => text ?? "",
    };

    private string? Text(RegisterRow row, string from) => columns.Any(column => column.From == from) ? Cell(row, from).Text : null;

    private RegisterCell Cell(RegisterRow row, string from)
    {
        for (var index = 0; index < columns.Count; index++)
        {
            if (columns[index].From == from)
                return row.Cells[index];
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"There is no column {from}."));
    }

    private static int Compare(RegisterCell left, RegisterCell right) => left.Number is { } one && right.Number is { } other
        ? one.CompareTo(other)
        : left.Number is null != right.Number is null ? (left.Number is null ? -1 : 1) : string.CompareOrdinal(left.Text, right.Text);
}
