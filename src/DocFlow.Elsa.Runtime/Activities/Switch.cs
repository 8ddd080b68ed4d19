using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Expressions.Models;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Runs the activity of the first matching case (or of all), else the default.</summary>
[Activity("Elsa", Category = "Branching")]
internal sealed class Switch : ContainerActivity
{
    private const string Waiting = "Waiting";

    [Input(UIHint = "switch-editor")]
    [DescribedAs("UnregisteredClrType:System.Collections.Generic.ICollection`1[[Elsa.Workflows.Activities.SwitchCase, Elsa.Workflows.Core]], System.Private.CoreLib")]
    public IReadOnlyList<SwitchCase> Cases { get; set; } = [];

    [Input(UIHint = InputUIHints.DropDown)]
    [DescribedAs("UnregisteredClrType:Elsa.Workflows.SwitchMode, Elsa.Workflows.Core")]
    public Input<SwitchMode>? Mode { get; set; }

    public IActivity? Default { get; set; }

    public override IEnumerable<IActivity> Children => Cases.Select(candidate => candidate.Activity).Append(Default).OfType<IActivity>();

    public override ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child) =>
        owner.UpdateProperty<int>(Waiting, count => count - 1) <= 0 ? owner.CompleteActivityAsync() : ValueTask.CompletedTask;

    protected override ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context)
    {
        var matches = new List<SwitchCase>();
        foreach (var candidate in Cases)
        {
            if (engine.Evaluate(candidate.Condition, typeof(bool), context) is not true)
                continue;
            matches.Add(candidate);
            if (context.Get(Mode) == SwitchMode.MatchFirst)
                break;
        }

        var activities = (matches.Count > 0 ? matches.Select(match => match.Activity) : [Default]).OfType<IActivity>().ToList();
        if (activities.Count == 0)
            return context.CompleteActivityAsync();
        context.SetProperty(Waiting, activities.Count);
        foreach (var activity in activities)
            engine.Schedule(activity, context);
        return ValueTask.CompletedTask;
    }
}

/// <summary>One case with its condition; a matching case without activity does nothing.</summary>
internal sealed record SwitchCase(string Label, Expression Condition, IActivity? Activity);
