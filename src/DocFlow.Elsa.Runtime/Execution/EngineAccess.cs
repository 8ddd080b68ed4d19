using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>The engine behind a context.</summary>
internal static class EngineAccess
{
    public static WorkflowEngine Engine(this ActivityExecutionContext context) => (WorkflowEngine)context.WorkflowExecutionContext.Engine;
}
