using System.ComponentModel;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>The workflow itself, as the activity above its root. It holds the workflow's variables.</summary>
[Activity("Elsa", Category = "Workflows", Type = "Workflow")]
[Browsable(false)]
internal sealed class WorkflowActivity(IActivity root) : ContainerActivity
{
    public const string TypeName = "Elsa.Workflow";

    [Browsable(false)]
    public IActivity Root { get; } = root;

    [Output]
    public Output<object>? Result { get; set; }

    public override IEnumerable<IActivity> Children => [Root];

    public override ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child) => owner.CompleteActivityAsync();

    protected override ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context)
    {
        engine.Schedule(Root, context);
        return ValueTask.CompletedTask;
    }
}
