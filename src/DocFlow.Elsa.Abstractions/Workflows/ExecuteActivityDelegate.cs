namespace Elsa.Workflows;

/// <summary>What runs when a bookmark is resumed.</summary>
public delegate ValueTask ExecuteActivityDelegate(ActivityExecutionContext context);
