using System.Globalization;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Http;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Sends a request and leaves by the answer's status code, and by Done.</summary>
[Activity("Elsa", Category = "HTTP", Kind = ActivityKind.Task)]
internal sealed class FlowSendHttpRequest : HttpRequestActivity
{
    public const string Unmatched = "Unmatched status code";
    public const string NotConnected = "Failed to connect";
    public const string TimedOut = "Timeout";

    [Input(UIHint = InputUIHints.MultiText, DefaultValue = new[] { 200 }, Order = 5.1f)]
    public Input<ICollection<int>>? ExpectedStatusCodes { get; set; }

    public override IEnumerable<IActivity> Children => [];

    protected override ValueTask GoOnAsync(WorkflowEngine engine, ActivityExecutionContext context, OutboundResult result) => result switch
    {
        OutboundResult.Answered answer => context.CompleteActivityWithOutcomesAsync(
            context.Get(ExpectedStatusCodes)?.Contains(answer.StatusCode) == true ? answer.StatusCode.ToString(CultureInfo.InvariantCulture) : Unmatched, "Done"),
        OutboundResult.TimedOut => context.CompleteActivityWithOutcomesAsync(TimedOut),
        _ => context.CompleteActivityWithOutcomesAsync(NotConnected),
    };
}
