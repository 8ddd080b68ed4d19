using System.Globalization;

namespace DocFlow.Office.Assessment.Formulas;

/// <summary>The lines of a formula version, read and put into an order in which each comes after those that it needs.</summary>
internal sealed class FormulaScheme
{
    /// <summary>The line whose value is the score.</summary>
    public const string Total = "总分";

    private const int MostLines = 40;
    private const int MostName = 20;
    private const int MostParts = 1000;

    private readonly List<(string Name, FormulaPart Part)> _ordered = [];
    private readonly Dictionary<string, FormulaPart> _parts;
    private readonly Dictionary<string, IReadOnlyList<string>> _measures = [];
    private readonly IReadOnlyList<ScoreLine> _lines;

    private FormulaScheme(IReadOnlyList<ScoreLine> lines, Dictionary<string, FormulaPart> parts)
    {
        (_lines, _parts) = (lines, parts);
        foreach (var line in lines)
            Order(line.Name, []);
        foreach (var (name, part) in _ordered)
            _measures[name] = [.. part.Names.Distinct().SelectMany(used => _measures.TryGetValue(used, out var behind) ? behind : [used]).Distinct()];
    }

    /// <summary>Reads and checks a version's lines.</summary>
    /// <param name="measures">The measures that there are.</param>
    /// <exception cref="RefusalException">They can't be computed; the message names the line and says why.</exception>
    public static FormulaScheme Read(IReadOnlyList<ScoreLine> lines, IReadOnlyCollection<string> measures)
    {
        if (lines.Count is 0 or > MostLines)
            throw RefusalException.Invalid($"公式须有1至{MostLines}行。");
        var parts = new Dictionary<string, FormulaPart>();
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            var name = line.Name;
            if (name.Length is 0 or > MostName || !name.All(char.IsLetterOrDigit) || char.IsDigit(name[0]))
                throw RefusalException.Invalid($"第{index + 1}行的名称“{name}”须是1至{MostName}个汉字、字母或数字，且不以数字开头。");
            if (measures.Contains(name))
                throw RefusalException.Invalid($"第{index + 1}行“{name}”与指标同名，请换一个名称。");
            if (!parts.TryAdd(name, In(name, () => FormulaReader.Read(line.Formula))))
                throw RefusalException.Invalid($"“{name}”有两行。");
        }

        if (!parts.ContainsKey(Total))
            throw RefusalException.Invalid($"缺少“{Total}”一行。");
        foreach (var (name, part) in parts)
        {
            var known = part.Names.Distinct().ToList();
            if (known.Find(used => !parts.ContainsKey(used) && !measures.Contains(used)) is { } unknown)
                throw RefusalException.Invalid($"“{name}”：没有指标或行“{unknown}”。可用的指标：{string.Join('、', measures.Order(StringComparer.Ordinal))}。");
            if (part.Names.Count() > MostParts)
                throw RefusalException.Invalid($"“{name}”太长。");
        }

        var scheme = new FormulaScheme(lines, parts);
        // Whoever has done nothing yet must have a score too.
        scheme.Compute(_ => 0, "没有任何记录的人员，");
        return scheme;
    }

    /// <summary>The values of all lines, in their order as written.</summary>
    /// <exception cref="RefusalException">A line divides by zero, or comes to too large a figure.</exception>
    public IReadOnlyList<(string Name, decimal Value)> Compute(Func<string, decimal> measure, string? whose = null)
    {
        var values = new Dictionary<string, decimal>();
        foreach (var (name, part) in _ordered)
            values[name] = In($"{whose}{name}", () => Value(part, used => values.TryGetValue(used, out var line) ? line : measure(used)));
        return [.. _lines.Select(line => (line.Name, values[line.Name]))];
    }

    /// <summary>The measures that a line comes from, directly or by other lines.</summary>
    public IReadOnlyList<string> MeasuresOf(string name) => _measures[name];

    private void Order(string name, List<string> way)
    {
        if (_ordered.Exists(line => line.Name == name))
            return;
        if (way.Contains(name))
            throw RefusalException.Invalid($"公式循环引用：{string.Join('→', way.SkipWhile(passed => passed != name).Append(name))}。");
        way.Add(name);
        foreach (var used in _parts[name].Names.Distinct().Where(_parts.ContainsKey))
            Order(used, way);
        way.Remove(name);
        _ordered.Add((name, _parts[name]));
    }

    private static decimal Value(FormulaPart part, Func<string, decimal> named)
    {
        var value = part switch
        {
            FormulaPart.Figure figure => figure.Value,
            FormulaPart.Named name => named(name.Name),
            FormulaPart.Reckoned reckoned => Reckon(reckoned, named),
            FormulaPart.Called { Function: "max" } called => called.Of.Max(of => Value(of, named)),
            FormulaPart.Called { Function: "min" } called => called.Of.Min(of => Value(of, named)),
            FormulaPart.Called called => decimal.Round(Value(called.Of[0], named), 0, MidpointRounding.AwayFromZero),
            _ => throw new InvalidOperationException($"There is no value of {part}."),
        };
        return Math.Abs(value) <= FormulaReader.Most ? value : throw RefusalException.Invalid(string.Create(CultureInfo.InvariantCulture, $"结果超过上限{FormulaReader.Most:0}。"));
    }

    private static decimal Reckon(FormulaPart.Reckoned reckoned, Func<string, decimal> named)
    {
        var (left, right) = (Value(reckoned.Left, named), Value(reckoned.Right, named));
        return reckoned.Sign switch
        {
            '+' => left + right,
            '-' => left - right,
            '*' => left * right,
            // A tiny divisor comes to a figure beyond what a decimal holds.
            _ when right == 0 => throw RefusalException.Invalid($"除数为0{Divisor(reckoned.Right)}。可写成 max(…，1)。"),
            _ when Math.Abs(right) * FormulaReader.Most < Math.Abs(left) => throw RefusalException.Invalid(string.Create(CultureInfo.InvariantCulture, $"结果超过上限{FormulaReader.Most:0}。")),
            _ => left / right,
        };
    }

    private static string Divisor(FormulaPart part) => part.Names.Distinct().ToList() is { Count: > 0 } names ? $"（{string.Join('、', names)}）" : "";

    private static T In<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RefusalException refusal)
        {
            throw new RefusalException(refusal.Refusal, $"“{name}”：{refusal.Message}");
        }
    }
}
