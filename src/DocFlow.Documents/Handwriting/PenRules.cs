namespace DocFlow.Documents.Handwriting;

/// <summary>What handwriting must be like before it is kept or drawn.</summary>
public static class PenRules
{
    public const int MostStrokes = 600;
    public const int MostPoints = 12_000;

    /// <summary>Why it can't be taken, in one Chinese line; null when it can.</summary>
    public static string? FaultOf(PenWriting writing)
    {
        if (writing.Strokes is not { Count: > 0 } strokes)
            return "手写意见是空的。请写好后再办理，或者不用手写。";
        if (strokes.Count > MostStrokes)
            return $"手写意见有{strokes.Count}笔，超过上限{MostStrokes}笔。请写得简短些，或者键入意见。";
        var points = strokes.Sum(stroke => (long)(stroke?.Points?.Count ?? 0));
        if (points > MostPoints)
            return $"手写意见有{points}个点，超过上限{MostPoints}个。请写得简短些，或者键入意见。";
        for (var index = 0; index < strokes.Count; index++)
        {
            if (FaultOf(strokes[index], index + 1) is { } fault)
                return fault;
        }

        return null;
    }

    private static string? FaultOf(PenStroke? stroke, int ordinal)
    {
        if (stroke?.Points is not { Count: > 0 } points)
            return $"手写意见第{ordinal}笔是空的。";
        // Comparing with what is no number is never true.
        if (!points.All(point => point is { X: >= 0 and <= PenWriting.BoxWidth, Y: >= 0 and <= PenWriting.BoxHeight }))
            return $"手写意见第{ordinal}笔写到了书写区外：横坐标须在0至{PenWriting.BoxWidth}之间，纵坐标须在0至{PenWriting.BoxHeight}之间。";
        return points.All(point => point is { Pressure: >= 0 and <= 1 }) ? null : $"手写意见第{ordinal}笔的笔压须在0至1之间。";
    }
}
