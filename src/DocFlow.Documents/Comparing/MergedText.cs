namespace DocFlow.Documents.Comparing;

/// <summary>A text with what either version has, and which part of it is whose.</summary>
internal sealed record MergedText(string Text, IReadOnlyList<MergedSpan> Spans)
{
    /// <summary>What a character is: kept, or part of a change.</summary>
    public MergedSpan? At(int index)
    {
        foreach (var span in Spans)
        {
            if (index >= span.Start && index < span.Start + span.Length)
                return span;
        }

        return null;
    }

    /// <summary>Where a place of one version's text lies in the merged one.</summary>
    /// <param name="foreign">What the other version alone has.</param>
    public int PlaceOf(int index, PieceKind foreign)
    {
        var left = index;
        for (var place = 0; place < Text.Length; place++)
        {
            if (left == 0)
                return place;
            if (At(place)?.Kind != foreign)
                left--;
        }

        return Text.Length;
    }
}

/// <param name="Ordinal">The change's number.</param>
internal readonly record struct MergedSpan(PieceKind Kind, int Start, int Length, int Ordinal);

/// <summary>Which rows of the pages show a merged text.</summary>
internal readonly record struct MergedPlace(Typesetting.LineRole Role, int? Annex = null, int? Block = null, int? Cell = null);
