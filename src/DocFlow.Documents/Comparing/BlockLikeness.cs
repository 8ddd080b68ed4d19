namespace DocFlow.Documents.Comparing;

/// <summary>How alike two pieces of a document are: a title isn't matched with a paragraph, nor a table with another number of columns.</summary>
internal static class BlockLikeness
{
    public static double Of(ComparedBlock before, ComparedBlock after) => (before, after) switch
    {
        (ComparedParagraph old, ComparedParagraph now) when IsText(old) == IsText(now) && (IsText(old) || old.Style == now.Style) => Alignment.Likeness(old.Text, now.Text),
        (ComparedTable old, ComparedTable now) when old.Rows[0].Count == now.Rows[0].Count => Alignment.Likeness(old.Words, now.Words),
        _ => 0,
    };

    private static bool IsText(ComparedParagraph paragraph) => paragraph.Style == "GwBody" || paragraph.Style.StartsWith("GwHeading", StringComparison.Ordinal);
}
