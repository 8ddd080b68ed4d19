using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocFlow.Documents.Source;
using Fluid;
using Fluid.Values;

namespace DocFlow.Documents.Templates;

/// <summary>
/// Puts data into a template. The front matter is parsed as YAML first and Liquid runs over each value and over the body, so that a
/// value can't add elements.
/// </summary>
public static partial class TemplateFiller
{
    private const int MostSteps = 20_000;
    private const int DeepestRecursion = 20;
    private const int MostOutput = 2_000_000;

    private static readonly FluidParser Parser = new();
    private static readonly TemplateOptions Options = CreateOptions();

    /// <param name="template">A *.gw.txt with Liquid in its values and body.</param>
    /// <param name="json">The data: a JSON object.</param>
    public static FilledTemplate Fill(string template, string json)
    {
        try
        {
            using var data = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32 });
            return data.RootElement.ValueKind == JsonValueKind.Object
                ? Fill(template, data.RootElement)
                : Refuse(0, "模板数据应是一个 JSON 对象。");
        }
        catch (JsonException exception)
        {
            return Refuse(0, $"模板数据不是有效的 JSON（第{exception.LineNumber + 1}行）。");
        }
    }

    private static FilledTemplate Fill(string template, JsonElement data)
    {
        var (yaml, body, bodyLine, problem) = DocumentSource.SplitParts(template);
        if (problem is not null)
            return new FilledTemplate(null, problem);
        var problems = new List<SourceProblem>();
        if (FrontMatter.Parse(yaml, 2, problems) is not { } map)
            return new FilledTemplate(null, problems[0]);

        var model = data.Clone();
        try
        {
            var filled = new StringBuilder("---\n");
            filled.Append(YamlWriter.Write((MapNode)FillNode(map, model)));
            filled.Append("---\n").Append(Render(body, bodyLine, model));
            return new FilledTemplate(filled.ToString(), null);
        }
        catch (TemplateRefusedException refused)
        {
            return Refuse(refused.Line, refused.Message);
        }
    }

    private static SourceNode FillNode(SourceNode node, JsonElement model) => node switch
    {
        ScalarNode scalar => scalar with { Text = Render(scalar.Text, scalar.Line, model) },
        ListNode list => list with { Items = [.. list.Items.Select(item => FillNode(item, model))] },
        MapNode map => map with { Entries = [.. map.Entries.Select(entry => (entry.Key, entry.KeyLine, FillNode(entry.Value, model)))] },
        _ => node,
    };

    private static string Render(string text, int line, JsonElement model)
    {
        if (!text.Contains("{{", StringComparison.Ordinal) && !text.Contains("{%", StringComparison.Ordinal))
            return text;
        if (!Parser.TryParse(text, out var parsed, out var error))
            throw new TemplateRefusedException(line + LineOf(error) - 1, $"模板语句有误，请检查“{{{{ }}}}”“{{% %}}”是否成对、语句名是否正确（{WithoutPlace(error)}）。");
        try
        {
            var output = parsed.Render(new TemplateContext(model, Options));
            return output.Length <= MostOutput ? output : throw new TemplateRefusedException(line, "模板生成的文字过长。");
        }
        catch (Exception exception) when (exception is InvalidOperationException or FluidException or ArgumentException or FormatException or OverflowException)
        {
            throw new TemplateRefusedException(line, exception.Message.Contains("filter", StringComparison.OrdinalIgnoreCase)
                ? $"模板用了不认识的过滤器（{exception.Message}），请改正名称。"
                : $"模板无法填充：步骤过多（可能是没有尽头的循环）、嵌套过深或值不合用（{exception.Message}）。");
        }
    }

    private static int LineOf(string error) => Place().Match(error) is { Success: true } place ? int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 1;

    private static string WithoutPlace(string error) => Place().Replace(error, "").Split('\n')[0].Trim();

    private static TemplateOptions CreateOptions()
    {
        var options = new TemplateOptions { MaxSteps = MostSteps, MaxRecursion = DeepestRecursion, StrictFilters = true };
        options.MemberAccessStrategy.Register<JsonElement, object?>(static (element, name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null);
        options.ValueConverters.Add(static value => value is JsonElement element ? Convert(element) : null);
        return options;
    }

    private static object? Convert(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDecimal(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(item => (object)item).ToArray(),
        JsonValueKind.Null or JsonValueKind.Undefined => NilValue.Instance,
        _ => new ObjectValue(element),
    };

    private static FilledTemplate Refuse(int line, string message) => new(null, new SourceProblem(line, message));

    [GeneratedRegex(@"\s*at \((\d+):\d+\)")]
    private static partial Regex Place();

    private sealed class TemplateRefusedException(int line, string message) : Exception(message)
    {
        public int Line { get; } = line;
    }
}
