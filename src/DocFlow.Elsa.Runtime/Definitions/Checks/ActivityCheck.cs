using System.ComponentModel.DataAnnotations;
using System.Reflection;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Http;
using DocFlow.Elsa.Runtime.Triggers;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Definitions.Checks;

/// <summary>Inputs that an activity can't do without, and literals that it can't use.</summary>
internal static class ActivityCheck
{
    public static void Run(IActivity activity, FindingList findings)
    {
        foreach (var property in activity.GetType().GetProperties().Where(property => property.GetCustomAttribute<RequiredAttribute>(inherit: false) is not null))
        {
            if (property.GetValue(activity) is not Input { Expression: { } expression } || (expression.Type == "Literal" && string.IsNullOrWhiteSpace(expression.Value?.ToString())))
                findings.Error(activity, $"“{FindingList.Shown(activity)}”没有填写“{NameOf(activity, property)}”。");
        }

        switch (activity)
        {
            case Cron cron when Literal(cron.CronExpression) is { } expression:
                Try(activity, () => CronPlan.Parse(expression), findings);
                break;
            case HttpEndpoint endpoint when Literal(endpoint.Path) is { } path:
                Try(activity, () => HttpRoute.Parse(path), findings);
                break;
        }
    }

    /// <summary>What a designer typed in plain; null for other expressions and for what is unset.</summary>
    public static string? Literal(Input? input) => input?.Expression is { Type: "Literal" } literal ? literal.Value?.ToString() ?? "" : null;

    private static string NameOf(IActivity activity, PropertyInfo property) =>
        DescriptorTexts.Find(activity.GetType().Assembly, $"{activity.Type}.Inputs.{property.Name}", $"Inputs.{property.Name}") ?? property.Name;

    private static void Try(IActivity activity, Action parse, FindingList findings)
    {
        try
        {
            parse();
        }
        catch (FormatException exception)
        {
            findings.Error(activity, $"“{FindingList.Shown(activity)}”：{exception.Message}");
        }
    }
}
