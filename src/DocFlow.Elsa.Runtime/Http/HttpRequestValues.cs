namespace DocFlow.Elsa.Runtime.Http;

/// <summary>What scripts and variables see of a request: plain maps, lists and texts.</summary>
internal static class HttpRequestValues
{
    /// <summary>One value is a text, several are a list.</summary>
    public static Dictionary<string, object> Plain(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.ToDictionary(item => item.Key, object (item) => item.Value.Count == 1 ? item.Value[0] : item.Value.ToList(), StringComparer.OrdinalIgnoreCase);

    public static Dictionary<string, object?> Plain(HttpRequestData request) => new()
    {
        ["Method"] = request.Method,
        ["Path"] = request.Path,
        ["ContentType"] = request.ContentType,
        ["Query"] = Plain(request.Query),
        ["Headers"] = Plain(request.Headers),
    };

    public static Dictionary<string, object?> Plain(HttpUploadedFile file) => new()
    {
        ["Name"] = file.Name,
        ["FileName"] = file.FileName,
        ["ContentType"] = file.ContentType,
        ["Length"] = file.Content.Length,
        ["Content"] = file.Content.ToArray(),
    };
}
