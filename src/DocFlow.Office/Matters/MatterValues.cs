using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DocFlow.Office.Procedures;

namespace DocFlow.Office.Matters;

/// <summary>A matter's values as its versions keep them: one JSON object, in the order of the procedure's fields.</summary>
internal static class MatterValues
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    public static string Write(Procedure procedure, IReadOnlyDictionary<string, string> values) => JsonSerializer.Serialize(
        procedure.Fields.Where(field => values.ContainsKey(field.Key)).ToDictionary(field => field.Key, field => values[field.Key])
            // What an earlier version of the procedure asked for is kept.
            .Concat(values.Where(pair => procedure.Find(pair.Key) is null).OrderBy(pair => pair.Key, StringComparer.Ordinal)).ToDictionary(pair => pair.Key, pair => pair.Value),
        Json);

    public static Dictionary<string, string> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];
}
