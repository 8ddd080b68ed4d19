using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Expressions;

namespace DocFlow.Elsa.Runtime.Http;

/// <summary>Bodies of requests and answers: JSON, text or bytes by their content type.</summary>
internal static class HttpContents
{
    private const string TextType = "text/plain; charset=utf-8";
    private const string JsonType = "application/json; charset=utf-8";
    private const string BinaryType = "application/octet-stream";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What scripts see of a body: an object for JSON, a text for other text, bytes for the rest, null for none.</summary>
    public static object? Parse(ReadOnlyMemory<byte> body, string? contentType)
    {
        if (body.IsEmpty)
            return null;
        var type = MediaType(contentType);
        if (type is "application/json" or "text/json" || type.EndsWith("+json", StringComparison.Ordinal))
            return ParseJson(body);
        return type.Length == 0 || type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal) || type == "application/x-www-form-urlencoded"
            ? Encoding.UTF8.GetString(body.Span)
            : body.ToArray();
    }

    /// <summary>A value as bytes, with the content type that was asked for or that fits.</summary>
    public static (ReadOnlyMemory<byte> Body, string? ContentType) Write(object? value, string? contentType)
    {
        var asked = string.IsNullOrWhiteSpace(contentType) ? null : contentType.Trim();
        return value switch
        {
            null => (default, asked),
            byte[] bytes => (bytes, asked ?? BinaryType),
            string text => (Encoding.UTF8.GetBytes(text), WithCharset(asked) ?? TextType),
            _ => (JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Json), WithCharset(asked) ?? JsonType),
        };
    }

    public static string MediaType(string? contentType) => (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();

    private static object? ParseJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            return ValueConversion.FromNode(JsonNode.Parse(body.Span));
        }
        catch (JsonException)
        {
            // Wrongly labelled: the workflow sees the text and may refuse it.
            return Encoding.UTF8.GetString(body.Span);
        }
    }

    private static string? WithCharset(string? contentType) =>
        contentType is null || contentType.Contains("charset", StringComparison.OrdinalIgnoreCase) ? contentType : $"{contentType}; charset=utf-8";
}
