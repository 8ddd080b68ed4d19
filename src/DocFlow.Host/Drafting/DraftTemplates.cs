using System.Text.Json;
using DocFlow.Documents.Templates;
using DocFlow.Host.Composition;

namespace DocFlow.Host.Drafting;

/// <summary>The templates that a drafter can start from, filled with their sample data.</summary>
internal sealed class DraftTemplates
{
    private readonly Dictionary<string, string> _sources = [];

    public DraftTemplates(HostSettings settings)
    {
        var all = new List<DraftTemplate>();
        var files = Directory.Exists(settings.TemplateFolder) ? Directory.GetFiles(settings.TemplateFolder, "template.json", SearchOption.AllDirectories) : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var folder = Path.GetDirectoryName(file)!;
            using var description = JsonDocument.Parse(File.ReadAllText(file));
            var filled = TemplateFiller.Fill(File.ReadAllText(Path.Combine(folder, "template.gw.txt")), File.ReadAllText(Path.Combine(folder, "sample.json")));
            if (filled.Source is not { } source)
                continue;
            var path = Path.GetRelativePath(settings.TemplateFolder, folder).Replace('\\', '/');
            _sources[path] = source;
            all.Add(new DraftTemplate(path, description.RootElement.GetProperty("name").GetString() ?? path));
        }

        All = all;
    }

    public IReadOnlyList<DraftTemplate> All { get; }

    /// <summary>The text to start from; the ordinary notice when there is no such template.</summary>
    public string SourceOf(string? path) => _sources.GetValueOrDefault(path ?? "notice/general") ?? _sources.Values.FirstOrDefault() ?? "---\n文种: 通知\n---\n";
}

/// <summary>A template's place and name.</summary>
internal sealed record DraftTemplate(string Path, string Name);
