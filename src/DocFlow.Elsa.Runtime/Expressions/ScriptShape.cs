using System.Text.RegularExpressions;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>Tells scripts that only compare, calculate and ask for values from those that can repeat something.</summary>
internal static partial class ScriptShape
{
    private const int Longest = 1000;

    /// <summary>Without loops, functions, calls of methods and templates nothing nests deeper than the text itself.</summary>
    public static bool IsPlain(string script) => script.Length <= Longest && !Repeating().IsMatch(script);

    [GeneratedRegex(@"\b(for|while|do|function|eval|Function|class|async|yield|new|get|set|import|with)\b|=>|[\w$\])'""]\s*\?\.|\.\s*[\w$#]+\s*\(|[\])}]\s*\(|[`\\]")]
    private static partial Regex Repeating();
}
