using System.Text.Json;

namespace DocFlow.Office.Procedures;

/// <summary>Reads the help of a declaration.</summary>
internal static class HelpReader
{
    private const int MostLines = 30;
    private const int MostLine = 300;

    public static ProcedureHelp? Read(DeclaredObject declaration)
    {
        if (declaration.Find("help") is not { } found)
            return null;
        var help = new DeclaredObject(found, declaration.PathOf("help"), declaration.Problems, "steps", "sources", "notes");
        if (found.ValueKind != JsonValueKind.Object)
            return null;
        var read = new ProcedureHelp(Lines(help, "steps"), Lines(help, "sources"), Lines(help, "notes"));
        if (read.Steps.Count == 0)
            help.Problem("steps", "须写明办理步骤。");
        if (read.Sources.Count == 0)
            help.Problem("sources", "须写明依据（制度、规定或本单位的要求）。");
        return read;
    }

    private static List<string> Lines(DeclaredObject help, string name)
    {
        var lines = help.Texts(name);
        if (lines.Count > MostLines)
            help.Problem(name, $"有{lines.Count}条，超过上限{MostLines}。");
        foreach (var (line, path) in lines.Where(line => line.Value.Length > MostLine || line.Value.Any(character => char.IsControl(character) || character is '<' or '>')))
            help.Problems.Add(new ProcedureProblem(path, line.Length > MostLine ? $"有{line.Length}个字符，超过上限{MostLine}。" : "应是一行普通文字，不能含尖括号和换行。"));
        return [.. lines.Select(line => line.Value)];
    }
}
