using System.ComponentModel.DataAnnotations;
using DocFlow.Activities.Steps;
using DocFlow.Office.Steps;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Activities;

/// <summary>分支: goes on by what was chosen in a field; by 其他 where no exit is called so, or nothing was chosen.</summary>
[Activity("DocFlow", Type = "Branch")]
public sealed class Branch : Activity
{
    private const string Otherwise = "其他";

    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? Field { get; set; }

    /// <summary>The choices that have an exit of their own, and 其他.</summary>
    [Input(UIHint = InputUIHints.DynamicOutcomes)]
    [Required]
    public Input<ICollection<string>>? Cases { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var chosen = await context.GetRequiredService<IMatterFields>().ReadChoiceAsync(await ProcedureDocument.OfAsync(context), Field.Get(context), context.CancellationToken);
        await context.CompleteActivityWithOutcomesAsync(chosen is not null && Cases.Get(context).Contains(chosen) ? chosen : Otherwise);
    }
}
