namespace Elsa.Workflows;

/// <summary>An activity that completes when its code has run, unless the code created a bookmark.</summary>
public abstract class CodeActivity : Activity
{
    internal override async ValueTask RunAsync(ActivityExecutionContext context)
    {
        await base.RunAsync(context);
        if (!context.HasBookmarks)
            await context.CompleteActivityAsync();
    }
}
