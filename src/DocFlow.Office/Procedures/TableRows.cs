using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace DocFlow.Office.Procedures;

/// <summary>A table field's value: a JSON array of rows, each an object with a text for each column that was filled in.</summary>
public static class TableRows
{
    internal const int MostRows = 200;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The rows; null when the text isn't a table.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>>? Read(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return [];
        try
        {
            return JsonSerializer.Deserialize<List<Dictionary<string, string>>>(value);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Without empty cells and rows; empty for no rows.</summary>
    public static string Write(IEnumerable<IReadOnlyDictionary<string, string?>> rows)
    {
        var kept = rows.Select(row => row.Where(cell => !string.IsNullOrWhiteSpace(cell.Value)).ToDictionary(cell => cell.Key, cell => cell.Value!.Trim())).Where(row => row.Count > 0).ToList();
        return kept.Count == 0 ? "" : JsonSerializer.Serialize(kept, Json);
    }

    /// <summary>Why a value can't stand in a table field, in Chinese; null when it can.</summary>
    internal static string? Problem(ProcedureField table, string value)
    {
        if (Read(value) is not { } rows || rows.Any(row => row is null || row.Values.Any(cell => cell is null)))
            return $"“{table.Label}”应是一张表（JSON 数组，每行一个对象）。";
        if (rows.Count is 0 or > MostRows)
            return rows.Count == 0 ? $"请填写“{table.Label}”，至少一行。" : $"“{table.Label}”有{rows.Count}行，超过上限{MostRows}行。";
        for (var index = 0; index < rows.Count; index++)
        {
            var problem = rows[index].Keys.FirstOrDefault(key => table.Columns.All(column => column.Key != key)) is { } unknown
                ? $"没有列“{unknown}”。"
                : table.Columns.Select(column => FieldRules.Problem(column, rows[index].GetValueOrDefault(column.Key))).FirstOrDefault(wrong => wrong is not null);
            if (problem is not null)
                return string.Create(CultureInfo.InvariantCulture, $"“{table.Label}”第{index + 1}行：{problem}");
        }

        return null;
    }
}
