using DocFlow.Office.Dossiers;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Desks.Acts;

/// <summary>What an answer must be like before it is recorded.</summary>
internal static class AnswerRules
{
    public const int MostOpinion = 2000;
    private const int MostKey = 200;

    public static void Require(WorkItem item, Document document, DocumentVersion version, SeatAnswer answer)
    {
        RequireOutcome(item, answer.Outcome);
        if (answer.Outcome == StepOutcomes.Return && string.IsNullOrWhiteSpace(answer.Opinion) && answer.Handwriting is null)
            throw RefusalException.Invalid("退回须写明意见，让拟稿人知道怎样修改。");
        PlainText.Require(answer.Opinion, "意见", MostOpinion);
        PlainText.Require(answer.Key, "按键标识", MostKey);
        if (answer.ReadVersion is { } read && read != version.Ordinal)
            throw RefusalException.Conflict($"您看的是第{read}稿，现在已是第{version.Ordinal}稿。请刷新后看过新稿再办理。");
        var mustBeSigned = item.StepKind is StepKind.Recheck or StepKind.Number or StepKind.Seal or StepKind.Distribute;
        if (mustBeSigned && answer.Outcome != StepOutcomes.Return && document.SignedHash != version.ContentHash)
            throw RefusalException.Invalid($"《{document.Title}》尚未签发，或正文与签发时不一致，不能{answer.Outcome}。");
    }

    public static void RequireOutcome(WorkItem item, string outcome)
    {
        if (!StepOutcomes.Of(item).Contains(outcome))
            throw RefusalException.Invalid($"“{item.StepName}”不能选择“{outcome}”，可选：{string.Join('、', StepOutcomes.Of(item))}。");
    }

    /// <summary>Who asked others to go first (前加签) waits for them.</summary>
    public static void RequireTurn(Seat seat)
    {
        if (AskedFirst(seat) is { Count: > 0 } first)
            throw RefusalException.Conflict($"您已请{string.Join('、', first)}先行办理（前加签），请等其办理后再办；不再需要的，可先减签。");
    }

    /// <summary>The names of those whom a seat's holder asked to go first and who haven't decided yet.</summary>
    public static IReadOnlyList<string> AskedFirst(Seat seat) =>
        [.. seat.WorkItem!.Seats.Where(other => other.AskedBySeatId == seat.Id && other is { Place: SeatPlace.Before, IsPending: true }).Select(other => other.Person?.Name ?? other.PostShown)];

    public static void RequireReason(string reason, string act)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw RefusalException.Invalid($"{act}须写明理由。");
        PlainText.Require(reason, $"{act}理由", MostOpinion);
    }
}
