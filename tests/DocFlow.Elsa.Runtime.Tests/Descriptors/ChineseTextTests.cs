using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DocFlow.Elsa.Runtime.Tests.Descriptors;

/// <summary>Designers read Chinese everywhere; only what JSON names stays as it is.</summary>
public sealed partial class ChineseTextTests
{
    // Names of languages and protocols, which Chinese texts use as they are.
    private static readonly HashSet<string> ProperNames = ["JavaScript", "Liquid", "JSON"];

    [Fact]
    public async Task Every_activity_that_designers_see_has_chinese_texts()
    {
        var missing = from descriptor in await Described.AllAsync()
                      where descriptor.IsBrowsable
                      from text in new[] { ("name", descriptor.DisplayName), ("description", descriptor.Description), ("category", descriptor.Category) }
                      where !IsChinese(text.Item2)
                      select $"{descriptor.TypeName} {text.Item1}: {text.Item2}";

        Assert.Equal("", string.Join("\n", missing));
    }

    [Fact]
    public async Task Every_input_and_output_has_a_chinese_name_and_description()
    {
        var inputs = from descriptor in await Described.AllAsync()
                     from input in descriptor.Inputs
                     from text in new[] { ("name", input.DisplayName), ("description", input.Description), ("category", input.Category ?? "主") }
                     where !IsChinese(text.Item2)
                     select $"{descriptor.TypeName}.{input.Name} {text.Item1}: {text.Item2}";
        var outputs = from descriptor in await Described.AllAsync()
                      from output in descriptor.Outputs
                      from text in new[] { output.DisplayName, output.Description }
                      where !IsChinese(text)
                      select $"{descriptor.TypeName}.{output.Name}: {text}";

        Assert.Equal("", string.Join("\n", inputs.Concat(outputs)));
    }

    [Fact]
    public async Task Every_port_is_shown_in_chinese()
    {
        var missing = from descriptor in await Described.AllAsync()
                      from port in descriptor.Ports
                      where !IsChinese(port.DisplayName)
                      select $"{descriptor.TypeName} {port.Name}";

        Assert.Equal("", string.Join("\n", missing));
    }

    [Fact]
    public async Task Every_choice_is_shown_in_chinese_or_is_a_code_itself()
    {
        var choices = (await Described.AllAsync()).SelectMany(descriptor => descriptor.Inputs.SelectMany(input => ChoicesOf(Described.ToJson(input)).Select(choice => (Place: $"{descriptor.TypeName}.{input.Name}", choice.Text, choice.Value))));

        Assert.Equal("", string.Join("\n", choices.Where(choice => !IsChinese(choice.Text) && !IsCode(choice.Text, choice.Value))));
    }

    [Fact]
    public void Lists_are_shown_in_chinese()
    {
        var catalog = Described.Catalog;
        string?[] texts =
        [
            .. catalog.Expressions.Select(item => item.DisplayName), .. catalog.Variables.SelectMany(item => new[] { item.DisplayName, item.Description, item.Category }),
            .. catalog.StorageDrivers.Select(item => item.DisplayName),
            .. catalog.IncidentStrategies.Concat(catalog.ActivationStrategies).Concat(catalog.LogPersistenceStrategies).SelectMany(item => new[] { item.DisplayName, item.Description }),
            .. catalog.WorkflowCommitStrategies.Concat(catalog.ActivityCommitStrategies).SelectMany(item => new[] { item.DisplayName, item.Description }),
            .. catalog.Features.Select(item => item.DisplayName),
        ];

        Assert.Equal("", string.Join("\n", texts.Where(text => !IsChinese(text))));
    }

    private static IEnumerable<(string Text, string Value)> ChoicesOf(JsonNode? node) => node switch
    {
        JsonObject choice when choice["text"] is { } text && choice["value"] is { } value => [(text.ToString(), value.ToString())],
        JsonObject fields => fields.SelectMany(field => ChoicesOf(field.Value)),
        JsonArray items => items.SelectMany(ChoicesOf),
        _ => [],
    };

    private static bool IsChinese(string? text) => text is not null && (ProperNames.Contains(text) || Han().IsMatch(text));

    // GET, application/json: the same in every language.
    private static bool IsCode(string text, string value) => text == value && (Method().IsMatch(text) || text.Contains('/', StringComparison.Ordinal));

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Han();

    [GeneratedRegex("^[A-Z]+$")]
    private static partial Regex Method();
}
