using System.Text.RegularExpressions;

namespace DocFlow.Elsa.Api.Tests.Replay;

/// <summary>Where DocFlow answers otherwise than the recorded server on purpose.</summary>
/// <param name="Recordings">Their numbers, as a pattern.</param>
/// <param name="Path">Where in the body, as a pattern; “status” for the status.</param>
/// <param name="Reason">Why.</param>
internal sealed record Deliberate(string Recordings, string Path, string Reason)
{
    public bool Covers(string number, string path) => Regex.IsMatch(number, $"^({Recordings})$") && Regex.IsMatch(path, $"^({Path})$");
}

/// <summary>The list. Each entry must be needed by some recording.</summary>
internal static class DeliberateDifferences
{
    /// <summary>Calls that aren't made at all.</summary>
    public static readonly Dictionary<string, string> NotReplayed = new()
    {
        ["018"] = "Pausing and resuming the runtime is an operation of Elsa's own console; DocFlow has none of it, and Studio doesn't ask.",
        ["129"] = "As 018.",
        ["130"] = "As 018.",
        ["131"] = "Negotiating needs a token here; the hub has tests of its own.",
        ["134"] = "Links that resume a bookmark without signing in aren't offered: who acts in an office is known.",
        ["135"] = "As 134.",
        ["136"] = "A script that makes such a link: as 134.",
    };

    public static readonly IReadOnlyList<Deliberate> All =
    [
        new("006", @"\$\.packageVersion", "The number is that of the product."),
        new("008|010|011|012|013|014|015", @"\$\.items\[\d+\]\.(displayName|description|category)", "Texts for people are Chinese."),
        new("008|012|013|014", @"\$\.(items.*|count)", "Only what the engine does is offered: no code in C#, no delegates, one commit at the end of a burst."),
        new("009", @"\$\.items.*", "Only types that variables can hold here."),
        new("016|057|110|112|142", @"\$\.(message|errors.*|findings.*)", "Refusals are Chinese, and say which activity they are about."),
        new("017", @"\$\.(items.*|count)", "Only what is there is named."),
        new("021", @"\$\.(clrType|customProperties\.Type)", "CLR types of the server are nobody's business."),
        new("021", @"\$\.(category|displayName|description|inputs\[0\]\.(displayName|description)|ports\[\d+\]\.displayName)", "Texts for people are Chinese."),
        new("032", "status", "Without a parent the whole workflow is meant; the real server breaks."),
        new("037|043", @"\$\.(count|totalCount|items.*)", "There is no system definition of Elsa's alterations."),
        new("060", @"\$", "Declarations of our own scripting functions."),
        new("075|089", @"\$\.(WorkflowExecutionLogRecords\[\d+\]\.)?workflowVersion", "The definition's version; the real server always says 1."),
        new("079", @"\$\.count", "Counts the node that was asked for; the real server ignores it."),
        new("083|089", @"\$\.(items|ActivityExecutionRecords)\[\d+\]\.activityState\.Variable", "A variable that is named is no evaluated input."),
        new("089|118", @"\$\.(WorkflowState.*|DocFlow)", "No reference markers; beside Elsa's shape stands what this engine goes on from."),
        new("089", @"\$\.ActivityExecutionRecords\[\d+\]\.(scheduling.*|properties\.Variables)", "Who scheduled it is told for every execution; the workflow's variables stand in its state."),
        new("093", @"\$\.workflowState\.executionLogSequence", "The real server counts one line more at a cancellation; which one, no recording shows."),
        new("096", @".*\.callbackMethodName", "Names of our own methods."),
        new("100", @"\$\.workflowDefinition\.root\.activities\[\d\]\.(authorize|policy|statusCode|responseHeaders)", "An input that the text leaves out stays out; its default stands in the descriptor."),
        new("104|105|106|107", @"\$.*(exception|payload|innerException|message).*", "The causes of a fault are our own classes, with our stack traces."),
        new("108", @"\$\.results\[0\]\.log\.logEntries\[0\]\.message", "Texts for people are Chinese."),
        new("109", @"\$\.(validationErrors|findings.*)", "A designer is told what was tolerated, and of which activity."),
        new("113", @".*\.activities\[2\]\.output", "DocFlow's Switch has no output."),
        new("133", "status", "A GET needs no body, whatever its content type says."),
        new("141", @"\$\.(clrType|category|inputs\[0\]\.(isSerializable|isReadOnly|uiSpecifications)|outputs\[0\]\.isSerializable|ports\[0\]\.displayName)", "As 021; what is so for every input and output is said of these, too."),
        new("143", "status", "An empty body is the caller's fault, and is refused."),
    ];
}
