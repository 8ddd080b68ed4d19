using System.Text;
using System.Text.RegularExpressions;

namespace DocFlow.Host.Tests.Engines;

/// <summary>
/// C# that declares Elsa's public surface as it was read from the real assemblies, without anything behind it: what compiles against it
/// uses names, parameters and results that exist there. Types that are only mentioned are declared empty.
/// </summary>
internal static partial class ElsaStubs
{
    private const string Usings = "#nullable disable\n#pragma warning disable\nusing System; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks;\n";

    public static string Source(params string[] surfaces)
    {
        var types = Read(surfaces.SelectMany(surface => surface.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Where(line => line[0] != '#'));
        var known = types.Select(type => Key(type.Name)).ToHashSet();
        var source = new StringBuilder(Usings);
        foreach (var type in types)
            source.AppendLine(Declare(type));
        foreach (var mentioned in types.SelectMany(type => type.Members.Append(type.Base).SelectMany(Mentioned)).Distinct().Where(name => !known.Contains(name)))
            source.AppendLine(Empty(mentioned));
        return source.ToString();
    }

    private static List<Surface> Read(IEnumerable<string> lines)
    {
        var types = new List<Surface>();
        foreach (var line in lines.Select(line => line.TrimEnd()))
        {
            if (line[0] != ' ' && TypeLine().Match(line) is { Success: true } type)
                types.Add(new Surface(type.Groups["modifiers"].Value, type.Groups["kind"].Value, type.Groups["name"].Value, type.Groups["base"].Value, []));
            // By-reference parameters are nowhere used.
            else if (!line.Contains('&', StringComparison.Ordinal))
                types[^1].Members.Add(line.Trim());
        }

        return types;
    }

    private static string Declare(Surface type)
    {
        var at = type.Name.Split('<')[0].LastIndexOf('.');
        var (space, name) = (type.Name[..at], type.Name[(at + 1)..]);
        if (type.Base.EndsWith("MulticastDelegate", StringComparison.Ordinal))
            return $"namespace {space} {{ public delegate {Delegate(type)} }}";
        var simple = name.Split('<')[0];
        var members = type.Kind == "enum" ? type.Members : type.Members.ConvertAll(member => Member(type, simple, member));
        // A class without this constructor couldn't be derived from here, where constructors call nothing.
        if (type is { Kind: "class", IsStatic: false } && !type.Members.Any(member => member.EndsWith("new()", StringComparison.Ordinal)))
            members.Add($"protected {simple}() {{ }}");
        var derived = type.Base.Length > 0 ? $" : {Global(type.Base)}" : "";
        return $"namespace {space} {{ public {type.Modifiers}{(type.IsStatic ? "partial " : "")}{type.Kind} {name}{derived} {{\n  {string.Join("\n  ", members)}\n}} }}";
    }

    private static string Delegate(Surface type)
    {
        var invoke = MethodLine().Match(type.Members.Single(member => member.Contains(" Invoke(", StringComparison.Ordinal)));
        return $"{Result(invoke)} {type.Name[(type.Name.LastIndexOf('.') + 1)..]}({Parameters(invoke.Groups["parameters"].Value, false)});";
    }

    private static string Member(Surface type, string name, string line)
    {
        var isInterface = type.Kind == "interface";
        var access = isInterface ? "" : line.Contains("protected ", StringComparison.Ordinal) ? "protected " : "public ";
        var isStatic = line.StartsWith("static ", StringComparison.Ordinal) ? "static " : "";
        var isVirtual = !isInterface && VirtualWord().IsMatch(line) ? "virtual " : "";
        var bare = ModifierWords().Replace(line, "");
        if (ConstantLine().Match(bare) is { Success: true } constant)
            return $"public const string {constant.Groups["name"].Value} = \"{constant.Groups["value"].Value}\";";
        if (bare.StartsWith("new(", StringComparison.Ordinal))
            return $"{access}{name}({Parameters(bare[4..^1], false)}) {{ }}";
        if (PropertyLine().Match(bare) is { Success: true } property)
            return $"{access}{isStatic}{isVirtual}{Global(property.Groups["type"].Value)} {property.Groups["name"].Value} {{ get;{(isInterface && !bare.Contains("set;", StringComparison.Ordinal) ? "" : " set;")} }}";
        if (MethodLine().Match(bare) is { Success: true } method)
            return $"{access}{isStatic}{isVirtual}{Result(method)} {method.Groups["name"].Value}({Parameters(method.Groups["parameters"].Value, type.IsStatic)}){(isInterface ? ";" : " => throw null;")}";
        return FieldLine().Match(bare) is { Success: true } field ? $"{access}{isStatic}{Global(field.Groups["type"].Value)} {field.Groups["name"].Value};" : "";
    }

    private static string Result(Match method) => method.Groups["type"].Value == "Void" ? "void" : Global(method.Groups["type"].Value);

    // Elsa's extension members: callers see no difference. That the last array takes any number isn't told by the surface.
    private static string Parameters(string parameters, bool isExtension)
    {
        var all = Split(parameters).ToList();
        var parts = all.Select((part, index) =>
        {
            var at = part.LastIndexOf(' ');
            var (type, name) = (Global(part[..at]), part[(at + 1)..]);
            var many = index == all.Count - 1 && type.EndsWith("[]", StringComparison.Ordinal) ? "params " : "";
            return name.EndsWith('?') ? $"{type} @{name[..^1]} = default" : $"{many}{type} @{name}";
        });
        return (isExtension && parameters.Length > 0 ? "this " : "") + string.Join(", ", parts);
    }

    private static IEnumerable<string> Split(string parameters)
    {
        var (depth, start) = (0, 0);
        for (var index = 0; index <= parameters.Length; index++)
        {
            if (index < parameters.Length)
                depth += parameters[index] switch { '<' => 1, '>' => -1, _ => 0 };
            if ((index < parameters.Length && (parameters[index] != ',' || depth > 0)) || index == start)
                continue;
            yield return parameters[start..index].Trim();
            start = index + 1;
        }
    }

    // Names of Elsa with the number of their type arguments, also within type arguments.
    private static IEnumerable<string> Mentioned(string text) => ElsaName().Matches(text).Select(name =>
    {
        var rest = text[(name.Index + name.Length)..];
        if (!rest.StartsWith('<'))
            return name.Value;
        var (depth, end) = (0, 0);
        do
            depth += rest[end++] switch { '<' => 1, '>' => -1, _ => 0 };
        while (depth > 0);
        return $"{name.Value}`{Split(rest[1..(end - 1)]).Count()}";
    });

    private static string Key(string name) => Mentioned(name).First();

    private static string Empty(string key)
    {
        var (name, arity) = key.Split('`') is [var generic, var count] ? (generic, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)) : (key, 0);
        var at = name.LastIndexOf('.');
        var parameters = arity == 0 ? "" : $"<{string.Join(", ", Enumerable.Range(1, arity).Select(index => $"T{index}"))}>";
        return $"namespace {name[..at]} {{ public class {name[(at + 1)..]}{parameters} {{ }} }}";
    }

