using System.ComponentModel.DataAnnotations;
using System.Globalization;
using DocFlow.Activities.Steps;
using DocFlow.Office.Steps;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Activities;

/// <summary>写入字段: puts a value, such as a variable's, into a field of the matter, and so into its register.</summary>
[Activity("DocFlow", Type = "SetField")]
[FlowNode("Done")]
public sealed class SetField : CodeActivity
{
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? Field { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<object>? Value { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.GetRequiredService<IMatterFields>().SetAsync(
        await ProcedureDocument.OfAsync(context), Field.Get(context), Convert.ToString(Value.GetOrDefault(context), CultureInfo.InvariantCulture), context.CancellationToken);
}
