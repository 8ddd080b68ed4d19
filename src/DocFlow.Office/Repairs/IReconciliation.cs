namespace DocFlow.Office.Repairs;

/// <summary>Compares what the office waits for with what the engine waits for.</summary>
public interface IReconciliation
{
    /// <summary>Work items without engine state (no waiting place and nothing queued that leads on) and the reverse; empty when all is well.</summary>
    Task<IReadOnlyList<Discrepancy>> FindAsync(CancellationToken cancellationToken = default);
}