    // The surface leaves "System." away.
    private static string Global(string type) => Qualified().Replace(type, name => name.Value.StartsWith("Elsa.", StringComparison.Ordinal) || name.Value.StartsWith("Microsoft.", StringComparison.Ordinal)
        ? $"global::{name.Value}"
        : $"global::System.{name.Value}");

    private sealed record Surface(string Modifiers, string Kind, string Name, string Base, List<string> Members)
    {
        public bool IsStatic => Modifiers.Contains("static", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(?<modifiers>(?:(?:static|abstract|sealed) )*)(?<kind>class|interface|enum|struct) (?<name>[^ :<]+(?:<[^>]*>)?)(?: : (?<base>.+))?$")]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^(?:(?:static|protected|virtual|abstract|override|sealed) )+")]
    private static partial Regex ModifierWords();

    [GeneratedRegex(@"\b(?:virtual|abstract|override) ")]
    private static partial Regex VirtualWord();

    [GeneratedRegex(@"^const String (?<name>\w+) = (?<value>.*)$")]
    private static partial Regex ConstantLine();

    [GeneratedRegex(@"^(?<type>.+) (?<name>\w+) \{")]
    private static partial Regex PropertyLine();

    [GeneratedRegex(@"^(?:(?:static|protected|virtual|abstract|override) )*(?<type>.+?) (?<name>\w+(?:<[\w, ]+>)?)\((?<parameters>.*)\)$")]
    private static partial Regex MethodLine();

    [GeneratedRegex(@"^(?<type>.+) (?<name>\w+)$")]
    private static partial Regex FieldLine();

    [GeneratedRegex(@"\bElsa(?:\.\w+)+")]
    private static partial Regex ElsaName();

    [GeneratedRegex(@"\b\w+(?:\.\w+)+")]
    private static partial Regex Qualified();
}
