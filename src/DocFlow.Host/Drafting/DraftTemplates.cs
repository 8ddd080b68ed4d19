using System.Text.Json;
using DocFlow.Documents.Source;
using DocFlow.Documents.Templates;
using DocFlow.Host.Composition;

namespace DocFlow.Host.Drafting;

/// <summary>The templates that a drafter can start from; those that procedures fill from their matters aren't among them.</summary>
internal sealed class DraftTemplates
{
    private const string OfMatters = "matter";

    private readonly Dictionary<string, string> _samples = [];

    public DraftTemplates(HostSettings settings)
    {
        var all = new List<DraftTemplate>();
        var files = Directory.Exists(settings.TemplateFolder) ? Directory.GetFiles(settings.TemplateFolder, "template.json", SearchOption.AllDirectories) : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var folder = Path.GetDirectoryName(file)!;
            using var description = JsonDocument.Parse(File.ReadAllText(file));
            if (TextOf(description, "use") == OfMatters)
                continue;
            var filled = TemplateFiller.Fill(File.ReadAllText(Path.Combine(folder, "template.gw.txt")), File.ReadAllText(Path.Combine(folder, "sample.json")));
            if (filled.Source is not { } source)
                continue;
            var path = Path.GetRelativePath(settings.TemplateFolder, folder).Replace('\\', '/');
            _samples[path] = source;
            all.Add(new DraftTemplate(path, TextOf(description, "name") ?? path, TextOf(description, "kind") ?? "", TextOf(description, "description") ?? ""));
        }

        All = all;
    }

    public IReadOnlyList<DraftTemplate> All { get; }

    /// <summary>The template filled with its sample data; null when there is no such template.</summary>
    public DraftForm? Sample(string path) => _samples.TryGetValue(path, out var source) ? DraftForm.Read(source, out _) : null;

    /// <summary>Only the kind, format and organs of a template; null when there is no such template.</summary>
    public DraftForm? Blank(string path) => Sample(path)?.Blank();

    private static string? TextOf(JsonDocument description, string name) =>
        description.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
}
