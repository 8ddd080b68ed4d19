namespace DocFlow.Office.Repairs;

/// <summary>
/// An administrator's last means, each with a reason that stays in the trace: a document's matter to a chosen step, or to another version of its procedure,
/// with its texts and opinions kept. Each call saves by itself, with its event and notices; the procedure follows through the outbox.
/// </summary>
public interface IRepairDesk
{
    /// <summary>Documents on their way whose title has a text, the latest first.</summary>
    Task<IReadOnlyList<RunningDocument>> SearchAsync(string? text, CancellationToken cancellationToken = default);

    Task<RepairView> ReadAsync(string documentId, CancellationToken cancellationToken = default);

    /// <summary>Moves a running document to a step: seats that are open are withdrawn (取消).</summary>
    /// <param name="key">The press: the same one repeated moves nothing more.</param>
    Task JumpAsync(string account, string documentId, string nodeId, string reason, string? key = null, CancellationToken cancellationToken = default);

    /// <summary>What <see cref="MoveAsync"/> would do; changes nothing.</summary>
    /// <param name="nodeId">The step to go on at; null for the one that it waits at.</param>
    Task<MovePlan> PlanMoveAsync(string documentId, int version, string? nodeId, CancellationToken cancellationToken = default);

    /// <summary>Goes on with another version of the procedure; work that waits at the same step keeps its seats and deadlines.</summary>
    Task MoveAsync(string account, string documentId, int version, string? nodeId, string reason, string? key = null, CancellationToken cancellationToken = default);
}
