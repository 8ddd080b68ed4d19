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
            Assert.True(File.Exists(Template(document.Template)), $"{file}: {document.Template}");
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

    [Theory]
    [MemberData(nameof(Files))]
    public void Numbers_of_letters_stand_under_the_head_of_a_letter_and_no_others(string file)
    {
        using var definition = Read(file);

        // A notice may be laid out as a letter (信函格式, GB/T 9704 10.1); then its mark doesn't say “文件”, which “办函” would contradict.
        foreach (var document in ProcedureReader.Read(definition.RootElement).Procedure!.Documents.Where(document => document.NumberCode is not null))
            Assert.Equal((document.Name, document.NumberCode!.EndsWith('函')), (document.Name, File.ReadLines(Template(document.Template)).Contains("格式: 信函")));
    }

    private static string Template(string folder) => Path.Combine(Root, "templates", folder, "template.gw.txt");

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
