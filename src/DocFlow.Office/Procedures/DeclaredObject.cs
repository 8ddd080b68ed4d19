using System.Text.Json;

namespace DocFlow.Office.Procedures;

/// <summary>An object of a declaration, read strictly: whatever isn't understood is a problem, never silently left out.</summary>
internal sealed class DeclaredObject
{
    private readonly JsonElement _element;
    private readonly List<ProcedureProblem> _problems;

    public DeclaredObject(JsonElement element, string path, List<ProcedureProblem> problems, params IReadOnlyList<string> known)
    {
        (_element, Path, _problems) = (element, path, problems);
        if (element.ValueKind != JsonValueKind.Object)
        {
            Problem(null, "应是一个 JSON 对象（{…}）。");
            return;
        }

        foreach (var property in element.EnumerateObject().Where(property => !known.Contains(property.Name)))
            Problem(property.Name, $"不认识的属性“{property.Name}”，可用：{string.Join('、', known)}。");
    }

    public string Path { get; }

    public List<ProcedureProblem> Problems => _problems;

    public string PathOf(string name) => $"{Path}.{name}";

    public void Problem(string? name, string message) => _problems.Add(new ProcedureProblem(name is null ? Path : PathOf(name), message));

    public JsonElement? Find(string name) =>
        _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    public string? Text(string name, int most = 200)
    {
        if (Find(name) is not { } found)
            return null;
        if (found.ValueKind != JsonValueKind.String || found.GetString() is not { } text || string.IsNullOrWhiteSpace(text))
            Problem(name, "应是不空的文字。");
        else if (text.Length > most)
            Problem(name, $"有{text.Length}个字符，超过上限{most}。");
        else
            return text.Trim();
        return null;
    }

    public string RequiredText(string name, int most = 200)
    {
        if (Find(name) is null)
            Problem(name, "必须填写。");
        return Text(name, most) ?? "";
    }

    public bool Flag(string name)
    {
        if (Find(name) is not { } found)
            return false;
        if (found.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Problem(name, "应是 true 或 false。");
        return found.ValueKind == JsonValueKind.True;
    }

    public int? Whole(string name, int least, int most)
    {
        if (Find(name) is not { } found)
            return null;
        if (found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        Problem(name, $"应是{least}至{most}的整数。");
        return null;
    }

    public IReadOnlyList<(string Value, string Path)> Texts(string name)
    {
        var texts = new List<(string, string)>();
        foreach (var (item, path) in Items(name))
        {
            if (item.ValueKind == JsonValueKind.String && item.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
                texts.Add((text.Trim(), path));
            else
                _problems.Add(new ProcedureProblem(path, "应是不空的文字。"));
        }

        return texts;
    }

    public IReadOnlyList<(JsonElement Item, string Path)> Items(string name)
    {
        if (Find(name) is not { } found)
            return [];
        if (found.ValueKind == JsonValueKind.Array)
            return [.. found.EnumerateArray().Select((item, index) => (item, $"{PathOf(name)}[{index}]"))];
        Problem(name, "应是一个 JSON 数组（[…]）。");
        return [];
    }
}
