using DocFlow.Office.Steps;
using Elsa.Extensions;
using Elsa.Workflows;

namespace DocFlow.Activities.Steps;

/// <summary>The document of the procedure that an activity belongs to.</summary>
internal static class ProcedureDocument
{
    public static Task<string> OfAsync(ActivityExecutionContext context) => context.GetRequiredService<IProcedureDocuments>()
        .OfAsync(context.WorkflowExecutionContext.Id, context.WorkflowExecutionContext.CorrelationId, context.CancellationToken);
}
