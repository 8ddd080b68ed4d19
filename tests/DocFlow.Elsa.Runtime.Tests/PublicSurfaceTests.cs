using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Tests;

/// <summary>
/// Whoever writes activities against our Elsa.* names can compile them against the real packages: each public member exists there, with
/// the same parameters (the real one may have further optional ones) and the same result.
/// </summary>
public sealed partial class PublicSurfaceTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // Kept as JSON between bursts by our engine, which names the node only; activities don't read bookmarks.
    private static readonly HashSet<string> KnowinglyOtherwise = ["Elsa.Workflows.Models.Bookmark"];

    private static readonly Dictionary<string, List<string>> Real = Read();

    public static TheoryData<string> Types() => new(typeof(IActivity).Assembly.GetExportedTypes().Where(type => !typeof(Delegate).IsAssignableFrom(type)).Select(NameOf).Except(KnowinglyOtherwise).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_public_member_exists_in_the_real_packages(string name)
    {
        var type = typeof(IActivity).Assembly.GetExportedTypes().Single(type => NameOf(type) == name);
        Assert.True(Real.TryGetValue(name, out var real), $"{name} doesn't exist there");

        Assert.Equal("", string.Join("\n", MembersOf(type).Where(member => !real!.Exists(line => Fits(member, line)))));
    }

    private static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type);
        var constructors = type.GetConstructors(Declared).Where(IsSeen).Select(constructor => $"new({Parameters(constructor)})");
        var properties = type.GetProperties(Declared).Where(property => property.GetMethod is { } getter && IsSeen(getter)).Select(property => $"{NameOf(property.PropertyType)} {property.Name}");
        var constants = type.GetFields(Declared).Where(field => field is { IsLiteral: true, IsPublic: true }).Select(field => $"const {NameOf(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}");
        var methods = type.GetMethods(Declared).Where(method => IsSeen(method) && !method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute))).Select(method => $"{NameOf(method.ReturnType)} {method.Name}{Generic(method)}({Parameters(method)})");
        return constructors.Concat(properties).Concat(constants).Concat(methods);
    }

    // A constructor without parameters matches one whose parameters are all optional; void matches any result, which a caller may ignore.
    private static bool Fits(string member, string line)
    {
        var (ours, theirs) = (Signature().Match(member), Signature().Match(Modifiers().Replace(line, "")));
        if (!ours.Success)
            return Modifiers().Replace(line, "").Split(" {")[0] == member || line.Split(", ").Contains(member);
        if (!theirs.Success || theirs.Groups["name"].Value != ours.Groups["name"].Value)
            return false;
        if (ours.Groups["result"].Value is not ("Void " or "") and var result && result != theirs.Groups["result"].Value)
            return false;
        var (mine, real) = (Split(ours.Groups["parameters"].Value), Split(theirs.Groups["parameters"].Value));
        return mine.Count <= real.Count
            && mine.Zip(real).All(pair => pair.First.TrimEnd('?').Split(' ')[0] == pair.Second.TrimEnd('?').Split(' ')[0] && (!pair.First.EndsWith('?') || pair.Second.EndsWith('?')))
            && real.Skip(mine.Count).All(parameter => parameter.EndsWith('?'));
    }

    private static List<string> Split(string parameters)
    {
        var (parts, depth, start) = (new List<string>(), 0, 0);
        for (var index = 0; index < parameters.Length; index++)
        {
            depth += parameters[index] switch { '<' => 1, '>' => -1, _ => 0 };
            if (parameters[index] != ',' || depth != 0)
                continue;
            parts.Add(parameters[start..index].Trim());
            start = index + 1;
        }

        if (parameters.Length > 0)
            parts.Add(parameters[start..].Trim());
        // Generic arguments may hold blanks: what is compared is the type before the parameter's name.
        return parts.ConvertAll(part => part.Replace(", ", ",", StringComparison.Ordinal));
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter => $"{NameOf(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? "?" : "")}"));

    private static string Generic(MethodInfo method) => method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string NameOf(Type type)
    {
        if (type.IsGenericParameter)
            return type.Name;
        if (type.IsByRef)
            return NameOf(type.GetElementType()!) + "&";
        if (type.IsArray)
            return NameOf(type.GetElementType()!) + "[]";
        var name = type.FullName ?? $"{type.Namespace}.{type.Name}";
        name = name.Split('`')[0];
        if (type.Namespace is "System" or "System.Collections.Generic" or "System.Threading" or "System.Threading.Tasks")
            name = name[(name.LastIndexOf('.') + 1)..];
        else if (name.StartsWith("System.", StringComparison.Ordinal))
            name = name["System.".Length..];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : name;
    }

    private static Dictionary<string, List<string>> Read()
    {
        var types = new Dictionary<string, List<string>>();
        var current = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "ElsaSurface.txt")))
        {
            if (!line.StartsWith(' '))
                types[TypeLine().Match(line).Groups[1].Value] = current = [];
            else
                current.Add(line.Trim());
        }

        return types;
    }

    [GeneratedRegex(@"^(?:(?:static|abstract|sealed) )*(?:class|interface|enum|struct|delegate) ([^ (:]+(?:<[^>]*>)?)")]
    private static partial Regex TypeLine();

    [GeneratedRegex("^(?:(?:static|protected|virtual|abstract|override) )+")]
    private static partial Regex Modifiers();

    [GeneratedRegex(@"^(?<result>.*? )??(?<name>[\w]+(?:<[\w, ]+>)?)\((?<parameters>.*)\)$")]
    private static partial Regex Signature();
}
