namespace DocFlow.Office.Dossiers;

/// <summary>Acts on the rows of documents.</summary>
internal static class DocumentRows
{
    /// <summary>
    /// Raises the row's version even when no value changes, so that this act and another one on the same document can't both succeed unseen.
    /// </summary>
    public static void Touch(this IOfficeData data, Document document) =>
        data.Documents.Entry(document).Property(row => row.UpdatedAt).IsModified = true;
}
