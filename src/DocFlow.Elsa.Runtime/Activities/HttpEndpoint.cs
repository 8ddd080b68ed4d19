using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Http;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Starts the workflow by a request, or waits for one.</summary>
[Activity("Elsa", Category = "HTTP", Kind = ActivityKind.Trigger)]
internal sealed class HttpEndpoint : Trigger
{
    public const string TypeName = "Elsa.HttpEndpoint";

    [Input(UIHandler = typeof(HttpPathEditor))]
    public Input<string>? Path { get; set; }

    [Input(UIHint = InputUIHints.CheckList, Options = new[] { "GET", "POST", "PUT", "HEAD", "DELETE" })]
    public Input<ICollection<string>>? SupportedMethods { get; set; }

    [Input(UIHint = InputUIHints.Checkbox, Category = "Security")]
    public Input<bool>? Authorize { get; set; }

    [Input(Category = "Security")]
    public Input<string>? Policy { get; set; }

    [Input(Category = "Upload")]
    public Input<TimeSpan?>? RequestTimeout { get; set; }

    [Input(Category = "Upload")]
    public Input<long?>? RequestSizeLimit { get; set; }

    [Input(Category = "Upload")]
    public Input<long?>? FileSizeLimit { get; set; }

    [Input(UIHint = InputUIHints.MultiText, Category = "Upload")]
    public Input<ICollection<string>>? AllowedFileExtensions { get; set; }

    [Input(UIHint = InputUIHints.MultiText, Category = "Upload")]
    public Input<ICollection<string>>? BlockedFileExtensions { get; set; }

    [Input(UIHint = InputUIHints.MultiText, Category = "Upload")]
    public Input<ICollection<string>>? AllowedMimeTypes { get; set; }

    [Input(UIHint = InputUIHints.Checkbox, Category = "Outcomes")]
    public bool ExposeRequestTooLargeOutcome { get; set; }

    [Input(UIHint = InputUIHints.Checkbox, Category = "Outcomes")]
    public bool ExposeFileTooLargeOutcome { get; set; }

    [Input(UIHint = InputUIHints.Checkbox, Category = "Outcomes")]
    public bool ExposeInvalidFileExtensionOutcome { get; set; }

    [Input(UIHint = InputUIHints.Checkbox, Category = "Outcomes")]
    public bool ExposeInvalidFileMimeTypeOutcome { get; set; }

    [Output]
    public Output<object>? ParsedContent { get; set; }

    [Output(IsSerializable = false)]
    [DescribedAs("FormFile[]")]
    public Output<object>? Files { get; set; }

    [Output(IsSerializable = false)]
    [DescribedAs("FormFile")]
    public Output<object>? File { get; set; }

    [Output]
    public Output<IDictionary<string, object>>? RouteData { get; set; }

    [Output]
    public Output<IDictionary<string, object>>? QueryStringData { get; set; }

    [Output]
    public Output<IDictionary<string, object>>? Headers { get; set; }

    [Output(IsSerializable = false)]
    [DescribedAs("HttpRequest")]
    public Output<object>? Result { get; set; }

