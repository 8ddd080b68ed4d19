using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Tests.Running;

/// <summary>A step with the name of the one that numbers documents.</summary>
[Activity("DocFlow", "编号登记", Type = "AssignNumber")]
[FlowNode("Done")]
internal sealed class NumberStep : Activity;
