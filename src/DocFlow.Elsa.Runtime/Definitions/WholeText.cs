using System.Text.Json;
using System.Text.Unicode;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Finds texts in JSON that are no texts: half a surrogate pair, or bytes that aren't UTF-8. Reading them later would throw.</summary>
public static class WholeText
{
    public static bool IsIn(ReadOnlySpan<byte> json, int deepest)
    {
        if (!Utf8.IsValid(json))
            return false;
        if (json.IndexOf("\\u"u8) < 0)
            return true;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = deepest });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    reader.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
