using DocFlow.Documents.Checking;
using DocFlow.Documents.Model;

namespace DocFlow.Documents.Typesetting;

/// <summary>A document laid out: what PDF and previews draw, and what Word is measured against.</summary>
/// <param name="Source">The document that was set.</param>
/// <param name="Findings">What the typesetter had to do that a clerk should know: substituted fonts, tight titles, long lists.</param>
public sealed record TypesetDocument(
    OfficialDocument Source,
    LayoutProfile Profile,
    IReadOnlyList<TypesetPage> Pages,
    IReadOnlyList<Finding> Findings);
