using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocFlow.Host.Tests.Engines;

/// <summary>
/// -p:ElsaSource=Packages puts the real Elsa packages in our engine's place. Where their registry is missing that can't be built; here
/// its sources are compiled against the packages' public surface, so that they can't rot.
/// </summary>
public sealed partial class PackagesLaneTests
{
    private const string Engines = "src/DocFlow.Host/Engines";

    // The version is what the built assemblies ask for of each other.
    private const string Common = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;
        [assembly: System.Reflection.AssemblyVersion("0.1.0.0")]
        """;

    private const string Web = """
        global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        """;

    // Bodies that generators write while the project is built.
    private static readonly string[] Generated = ["CS8795"];

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);
    private static readonly CSharpCompilation Elsa = Compile("Elsa", [ElsaStubs.Source(Surface("tests/DocFlow.Elsa.Runtime.Tests/Data/ElsaSurface.txt"), Surface("tests/DocFlow.Host.Tests/Engines/ElsaLaneSurface.txt"))], []);
    private static readonly CSharpCompilation Activities = Compile("DocFlow.Activities", [Common, .. Sources("src/DocFlow.Activities")], [Elsa]);
    private static readonly CSharpCompilation Persistence = Compile("DocFlow.Persistence", [Common, .. PersistenceOfTheLane()], [Elsa]);

    // By this name the host shows it what is internal.
    private static readonly CSharpCompilation Host = Compile("DocFlow.Host.Tests", [Common, Web, .. Sources($"{Engines}/Packages")], [Elsa, Activities, Persistence]);

    [Fact]
    public void The_surface_of_the_packages_is_declared_as_it_was_read() => Assert.Empty(Errors(Elsa));

    [Fact]
    public void Activities_compile_against_the_packages() => Assert.Empty(Errors(Activities));

    [Fact]
    public void Persistence_compiles_without_our_engine() => Assert.Empty(Errors(Persistence));

    [Fact]
    public void The_hosts_folder_for_the_packages_compiles_against_them() => Assert.Empty(Errors(Host));

    [Fact]
    public void What_the_packages_lack_is_an_error()
    {
        var wrong = Host.AddSyntaxTrees(Parse("class Wrong { void Use(global::Elsa.Workflows.Runtime.IWorkflowRuntime runtime) => runtime.StartAtOnce(); }"));

        Assert.Contains("CS1061", Assert.Single(Errors(wrong)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_rest_of_the_host_does_not_know_our_engine()
    {
        var knowing = HostFilesOutside("Engines").Concat(Files($"{Engines}/Packages")).Where(file => OwnEngine().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName);

        Assert.Empty(knowing);
    }

    [Fact]
    public void What_the_rest_of_the_host_uses_of_one_engine_the_other_offers_as_well()
    {
        var used = HostFilesOutside("Engines").SelectMany(file => Word().Matches(File.ReadAllText(file)).Select(word => word.Value)).ToHashSet();
        var doors = Files($"{Engines}/Embedded").Select(file => Path.GetFileNameWithoutExtension(file)).Where(used.Contains).ToList();
        var own = ((IAssemblySymbol)Host.GetAssemblyOrModuleSymbol(Host.References.Single(reference => Path.GetFileName(reference.Display) == "DocFlow.Host.dll"))!);

        Assert.Contains("WorkflowEngine", doors);
        Assert.All(doors, door => Assert.Empty(Offered(own, door).Where(member => used.Contains(member.Split(['(', ' '])[0])).Except(Offered(Host.Assembly, door))));
    }

    private static IEnumerable<string> Offered(IAssemblySymbol assembly, string type) => assembly.GetTypeByMetadataName($"DocFlow.Host.Engines.{type}") is { } door
        ? door.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public && member.CanBeReferencedByName).Select(member => member.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat.WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters).WithParameterOptions(SymbolDisplayParameterOptions.IncludeType)))
        : [];

    private static List<string> Errors(CSharpCompilation compilation) => compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !Generated.Contains(diagnostic.Id)).Select(diagnostic => diagnostic.ToString()).Take(20).ToList();

    private static CSharpCompilation Compile(string name, IEnumerable<string> sources, CSharpCompilation[] others) => CSharpCompilation.Create(
        name,
        sources.Select(Parse),
        [.. Platform(), .. others.Select(other => other.ToMetadataReference())],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, Language);

    // All that the tests run with, but our engine and what is compiled here in its place.
    private static IEnumerable<MetadataReference> Platform() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(file => !Replaced().IsMatch(Path.GetFileName(file))).Select(file => MetadataReference.CreateFromFile(file));

    private static IEnumerable<string> PersistenceOfTheLane() => Files("src/DocFlow.Persistence")
        .Where(file => !IsIn(file, "Migrations") && (!IsIn(file, "Engine") || file.EndsWith("Row.cs", StringComparison.Ordinal) || file.EndsWith("EngineConfiguration.cs", StringComparison.Ordinal))).Select(File.ReadAllText);

    private static IEnumerable<string> Sources(string folder) => Files(folder).Select(File.ReadAllText);

    private static string Surface(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    private static IEnumerable<string> HostFilesOutside(string folder) =>
        Files("src/DocFlow.Host").Concat(Files("src/DocFlow.Host", "*.razor")).Where(file => !IsIn(file, folder));

    private static IEnumerable<string> Files(string folder, string pattern = "*.cs") =>
        Directory.GetFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories).Where(file => !IsIn(file, "obj") && !IsIn(file, "bin"));

    private static bool IsIn(string file, string folder) => Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Contains(folder);

    [GeneratedRegex(@"DocFlow\.Elsa\.\w+")]
    private static partial Regex OwnEngine();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^DocFlow\.(Elsa\..*|Activities|Persistence|Host\.Tests)\.dll$")]
    private static partial Regex Replaced();
}
