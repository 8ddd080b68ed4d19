using DocFlow.Documents.Handwriting;
using DocFlow.Office.Files;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Handwriting;

/// <summary>Where an opinion may be written by hand, and what it must be like.</summary>
internal static class HandwritingRules
{
    /// <summary>Steps whose opinions have a box on the printed form: 发文稿纸 of a document, 办理单 of a matter.</summary>
    public static bool IsTaken(StepKind kind, bool isMatter) =>
        kind is StepKind.Review or StepKind.Countersign or StepKind.Sign or StepKind.Recheck || (isMatter && kind == StepKind.Task);

    /// <summary>The strokes as they are kept; null without any.</summary>
    /// <exception cref="RefusalException">The step doesn't take any, or they are no handwriting.</exception>
    public static byte[]? Take(WorkItem item, bool isMatter, PenWriting? writing)
    {
        if (writing is null)
            return null;
        if (!IsTaken(item.StepKind, isMatter))
            throw RefusalException.Invalid($"“{item.StepName}”的办理单上没有意见栏，不能附手写意见。请键入意见。");
        return PenRules.FaultOf(writing) is { } fault ? throw RefusalException.Invalid(fault) : PenFile.Write(writing);
    }

    /// <summary>The SM3 that the strokes would be kept under, which is that of no other; null without any.</summary>
    public static string? HashOf(PenWriting? writing) => writing is null ? null : PenRules.FaultOf(writing) is null ? Sm3.Hash(PenFile.Write(writing)) : "";
}
