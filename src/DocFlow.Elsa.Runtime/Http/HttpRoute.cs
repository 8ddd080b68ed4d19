using System.Globalization;

namespace DocFlow.Elsa.Runtime.Http;

/// <summary>A path template such as orders/{id:int}/{*rest}: literals, parameters with optional “?”, constraints, and a rest at the end.</summary>
internal sealed class HttpRoute
{
    private readonly List<Segment> _segments;

    private HttpRoute(string template, List<Segment> segments) => (Template, _segments) = (template, segments);

    /// <summary>With a leading slash, literals in lower case.</summary>
    public string Template { get; }

    /// <summary>The same for templates that match the same paths, whatever their parameters are called.</summary>
    public string Shape => "/" + string.Join('/', _segments.Select(segment => segment.Shape));

    /// <summary>Sorts before others that match the same path: literals first, then constrained parameters, then free ones, then a rest.</summary>
    public string Precedence => string.Concat(_segments.Select(segment => segment.Rank));

    /// <exception cref="FormatException">It can't be read; says why in Chinese.</exception>
    public static HttpRoute Parse(string? template)
    {
        var parts = (template ?? "").Trim().Trim('/').Split('/');
        if (parts is [""])
            throw new FormatException("没有填写路径。");
        if (template!.Contains("//", StringComparison.Ordinal))
            throw new FormatException($"路径“{template}”无法识别，其中有空的一段。");
        var segments = parts.Select(part => Segment.Parse(part, template!)).ToList();
        if (segments.Take(segments.Count - 1).Any(segment => segment.IsRest || segment.IsOptional))
            throw new FormatException($"路径“{template}”中，可省略的参数和“*”参数只能在最后一段。");
        if (segments.Where(segment => segment.Name is not null).GroupBy(segment => segment.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw new FormatException($"路径“{template}”中，参数“{repeated.Key}”重复。");
        return new HttpRoute("/" + string.Join('/', segments.Select(segment => segment.Text)), segments);
    }

    /// <summary>The parameters' values; null when the path doesn't match.</summary>
    public Dictionary<string, object>? Match(string path)
    {
        var parts = path.Trim('/').Split('/');
        var values = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < _segments.Count; index++)
        {
            var segment = _segments[index];
            if (segment.IsRest)
            {
                values[segment.Name!] = string.Join('/', parts.Skip(index));
                return values;
            }

            if (index >= parts.Length)
                return segment.IsOptional ? values : null;
            if (!segment.Accepts(parts[index], values))
                return null;
        }

        return parts.Length > _segments.Count ? null : values;
    }

    private sealed record Segment(string Text, string? Name, string? Constraint, bool IsOptional, bool IsRest)
    {
        private const string Reserved = "\\?#%";

        private static readonly Dictionary<string, Func<string, object?>> Constraints = new()
        {
            ["int"] = text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null,
            ["long"] = text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null,
            ["guid"] = text => Guid.TryParse(text, out _) ? text : null,
            ["bool"] = text => bool.TryParse(text, out var value) ? value : null,
            ["alpha"] = text => text.All(char.IsAsciiLetter) ? text : null,
        };

        public char Rank => (Name, Constraint, IsRest) switch { (null, _, _) => '1', (_, not null, _) => '2', (_, _, false) => '3', _ => '4' };

        public string Shape => Name is null ? Text : IsRest ? "{*}" : $"{{{(Constraint is null ? "" : $":{Constraint}")}{(IsOptional ? "?" : "")}}}";

        public static Segment Parse(string part, string template)
        {
            // No caller's path could have them: browsers and servers take them away or cut the path there.
            if (part is "." or ".." || part.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || (!part.StartsWith('{') && Reserved.Contains(character))))
                throw new FormatException($"路径“{template}”中的“{part}”不能作为路径的一段。");
            if (!part.Contains('{', StringComparison.Ordinal) && !part.Contains('}', StringComparison.Ordinal) && part.Length > 0)
                return new Segment(part.ToLowerInvariant(), null, null, false, false);
            if (part.Length < 3 || part[0] != '{' || part[^1] != '}' || part[1..^1].AsSpan().ContainsAny('{', '}'))
                throw new FormatException($"路径“{template}”中的“{part}”无法识别，一段应是文字或一个参数，如 orders/{{id}}。");
            var inner = part[1..^1];
            var isRest = inner.StartsWith('*');
            var isOptional = inner.EndsWith('?');
            var pieces = inner.TrimStart('*').TrimEnd('?').Split(':');
            if (pieces[0].Length == 0 || !pieces[0].All(character => char.IsLetterOrDigit(character) || character is '_' or '-'))
                throw new FormatException($"路径“{template}”中的参数“{part}”没有名称，或名称中有不能用的字符。");
            var constraint = pieces.Length > 1 ? pieces[1] : null;
            if (pieces.Length > 2 || (constraint is not null && !Constraints.ContainsKey(constraint)))
                throw new FormatException($"路径“{template}”中的参数“{part}”只能限为：{string.Join('、', Constraints.Keys)}。");
            return new Segment(part, pieces[0], constraint, isOptional, isRest);
        }

        public bool Accepts(string part, Dictionary<string, object> values)
        {
            if (Name is null)
                return part.Equals(Text, StringComparison.OrdinalIgnoreCase);
            if (part.Length == 0)
                return IsOptional;
            if ((Constraint is null ? part : Constraints[Constraint](part)) is not { } value)
                return false;
            values[Name] = value;
            return true;
        }
    }
}
