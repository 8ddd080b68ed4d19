using System.Text.Json;
using System.Text.RegularExpressions;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>No procedure of the repository makes a document that no acceptance run holds to the checker.</summary>
public sealed partial class DocumentCoverageTests
{
    public static TheoryData<string, string> Documents() => new(Directory.GetFiles(Path.Combine(Repository.Root, "workflows"), "*.json").Order(StringComparer.Ordinal).SelectMany(file =>
    {
        using var definition = JsonDocument.Parse(File.ReadAllText(file));
        var docflow = definition.RootElement.GetProperty("customProperties").GetProperty("docflow");
        return new[] { "documents", "reports" }.SelectMany(list => docflow.TryGetProperty(list, out var found) ? found.EnumerateArray().ToList() : [])
            .Select(document => (Path.GetFileNameWithoutExtension(file)!, document.GetProperty("name").GetString()!)).ToList();
    }));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_document_is_taken_whole_from_an_acceptance_run_and_checked(string procedure, string document)
    {
        var folder = Path.Combine(Repository.Root, "tests", "DocFlow.Host.Tests", "Procedures");
        var runs = Directory.GetFiles(folder, "*Tests.cs").Select(File.ReadAllText).Where(text => text.Contains($"\"{procedure}\"", StringComparison.Ordinal));

        Assert.Contains(runs, text => Checked().Matches(text).Any(call => call.Value.Contains($"\"{document}\"", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"Checked\w*\([^;]*;", RegexOptions.Singleline)]
    private static partial Regex Checked();
}
