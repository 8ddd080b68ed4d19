using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Expressions.Models;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Definitions.Checks;

/// <summary>Scripts and templates that can't be parsed. Nothing is run.</summary>
internal static class ExpressionCheck
{
    public static void Run(IActivity activity, FindingList findings)
    {
        foreach (var property in activity.GetType().GetProperties().Where(property => typeof(Input).IsAssignableFrom(property.PropertyType)))
        {
            if (property.GetValue(activity) is not Input { Expression: { } expression })
                continue;
            var name = $"{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}";
            // The script of RunJavaScript may be a plain text.
            var type = activity is RunJavaScript && property.Name == nameof(RunJavaScript.Script) && expression.Type == "Literal" ? "JavaScript" : expression.Type;
            Check(activity, type, expression, $"{findings.PathOf(activity)}.{name}.expression.value", findings);
        }

        foreach (var (expression, index) in ConditionsOf(activity).Select((expression, index) => (expression, index)))
            Check(activity, expression.Type, expression, $"{findings.PathOf(activity)}.cases[{index}].condition.value", findings);
    }

    private static IEnumerable<Expression> ConditionsOf(IActivity activity) => activity switch
    {
        FlowSwitch flowSwitch => flowSwitch.Cases.Select(candidate => candidate.Condition),
        Switch choice => choice.Cases.Select(candidate => candidate.Condition),
        _ => [],
    };

    private static void Check(IActivity activity, string type, Expression expression, string path, FindingList findings)
    {
        if (expression.Value?.ToString() is { Length: > 0 } text && ExpressionSyntax.ErrorIn(type, text) is { } error)
            findings.Error(activity, $"“{FindingList.Shown(activity)}”中的 {type} 有语法错误：{error}", path);
    }
}
