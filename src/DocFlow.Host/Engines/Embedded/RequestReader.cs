using DocFlow.Elsa.Runtime.Http;
using DocFlow.Host.Endpoints;
using Microsoft.AspNetCore.Http.Features;

namespace DocFlow.Host.Engines;

/// <summary>Reads a request whole, as far as its endpoint allows.</summary>
internal static class RequestReader
{
    private const int MostFields = 1000;
    private const int PieceSize = 16 * 1024;

    /// <exception cref="InvalidDataException">A form that can't be read.</exception>
    public static async Task<HttpRequestData> ReadAsync(HttpRequest request, string path, IReadOnlyDictionary<string, object> routeValues, long mostBytes, CancellationToken cancellationToken)
    {
        var body = request.ContentLength > mostBytes ? null : await BodyAsync(request.Body, mostBytes, cancellationToken);
        var data = new HttpRequestData
        {
            Method = request.Method,
            Path = path,
            Query = Lists(request.Query),
            Headers = Lists(request.Headers.Where(header => !IsSecret(header.Key))),
            RouteValues = routeValues,
            ContentType = request.ContentType,
            Body = body ?? [],
            IsTooLarge = body is null,
        };
        return body is { Length: > 0 } && request.HasFormContentType ? await WithFormAsync(data, request, body, cancellationToken) : data;
    }

    // What signs a caller in is no business of workflows, which keep what they are given.
    private static bool IsSecret(string header) => header.Equals("Cookie", StringComparison.OrdinalIgnoreCase) || header.Equals("Authorization", StringComparison.OrdinalIgnoreCase);

    private static async Task<byte[]?> BodyAsync(Stream stream, long mostBytes, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var piece = new byte[PieceSize];
        int read;
        while ((read = await stream.ReadAsync(piece, cancellationToken)) > 0)
        {
            if (whole.Length + read > mostBytes)
                return null;
            whole.Write(piece, 0, read);
        }

        return whole.ToArray();
    }

    private static async Task<HttpRequestData> WithFormAsync(HttpRequestData data, HttpRequest request, byte[] body, CancellationToken cancellationToken)
    {
        request.Body = new MemoryStream(body);
        var form = await new FormFeature(request, new FormOptions { ValueCountLimit = MostFields, MemoryBufferThreshold = body.Length + 1 }).ReadFormAsync(cancellationToken);
        var files = new List<HttpUploadedFile>();
        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellationToken);
            files.Add(new HttpUploadedFile(file.Name, file.FileName, file.ContentType, content.ToArray()));
        }

        return data with { Form = Lists(form), Files = files };
    }

    private static Dictionary<string, IReadOnlyList<string>> Lists(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> values) =>
        values.GroupBy(item => item.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.SelectMany(item => item.Value).OfType<string>()], StringComparer.OrdinalIgnoreCase);
}
