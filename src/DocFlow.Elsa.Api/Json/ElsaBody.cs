using System.Text.Json;
using DocFlow.Elsa.Api.Refusals;
using DocFlow.Elsa.Runtime.Definitions;

namespace DocFlow.Elsa.Api.Json;

/// <summary>Reads request bodies: any content type, no more than four megabytes, no deeper than 64 levels.</summary>
internal static class ElsaBody
{
    public const int Largest = 4 * 1024 * 1024;

    /// <summary>The body as an object; an absent one is an empty object.</summary>
    public static async Task<JsonElement> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var bytes = await BytesAsync(request.Body, request.ContentLength, cancellationToken);
        return bytes.Length == 0 ? Parse("{}"u8.ToArray()) : Parse(bytes);
    }

    /// <summary>The bytes of a stream that isn't too long.</summary>
    public static async Task<byte[]> BytesAsync(Stream stream, long? announced, CancellationToken cancellationToken)
    {
        if (announced > Largest)
            throw TooLarge;
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > Largest)
                throw TooLarge;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    /// <summary>Text that was sent, as JSON.</summary>
    /// <exception cref="ElsaRefusedException">It isn't JSON, or not an object.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, ElsaJson.Reading);
            if (!WholeText.IsIn(bytes.Span, ElsaJson.DeepestJson))
                throw new ElsaRefusedException("请求中有不完整的字符。") { Group = "serializerErrors" };
            if (!FiniteNumbers.Only(bytes.Span))
                throw new ElsaRefusedException("请求中有过大的数。") { Group = "serializerErrors" };
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new ElsaRefusedException("请求的内容应是一个 JSON 对象。");
        }
        catch (JsonException exception)
        {
            throw Malformed(exception);
        }
    }

    /// <summary>A request's parts by name, without regard to case.</summary>
    public static T As<T>(JsonElement body)
    {
        try
        {
            return body.Deserialize<T>(ElsaJson.Options)!;
        }
        catch (JsonException exception)
        {
            throw Malformed(exception);
        }
    }

    public static ElsaRefusedException Malformed(JsonException exception)
    {
        var reason = exception.Message.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase) ? $"嵌套超过{ElsaJson.DeepestJson}层" : "不是有效的 JSON";
        var where = exception.Path is { Length: > 1 } path ? $"“{path}”处" : exception.LineNumber is { } line ? $"第{line + 1}行" : "";
        return new ElsaRefusedException($"{where}{reason}。") { Group = "serializerErrors" };
    }

    private static ElsaRefusedException TooLarge => new($"内容超过{Largest / 1024 / 1024} MB。") { Status = StatusCodes.Status413PayloadTooLarge };
}
