using System.Xml.Linq;

namespace DocFlow.Host.Tests;

/// <summary>The direction of dependencies between the projects, read from the project files.</summary>
public sealed class DependencyRuleTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["DocFlow.Documents"] = [],
        ["DocFlow.Office"] = ["DocFlow.Documents"],
        ["DocFlow.Elsa.Abstractions"] = [],
        ["DocFlow.Elsa.Runtime"] = ["DocFlow.Elsa.Abstractions"],
        ["DocFlow.Elsa.Api"] = ["DocFlow.Elsa.Runtime"],
        ["DocFlow.Activities"] = ["DocFlow.Elsa.Abstractions", "DocFlow.Documents", "DocFlow.Office"],
        ["DocFlow.Persistence"] = ["DocFlow.Office", "DocFlow.Elsa.Runtime"],
        ["DocFlow.Host"] = ["DocFlow.Activities", "DocFlow.Documents", "DocFlow.Elsa.Api", "DocFlow.Office", "DocFlow.Persistence"],
    };

    public static TheoryData<string> Projects() => new(Allowed.Keys);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_references_only_what_the_design_allows(string project)
    {
        var file = Path.Combine(Repository.Root, "src", project, $"{project}.csproj");
        var references = XDocument.Load(file)
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Empty(references.Except(Allowed[project]));
    }

    [Fact]
    public void Every_project_under_src_has_a_rule()
    {
        var projects = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName);

        Assert.Equal(Allowed.Keys.Order(), projects.Order());
    }
}
