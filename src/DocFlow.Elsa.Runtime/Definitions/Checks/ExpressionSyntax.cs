using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Expressions;
using Fluid;
using Jint;

namespace DocFlow.Elsa.Runtime.Definitions.Checks;

/// <summary>Parses scripts and templates as the engine does, without running them.</summary>
internal static class ExpressionSyntax
{
    private static readonly ScriptPreparationOptions Parsing = new() { ParsingOptions = new ScriptParsingOptions { AllowReturnOutsideFunction = true } };
    private static readonly FluidParser Templates = new();

    private static readonly int Longest = new EngineLimits().LongestScript;

    /// <summary>What is wrong, with its line; null when it can be parsed.</summary>
    public static string? ErrorIn(string type, string text) => type switch
    {
        "JavaScript" or "Liquid" when text.Length > Longest => $"超过{Longest}个字符。",
        "JavaScript" => ErrorInScript(text),
        "Liquid" => DeepStack.Run(() => Templates.TryParse(text, out _, out var error) ? null : error),
        _ => null,
    };

    private static string? ErrorInScript(string text)
    {
        try
        {
            Engine.PrepareScript(text, options: Parsing);
            return null;
        }
        catch (ScriptPreparationException exception)
        {
            return exception.InnerException?.Message ?? exception.Message;
        }
    }
}
