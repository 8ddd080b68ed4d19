using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DocFlow.Elsa.Api.Json;

/// <summary>JSON as Elsa's clients expect it: camelCase, enums as words, nothing for null, Chinese as it is.</summary>
internal static class ElsaJson
{
    public const int DeepestJson = 64;

    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The same, indented, for files.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Options) { WriteIndented = true, NewLine = "\n" };

    public static JsonDocumentOptions Reading { get; } = new() { MaxDepth = DeepestJson, AllowDuplicateProperties = false };

    /// <summary>An answer in this JSON.</summary>
    public static IResult Answer(object? value, int status = StatusCodes.Status200OK) => Results.Json(value, Options, statusCode: status);

    private static JsonSerializerOptions Create()
    {
        // Answers carry nosniff, so that no browser takes them for a page.
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = DeepestJson * 2,
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
