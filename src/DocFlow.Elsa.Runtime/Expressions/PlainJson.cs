using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>How values become JSON for people and scripts: as Elsa writes them, with Chinese as it is.</summary>
internal static class PlainJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(object? value) => JsonSerializer.Serialize(value, Options);
}
