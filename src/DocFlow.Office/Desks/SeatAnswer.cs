using DocFlow.Documents.Handwriting;
using DocFlow.Office.Matters;

namespace DocFlow.Office.Desks;

/// <summary>What a person presses.</summary>
/// <param name="Outcome">One of the step's outcomes.</param>
/// <param name="Opinion">Required to return, unless it is written by hand.</param>
/// <param name="ReadVersion">The ordinal of the text that the person saw (第n稿); another current text is a conflict. Null doesn't ask.</param>
/// <param name="Key">Names the press, so that a repeat is known; null for none: then the same outcome with the same opinion counts as the same press.</param>
/// <param name="StraightBack">With 退回: the revision comes straight back here (直送退回人).</param>
/// <param name="ReturnTo">With 退回: the node id of an earlier step, one of <c>OpenAct.ReturnChoices</c>; null for the drafter. Goes together with <paramref name="StraightBack"/>.</param>
public sealed record SeatAnswer(string Outcome, string? Opinion = null, int? ReadVersion = null, string? Key = null, bool StraightBack = false, string? ReturnTo = null)
{
    /// <summary>With 退回: one of the office's list “退文类别”; null for none.</summary>
    public string? Category { get; init; }

    /// <summary>What was filled in with it, on a step of a matter that has fields; null for nothing.</summary>
    public MatterForm? Form { get; init; }

    /// <summary>The opinion, or a part of it, written by hand (手写意见); null for none.</summary>
    public PenWriting? Handwriting { get; init; }

    /// <summary>The ids of the checklist's lines that were ticked.</summary>
    public IReadOnlyList<string>? Ticked { get; init; }
}
