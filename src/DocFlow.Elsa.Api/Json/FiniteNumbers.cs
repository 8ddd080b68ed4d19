using System.Text.Json;

namespace DocFlow.Elsa.Api.Json;

/// <summary>Finds numbers that JSON allows and that nothing here can hold (1e400): they would be read as infinity and could not be written again.</summary>
internal static class FiniteNumbers
{
    /// <param name="json">A text that has been read without a mistake.</param>
    public static bool Only(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions
        {
            MaxDepth = ElsaJson.Reading.MaxDepth, CommentHandling = ElsaJson.Reading.CommentHandling, AllowTrailingCommas = ElsaJson.Reading.AllowTrailingCommas,
        });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Number && !(reader.TryGetDouble(out var number) && double.IsFinite(number)))
                return false;
        }

        return true;
    }
}
