using System.Text.RegularExpressions;
using DocFlow.Host.Composition;
using DocFlow.Office.Steps;

namespace DocFlow.Host.Rendering;

/// <summary>The templates in the host's folder, read when they are asked for, so that an edit is seen at once.</summary>
internal sealed partial class TemplateShelf(HostSettings settings) : ITemplateShelf
{
    public string? Find(string path)
    {
        var file = Path.Combine(settings.TemplateFolder, path, "template.gw.txt");
        return Shape().IsMatch(path) && File.Exists(file) ? File.ReadAllText(file) : null;
    }

    [GeneratedRegex("^[a-z0-9-]+/[a-z0-9-]+$")]
    private static partial Regex Shape();
}
