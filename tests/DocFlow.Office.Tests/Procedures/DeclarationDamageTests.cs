using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Office.Procedures;

namespace DocFlow.Office.Tests.Procedures;

/// <summary>Whatever stands in whatever place of a definition, it is read or refused with a place: it never breaks the reader.</summary>
public sealed class DeclarationDamageTests
{
    private static readonly string?[] Damages = [null, "null", "7", "-1", "true", "\"\"", "\"甲\"", "\"field:x\"", "[]", "[[]]", "[null]", "[\"甲\",\"甲\"]", "{}", "{\"a\":1}"];

    [Fact]
    public void Any_value_in_any_place_is_read_or_refused_with_its_place() => Damage(Declaration.Text, Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1" ? Damages : [null, "7", "\"甲\"", "[]", "{}"]);

    [Theory]
    [MemberData(nameof(RepositoryProcedureTests.Files), MemberType = typeof(RepositoryProcedureTests))]
    public void Nor_does_damage_to_the_repositorys_own(string file)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: each place of each definition is damaged in turn.");
        using var definition = RepositoryProcedureTests.Read(file);
        Damage(definition.RootElement.GetRawText(), [null, "7", "\"\"", "\"甲\"", "[]", "{}"]);
    }

    private static void Damage(string text, IReadOnlyList<string?> damages)
    {
        var tried = 0;
        foreach (var path in Paths(JsonNode.Parse(text)!["customProperties"]!["docflow"]!, "customProperties.docflow"))
        {
            foreach (var damage in damages)
            {
                var json = JsonNode.Parse(text)!;
                Put(json, path, damage);
                using var document = JsonDocument.Parse(json.ToJsonString());
                try
                {
                    var (procedure, problems) = ProcedureReader.Read(document.RootElement);
                    Assert.True(procedure is not null || problems.Count > 0 || path.Count(step => step == '.') < 2, $"{path} = {damage}: neither read nor refused");
                    Assert.All(problems, problem => Assert.StartsWith("$.", problem.Path, StringComparison.Ordinal));
                    tried++;
                }
                catch (Exception exception) when (exception is not Xunit.Sdk.IAssertionException)
                {
                    Assert.Fail($"{path} = {damage ?? "(taken away)"}: {exception.GetType().Name} {exception.Message}");
                }
            }
        }

        Assert.True(tried > 100, $"{tried} tried");
    }

    private static IEnumerable<string> Paths(JsonNode? node, string path) => node switch
    {
        JsonObject map => map.SelectMany(pair => Paths(pair.Value, $"{path}.{pair.Key}").Prepend($"{path}.{pair.Key}")).ToList(),
        JsonArray list => list.SelectMany((item, index) => Paths(item, $"{path}.{index}").Prepend($"{path}.{index}")).ToList(),
        _ => [],
    };

    private static void Put(JsonNode json, string path, string? value)
    {
        var parts = path.Split('.');
        var node = parts[..^1].Aggregate(json, (at, part) => (at is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : at[part])!);
        if (node is JsonArray items)
            items[int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture)] = value is null ? null : JsonNode.Parse(value);
        else if (value is null)
            node.AsObject().Remove(parts[^1]);
        else
            node[parts[^1]] = JsonNode.Parse(value);
    }
}
