namespace DocFlow.Documents.Comparing;

/// <summary>One change between two versions, as the list behind a printed 花脸稿 names it.</summary>
/// <param name="Ordinal">From 1, in reading order; it stands in the margin too.</param>
/// <param name="Place">The element: 标题, 正文, 附件1 …</param>
/// <param name="Before">What was taken away; empty when only something was added.</param>
/// <param name="After">What was added.</param>
public sealed record RedlineChange(int Ordinal, string Place, string Before, string After, RevisionAuthor Author);