    /// <summary>Methods as they are compared; what a list holds beside texts counts for nothing.</summary>
    public static IEnumerable<string> MethodNames(IEnumerable<string?> methods) =>
        methods.OfType<string>().Select(method => method.Trim().ToLowerInvariant()).Where(method => method.Length > 0).Distinct();

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow() && context.GetService<IHttpExchange>() is not null)
            return OnRequestAsync(context);
        Wait(context);
        return ValueTask.CompletedTask;
    }

    protected override IEnumerable<object> GetTriggerPayloads(TriggerIndexingContext context) => Stimuli(
        context.Get(Path), context.Get(SupportedMethods), context.Get(Authorize), context.Get(Policy), context.Get(RequestTimeout), context.Get(RequestSizeLimit));

    private static IEnumerable<HttpEndpointStimulus> Stimuli(string? path, ICollection<string>? methods, bool authorize, string? policy, TimeSpan? timeout, long? size)
    {
        var template = HttpRoute.Parse(path).Template;
        return MethodNames(methods is { Count: > 0 } ? methods : ["GET"])
            .Select(method => new HttpEndpointStimulus(template, method) { Authorize = authorize, Policy = policy, RequestTimeout = timeout, RequestSizeLimit = size });
    }

    private void Wait(ActivityExecutionContext context)
    {
        var stimuli = Stimuli(context.Get(Path), context.Get(SupportedMethods), context.Get(Authorize), context.Get(Policy), context.Get(RequestTimeout), context.Get(RequestSizeLimit));
        foreach (var stimulus in stimuli)
            context.CreateBookmark(new CreateBookmarkArgs { BookmarkName = TypeName, Stimulus = stimulus, Callback = OnRequestAsync });
    }

    // Stored by name in suspended instances: renaming it breaks them.
    private async ValueTask OnRequestAsync(ActivityExecutionContext context)
    {
        if (context.GetService<IHttpExchange>() is not { } exchange)
        {
            // Resumed by something else than a request: it goes on waiting for one.
            Wait(context);
            return;
        }

        var request = exchange.Request;
        if (Refusal(context, request) is { } refusal)
        {
            await RefuseAsync(context, exchange, refusal);
            return;
        }

        context.Set(ParsedContent, request.Form.Count > 0 ? HttpRequestValues.Plain(request.Form) : HttpContents.Parse(request.Body, request.ContentType));
        context.Set(RouteData, new Dictionary<string, object>(request.RouteValues));
        context.Set(QueryStringData, HttpRequestValues.Plain(request.Query));
        context.Set(Headers, HttpRequestValues.Plain(request.Headers));
        var files = request.Files.Select(HttpRequestValues.Plain).ToList();
        context.Set(Files, files);
        context.Set(File, files.FirstOrDefault());
        context.Set(Result, HttpRequestValues.Plain(request));
        await context.CompleteActivityAsync();
    }

    private HttpRefusal? Refusal(ActivityExecutionContext context, HttpRequestData request)
    {
        if (request.IsTooLarge)
            return new HttpRefusal("Request too large", ExposeRequestTooLargeOutcome, 413, "请求过大。");
        if (context.Get(FileSizeLimit) is { } most && request.Files.Any(file => file.Content.Length > most))
            return new HttpRefusal("File too large", ExposeFileTooLargeOutcome, 413, "上传的文件过大。");
        if (request.Files.Any(file => !HasAllowedExtension(context, file)))
            return new HttpRefusal("Invalid file extension", ExposeInvalidFileExtensionOutcome, 415, "不接受这种扩展名的文件。");
        return context.Get(AllowedMimeTypes) is { Count: > 0 } types && request.Files.Any(file => !types.Contains(HttpContents.MediaType(file.ContentType), StringComparer.OrdinalIgnoreCase))
            ? new HttpRefusal("Invalid file MIME type", ExposeInvalidFileMimeTypeOutcome, 415, "不接受这种内容类型的文件。")
            : null;
    }

    private bool HasAllowedExtension(ActivityExecutionContext context, HttpUploadedFile file)
    {
        var extension = System.IO.Path.GetExtension(file.FileName).TrimStart('.');
        return context.Get(BlockedFileExtensions)?.Any(IsIt) != true && (context.Get(AllowedFileExtensions) is not { Count: > 0 } allowed || allowed.Any(IsIt));

        bool IsIt(string? other) => other is not null && other.Trim().TrimStart('.').Equals(extension, StringComparison.OrdinalIgnoreCase);
    }

    // Without a port of its own the caller is told, and the workflow is as if the request had never come.
    private async ValueTask RefuseAsync(ActivityExecutionContext context, IHttpExchange exchange, HttpRefusal refusal)
    {
        if (refusal.HasPort)
        {
            await context.CompleteActivityWithOutcomesAsync(refusal.Outcome);
            return;
        }

        var (body, type) = HttpContents.Write(refusal.Message, null);
        exchange.Reply = new HttpReply(refusal.StatusCode, type, body);
        if (context.IsTriggerOfWorkflow())
            context.Engine().Finish();
        else
            Wait(context);
    }

    private sealed record HttpRefusal(string Outcome, bool HasPort, int StatusCode, string Message);
}
