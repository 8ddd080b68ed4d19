using System.Runtime.InteropServices;
using System.Text;
using DocFlow.Benchmarks.Measuring;

namespace DocFlow.Benchmarks;

/// <summary>All figures of a run as one Markdown table.</summary>
internal sealed class Report
{
    private readonly List<(string Part, Figure Figure)> _figures = [];

    public void Add(string part, IReadOnlyList<Figure> figures) => _figures.AddRange(figures.Select(figure => (part, figure)));

    public string ToMarkdown(string arguments)
    {
        var text = new StringBuilder();
        var command = "dotnet run -c Release --project benchmarks/DocFlow.Benchmarks" + (arguments.Length == 0 ? "" : " -- " + WithoutPaths(arguments));
        text.Append($"`{command}`, {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {MachineKind.Describe()}, {RuntimeInformation.FrameworkDescription}\n\n");
        text.Append("| part | what | DocFlow | beside | ratio | target | met |\n|---|---|---|---|---|---|---|\n");
        foreach (var (part, figure) in _figures)
        {
            var met = figure.IsMet switch { true => "yes", false => "**no**", null => "" };
            text.Append($"| {part} | {figure.What} | {figure.DocFlow} | {figure.Beside} | {figure.Ratio} | {figure.Target} | {met} |\n");
        }

        return text.ToString();
    }

    // The table is published: it names no folder and no server of the machine that it was taken on.
    private static string WithoutPaths(string arguments)
    {
        var words = arguments.Split(' ');
        for (var index = 1; index < words.Length; index++)
        {
            if (words[index - 1] is "--out" or "--postgresql")
                words[index] = "…";
        }

        return string.Join(' ', words);
    }
}
