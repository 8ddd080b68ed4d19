namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>Ids of executions: they name their instance, so that one is found without an index of executions.</summary>
public static class ExecutionId
{
    private const char Separator = '-';

    /// <summary>The instance of an execution, or null when the text isn't such an id.</summary>
    public static string? InstanceOf(string executionId) => executionId.LastIndexOf(Separator) is > 0 and var at ? executionId[..at] : null;

    internal static string New(string instanceId, string own) => $"{instanceId}{Separator}{own}";
}
