using Elsa.Workflows;
using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Stands where a definition names an unknown type: reading goes on, running it faults.</summary>
[Activity("Elsa", "System", "未知活动", DisplayName = "未知活动")]
internal sealed class NotFoundActivity : Activity
{
    public string MissingTypeName { get; set; } = "";

    protected override void Execute(ActivityExecutionContext context) => throw new InvalidOperationException($"没有活动类型“{MissingTypeName}”。");
}
