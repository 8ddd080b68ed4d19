using System.Text.Json;
using DocFlow.Office.Procedures;

namespace DocFlow.Office.Tests.Procedures;

/// <summary>The procedures that the repository brings: what one of them names of others and of templates is there.</summary>
public sealed class RepositoryProcedureTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Files() => new(Directory.GetFiles(Path.Combine(Root, "workflows"), "*.json").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void Its_declaration_templates_and_parts_are_there(string file)
    {
        using var definition = Read(file);
        var (procedure, problems) = ProcedureReader.Read(definition.RootElement);

        Assert.Empty(problems.Select(problem => $"{problem.Path} {problem.Message}"));
        foreach (var document in procedure!.Documents)
            Assert.True(File.Exists(Path.Combine(Root, "templates", document.Template, "template.gw.txt")), $"{file}: {document.Template}");
        if (procedure.Raises is { } raised)
        {
            using var other = Read($"{raised}.json");
            Assert.True(ProcedureReader.Read(other.RootElement).Procedure!.HasForm);
        }

        foreach (var divide in definition.RootElement.GetProperty("root").GetProperty("activities").EnumerateArray().Where(activity => activity.GetProperty("type").GetString() == "DocFlow.Divide"))
        {
            using var part = Read($"{Literal(divide, "procedure")}.json");
            var parts = ProcedureReader.Read(part.RootElement).Procedure!;
            foreach (var input in new[] { "intoField", "citeField" }.Where(input => divide.TryGetProperty(input, out _)))
                Assert.Contains(Literal(divide, input), parts.Form);
        }
    }

    private static string Literal(JsonElement activity, string input) => activity.GetProperty(input).GetProperty("expression").GetProperty("value").GetString()!;

    internal static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "workflows", file)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DocFlow.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
