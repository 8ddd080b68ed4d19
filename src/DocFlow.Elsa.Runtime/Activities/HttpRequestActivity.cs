using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Http;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Sends a request to another system and tells what came of it.</summary>
internal abstract class HttpRequestActivity : ContainerActivity
{
    private const int MostTries = 3;

    // Sent twice, they do no more than once.
    private static readonly HashSet<string> Repeatable = new(StringComparer.OrdinalIgnoreCase) { "GET", "HEAD", "OPTIONS", "PUT", "DELETE" };

    [Input]
    [DescribedAs("UnregisteredClrType:System.Uri, System.Private.Uri")]
    public Input<string>? Url { get; set; }

    [Input(UIHint = InputUIHints.DropDown, DefaultValue = "GET", Order = 1, Options = new[] { "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD" })]
    public Input<string>? Method { get; set; }

    [Input(Order = 2)]
    public Input<object>? Content { get; set; }

    [Input(UIHint = InputUIHints.DropDown, UIHandler = typeof(ContentTypeChoices), Order = 3)]
    public Input<string>? ContentType { get; set; }

    [Input(Category = "Security", CanContainSecrets = true, Order = 4)]
    public Input<string>? Authorization { get; set; }

    [Input(UIHint = InputUIHints.Checkbox, Category = "Security", Order = 5)]
    public Input<bool>? DisableAuthorizationHeaderValidation { get; set; }

    [Input(UIHint = InputUIHints.JsonEditor, Category = "Advanced", Order = 6)]
    public Input<HttpHeaders>? RequestHeaders { get; set; }

    [Input(UIHint = InputUIHints.Checkbox)]
    public Input<bool>? EnableResiliency { get; set; }

    [Output]
    public Output<int>? StatusCode { get; set; }

    [Output]
    public Output<object>? ParsedContent { get; set; }

    [Output]
    [DescribedAs("HttpHeaders")]
    public Output<object>? ResponseHeaders { get; set; }

    [Output(IsSerializable = false)]
    [DescribedAs("HttpResponseMessage")]
    public Output<object>? Result { get; set; }

    public override ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child) => owner.CompleteActivityAsync();

    protected sealed override async ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context)
    {
        var result = await SendAsync(context);
        if (result is OutboundResult.Answered answer)
        {
            var headers = answer.Headers.ToDictionary(header => header.Key, object (header) => header.Value.Length == 1 ? header.Value[0] : header.Value.ToList());
            context.Set(StatusCode, answer.StatusCode);
            context.Set(ParsedContent, HttpContents.Parse(answer.Body, answer.ContentType));
            context.Set(ResponseHeaders, headers);
            context.Set(Result, new Dictionary<string, object?> { ["StatusCode"] = answer.StatusCode, ["ContentType"] = answer.ContentType, ["Headers"] = headers });
        }

        await GoOnAsync(engine, context, result);
    }

    protected abstract ValueTask GoOnAsync(WorkflowEngine engine, ActivityExecutionContext context, OutboundResult result);

    private async Task<OutboundResult> SendAsync(ActivityExecutionContext context)
    {
        if (!Uri.TryCreate(context.Get(Url), UriKind.Absolute, out var url))
            throw new InvalidOperationException("没有填写请求的地址，或地址无法识别。");
        var method = context.Get(Method) is { Length: > 0 } named ? named.Trim().ToUpperInvariant() : "GET";
        var (body, contentType) = HttpContents.Write(context.Get(Content), context.Get(ContentType));
        var request = new OutboundRequest(url, method) { Body = body, ContentType = contentType, Authorization = context.Get(Authorization), Headers = context.Get(RequestHeaders) ?? [] };
        var outbound = context.GetRequiredService<IOutboundHttp>();
        var tries = context.Get(EnableResiliency) && Repeatable.Contains(method) ? MostTries : 1;
        var result = await outbound.SendAsync(request, context.CancellationToken);
        while (--tries > 0 && result is OutboundResult.NotConnected or OutboundResult.Answered { StatusCode: 408 or 429 or >= 500 })
            result = await outbound.SendAsync(request, context.CancellationToken);
        return result;
    }
}
