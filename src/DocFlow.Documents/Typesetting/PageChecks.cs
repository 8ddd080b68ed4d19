using DocFlow.Documents.Checking;
using DocFlow.Documents.Model;

namespace DocFlow.Documents.Typesetting;

/// <summary>What a clerk should know of the pages, because no setting of them would mend it.</summary>
internal static class PageChecks
{
    private const double Tolerance = 1;

    private static readonly HashSet<LineRole> Fixed =
        [LineRole.Mark, LineRole.Number, LineRole.Signer, LineRole.Title, LineRole.Caption, LineRole.Signatory, LineRole.Post, LineRole.Date, LineRole.Note];

    public static IEnumerable<Finding> Of(OfficialDocument document, IReadOnlyList<TypesetPage> pages) => [.. LoneSignature(pages), .. Outside(document, pages)];

    private static IEnumerable<Finding> LoneSignature(IReadOnlyList<TypesetPage> pages)
    {
        foreach (var page in pages.Where(page => page.Lines.Any(line => line.Role == LineRole.Date) && !page.Lines.Any(IsText)))
        {
            yield return new Finding("G-60", FindingSeverity.Blocking, $"第{page.Number}页只有署名、日期和印章，没有正文。")
            {
                Clause = "7.3.5.5", Strength = RuleStrength.Practice, Page = page.Number, Fix = "增加正文或附件说明，或缩减发文机关标志、标题所占行数，使正文与署名同页。",
            };
        }

        static bool IsText(TextLine line) => line is { Role: LineRole.Body or LineRole.TableCell, AnnexIndex: null } or { Role: LineRole.AnnexList or LineRole.Attendance };
    }

    // Elements that are never parted may be higher than a page.
    private static IEnumerable<Finding> Outside(OfficialDocument document, IReadOnlyList<TypesetPage> pages)
    {
        foreach (var page in pages.Where(page => !page.IsLandscape))
        {
            var lowest = page.Number == 1 && document.Format == PageFormat.Letter ? Composing.LetterHeadComposer.LowerRule : LayoutProfile.Bottom;
            if (page.Lines.FirstOrDefault(line => Fixed.Contains(line.Role) && line.Baseline > lowest + Tolerance) is { } line)
            {
                yield return new Finding("G-05", FindingSeverity.Blocking, $"第{page.Number}页的“{line.Text}”超出版心下边缘，一面排不下。")
                {
                    Clause = "5.2.1", Strength = RuleStrength.Required, Page = page.Number, Text = line.Text, Fix = "减少同一面上的联署机关、签发人、印章或标题行数。",
                };
            }
        }
    }
}
