using System.Globalization;
using System.Text.RegularExpressions;
using DocFlow.Office.Desks;
using DocFlow.Office.Procedures;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Imports;

/// <summary>What the words in a list's cells mean to the fields: names of units and people become ids, days are written alike.</summary>
internal sealed partial class ListValues(IOfficeData data)
{
    private const int MinutesOfDay = 24 * 60;

    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '\n'];

    private ILookup<string, string> _units = Array.Empty<string>().ToLookup(name => name);
    private ILookup<string, string> _people = Array.Empty<string>().ToLookup(name => name);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        _units = (await data.Units.Select(unit => new { unit.Name, unit.Id }).ToListAsync(cancellationToken)).ToLookup(unit => unit.Name, unit => unit.Id);
        _people = (await data.People.Select(person => new { person.Name, person.Id }).ToListAsync(cancellationToken)).ToLookup(person => person.Name, person => person.Id);
    }

    /// <summary>The value, or why the cell can't be taken.</summary>
    public (string? Value, string? Problem) Of(ProcedureField field, SheetCell? cell)
    {
        if (cell?.Problem is { } broken)
            return (null, broken);
        var text = cell?.Text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var (value, problem) = (text, field.Type) switch
        {
            (null, _) => (null, null),
            (_, FieldType.Unit) => Ids(field, text, _units, "单位"),
            (_, FieldType.Person) => Ids(field, text, _people, "人员"),
            (_, FieldType.Date) => (DayOf(text), null),
            (_, FieldType.Time) => (TimeOf(text), null),
            (_, FieldType.Choice) when field.IsMultiple => (string.Join(FieldRules.Separator, Split(text)), null),
            (_, FieldType.Number) => (text.Replace(",", "", StringComparison.Ordinal), null),
            _ => (text, null),
        };
        return (value, problem ?? FieldRules.Problem(field, value) ?? Unprintable(field, value));
    }

    private static string? Unprintable(ProcedureField field, string? value)
    {
        try
        {
            PlainText.Require(value, field.Label);
            return null;
        }
        catch (RefusalException refusal)
        {
            return refusal.Message;
        }
    }

    private static (string?, string?) Ids(ProcedureField field, string text, ILookup<string, string> known, string what)
    {
        var ids = new List<string>();
        foreach (var name in Split(text))
        {
            var found = known[name].ToList();
            if (found.Count != 1)
                return (null, found.Count == 0 ? $"“{field.Label}”中没有名为“{name}”的{what}" : $"“{field.Label}”中有{found.Count}个{what}叫“{name}”，请在系统中登记");
            ids.Add(found[0]);
        }

        return !field.IsMultiple && ids.Count > 1 ? (null, $"“{field.Label}”只能填一个") : (string.Join(FieldRules.Separator, ids.Distinct()), null);
    }

    private static string[] Split(string text) => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // What isn't a day stays as it is, so that the field's rule says so.
    private static string DayOf(string text) => Day().Match(text) is { Success: true } day
        && FieldRules.Day($"{day.Groups[1].Value}-{int.Parse(day.Groups[2].ValueSpan, CultureInfo.InvariantCulture):00}-{int.Parse(day.Groups[3].ValueSpan, CultureInfo.InvariantCulture):00}") is { } read
            ? read.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text;

    private static string TimeOf(string text)
    {
        // Sheets keep an hour as the part of a day.
        if (FieldRules.Number(text) is >= 0 and < 1 and var part && text.Contains('.', StringComparison.Ordinal) && (int)Math.Round(part * MinutesOfDay) is < MinutesOfDay and var minutes)
            return new TimeOnly(minutes / 60, minutes % 60).ToString("HH:mm", CultureInfo.InvariantCulture);
        return Hour().Match(text) is { Success: true } hour
            ? $"{int.Parse(hour.Groups[1].ValueSpan, CultureInfo.InvariantCulture):00}:{int.Parse(hour.Groups[2].Success ? hour.Groups[2].ValueSpan : "0", CultureInfo.InvariantCulture):00}"
            : text;
    }

    [GeneratedRegex(@"^([0-9]{1,2})\s*[:：时点]\s*(?:([0-9]{1,2})\s*分?)?(?::00)?$")]
    private static partial Regex Hour();

    [GeneratedRegex(@"^([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?$")]
    private static partial Regex Day();
}
