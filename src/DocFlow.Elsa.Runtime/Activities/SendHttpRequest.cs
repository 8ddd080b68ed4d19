using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Http;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Sends a request and runs the activity of the answer's status code.</summary>
[Activity("Elsa", Category = "HTTP", Kind = ActivityKind.Task)]
internal sealed class SendHttpRequest : HttpRequestActivity
{
    [Input(UIHint = "http-status-codes")]
    [DescribedAs("UnregisteredClrType:System.Collections.Generic.ICollection`1[[Elsa.Http.HttpStatusCodeCase, Elsa.Http]], System.Private.CoreLib")]
    public IReadOnlyList<HttpStatusCodeCase> ExpectedStatusCodes { get; set; } = [];

    public IActivity? UnmatchedStatusCode { get; set; }

    public IActivity? FailedToConnect { get; set; }

    public IActivity? Timeout { get; set; }

    public override IEnumerable<IActivity> Children =>
        ExpectedStatusCodes.Select(expected => expected.Activity).Concat([UnmatchedStatusCode, FailedToConnect, Timeout]).OfType<IActivity>();

    protected override ValueTask GoOnAsync(WorkflowEngine engine, ActivityExecutionContext context, OutboundResult result)
    {
        var next = result switch
        {
            OutboundResult.Answered answer => ExpectedStatusCodes.FirstOrDefault(expected => expected.StatusCode == answer.StatusCode) is { } expected ? expected.Activity : UnmatchedStatusCode,
            OutboundResult.TimedOut => Timeout,
            _ => FailedToConnect,
        };
        if (next is null)
            return context.CompleteActivityAsync();
        engine.Schedule(next, context);
        return ValueTask.CompletedTask;
    }
}

/// <summary>What runs for one status code; nothing when there is no activity.</summary>
internal sealed record HttpStatusCodeCase(int StatusCode, IActivity? Activity);
