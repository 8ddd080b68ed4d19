using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Tests.Running;

/// <summary>A step with the exit for going back, as human steps have it.</summary>
[Activity("Test", "签批", Type = "Sign")]
[FlowNode("同意", "退回")]
internal sealed class SignStep : Activity;
