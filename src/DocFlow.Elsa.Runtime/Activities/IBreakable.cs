using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>A container that a Break ends when its running child is over.</summary>
internal interface IBreakable
{
    /// <summary>True for loops: containers above don't learn of the break.</summary>
    bool StopsBreak { get; }
}

/// <summary>The mark that a Break leaves on the executions that it ends.</summary>
internal static class Breaking
{
    private const string Key = "IsBreaking";

    public static bool IsBreaking(this ActivityExecutionContext context) => context.GetProperty<bool>(Key);

    public static void SetBreaking(this ActivityExecutionContext context) => context.SetProperty(Key, true);
}
