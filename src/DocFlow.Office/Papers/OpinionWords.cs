using DocFlow.Office.Handwriting;
using DocFlow.Office.Opinions;

namespace DocFlow.Office.Papers;

/// <summary>Opinions as printed: the outcome first, then the words.</summary>
internal static class OpinionWords
{
    public static string Of(OpinionRow opinion)
    {
        if (opinion.Opinion is not { } words)
            return opinion.Outcome;
        // The signer's words say it themselves (同意印发), and so do the system's.
        var saysIt = opinion.IsBySystem || opinion.StepKind == WorkItems.StepKind.Sign || words.StartsWith(opinion.Outcome, StringComparison.Ordinal);
        return saysIt ? words : $"{opinion.Outcome}。{words}";
    }

    /// <summary>In a table that has no room for handwriting.</summary>
    public static string InTable(OpinionRow opinion) => Of(opinion) + (opinion.HandwritingHash is null ? "" : HandwritingWords.Pointer(isMatter: false));

    /// <summary>Who, with the person stood in for: 许沛（代郑立群）.</summary>
    public static string By(OpinionRow opinion)
    {
        if (opinion.IsBySystem)
            return $"系统（{opinion.PersonName}未办）";
        return opinion.OnBehalfOf is { } holder ? $"{opinion.PersonName}（代{holder}）" : opinion.PersonName;
    }
}
