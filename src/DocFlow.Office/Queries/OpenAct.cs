using DocFlow.Office.Checklists;
using DocFlow.Office.Matters;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Queries;

/// <summary>Acts that are open to the reader on one seat.</summary>
/// <param name="Outcomes">The forward one first.</param>
/// <param name="OnBehalfOf">The seat's holder when the reader stands in for them, or is their delegate.</param>
public sealed record OpenAct(string SeatId, string StepName, IReadOnlyList<string> Outcomes, DateTimeOffset? DueAt, string? OnBehalfOf)
{
    /// <summary>Where 退回 may go, the drafter first; empty where the step can't return.</summary>
    public IReadOnlyList<ReturnChoice> ReturnChoices { get; init; } = [];

    /// <summary>Those who must decide before this seat can (前加签); empty when it is its turn.</summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];

    /// <summary>The seats that this one's holder asked for (加签) and that aren't decided: what may be taken out again (减签).</summary>
    public IReadOnlyList<string> AskedSeatIds { get; init; } = [];

    /// <summary>The other holders who haven't decided yet, and what 退回 does to them.</summary>
    public IReadOnlyList<string> OthersPending { get; init; } = [];

    /// <summary>Whether 退回 withdraws the others' seats at once, or waits for them.</summary>
    public ReturnRule OnReturn { get; init; }

    /// <summary>The fields that are filled in with a decision, on a step of a matter.</summary>
    public IReadOnlyList<FieldToFill> Fields { get; init; } = [];

    /// <summary>Whether the opinion may be written by hand (手写意见).</summary>
    public bool TakesHandwriting { get; init; }

    /// <summary>What is to be ticked before it goes on (核对清单).</summary>
    public IReadOnlyList<LineToTick> Checklist { get; init; } = [];

    /// <summary>The keys of the fields that the step names.</summary>
    internal IReadOnlyList<string> FieldKeys { get; init; } = [];

    /// <summary>The whole form is filled in again.</summary>
    internal bool IsFirstStep { get; init; }

    /// <summary>When the holder first opened it; null until then.</summary>
    public DateTimeOffset? SeenAt { get; init; }
}
