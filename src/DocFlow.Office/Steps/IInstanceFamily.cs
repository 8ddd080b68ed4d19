namespace DocFlow.Office.Steps;

/// <summary>Which workflow instance started which, as the engine knows it.</summary>
public interface IInstanceFamily
{
    Task<string?> ParentOfAsync(string instanceId, CancellationToken cancellationToken);
}
