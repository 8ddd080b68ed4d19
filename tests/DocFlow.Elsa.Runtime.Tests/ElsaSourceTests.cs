using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DocFlow.Elsa.Runtime.Tests;

/// <summary>
/// -p:ElsaSource=Packages compiles the same activity sources against the real packages. That lane isn't built where their registry is
/// missing; what keeps it possible is held here and by <see cref="PublicSurfaceTests"/>.
/// </summary>
public sealed partial class ElsaSourceTests
{
    [Fact]
    public void Sources_are_the_same_for_both_lanes()
    {
        var conditional = Sources("src/DocFlow.Activities").Concat(Sources("src/DocFlow.Elsa.Abstractions")).Where(file => Conditional().IsMatch(File.ReadAllText(file)));

        Assert.Empty(conditional);
    }

    [Fact]
    public void Activities_use_elsas_own_namespaces_only()
    {
        var others = Sources("src/DocFlow.Activities").SelectMany(file => EngineUsing().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}"));

        Assert.Empty(others);
    }

    [Fact]
    public void The_packages_lane_names_the_real_package_in_one_pinned_version_and_not_our_engine()
    {
        var project = XDocument.Load(Path.Combine(Root, "src/DocFlow.Activities/DocFlow.Activities.csproj"));
        var lane = project.Descendants("ItemGroup").Single(group => group.Attribute("Condition")?.Value == "'$(ElsaSource)' == 'Packages'");
        var versions = XDocument.Load(Path.Combine(Root, "Directory.Packages.props"));
        var elsas = versions.Descendants("PackageVersion").Where(package => package.Attribute("Include")!.Value.Split('.')[0] == "Elsa").Select(package => package.Attribute("Version")?.Value);

        Assert.Equal(["Elsa.Workflows.Core"], lane.Elements("PackageReference").Select(reference => reference.Attribute("Include")?.Value));
        Assert.Empty(lane.Elements("ProjectReference"));
        Assert.Matches(@"^3\.8\.\d+$", versions.Descendants("ElsaVersion").Single().Value);
        Assert.All(elsas, version => Assert.Equal("$(ElsaVersion)", version));
        Assert.Equal(
            "'$(ElsaSource)' == 'Embedded'",
            project.Descendants("ProjectReference").Single(reference => reference.Attribute("Include")!.Value.Contains("Elsa.Abstractions", StringComparison.Ordinal)).Parent!.Attribute("Condition")?.Value);
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "DocFlow.sln")))
                folder = folder.Parent!;
            return folder.FullName;
        }
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.GetFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories).Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"));

    [GeneratedRegex(@"^\s*#\s*(if|elif)\b", RegexOptions.Multiline)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"DocFlow\.Elsa\.\w+")]
    private static partial Regex EngineUsing();
}
