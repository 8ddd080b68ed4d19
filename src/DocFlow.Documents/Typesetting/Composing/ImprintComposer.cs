using System.Globalization;
using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>版记: moved recipients, copies, printing organ and date, its last rule on the type area's lower edge (GB/T 9704 7.4).</summary>
internal sealed class ImprintComposer(Composition composition, bool hasRecipients)
{
    private const double RowHeight = 8;
    private const double Thick = 0.35;
    private const double Thin = 0.25;
    private const double GapAboveImprint = 3;

    private static double Em => Millimetres.OfPoints(Millimetres.SizeFour);

    private static double Left => LayoutProfile.Left + LayoutProfile.CellWidth;

    private static double Right => LayoutProfile.Right - LayoutProfile.CellWidth;

    private OfficialDocument Document => composition.Document;

    // A letter's has neither rules nor the printing organ and date, and stays on its last page (10.1).
    private bool IsLetter => Document.Format == PageFormat.Letter;

    private bool NeedsEvenPage => composition.Options.ImprintOnEvenPage && !IsLetter;

    /// <summary>Draws the 版记 on the last page, or on a page added for it.</summary>
    public void Compose()
    {
        var sections = Sections();
        if (sections.Count == 0)
            return;

        var page = PageFor(sections.Sum(section => section.Height));
        var bottom = LayoutProfile.Bottom;
        if (!IsLetter)
            AddRule(page, bottom, Thick);
        for (var index = sections.Count - 1; index >= 0; index--)
        {
            bottom -= sections[index].Height;
            sections[index].Draw(page, bottom);
            if (!IsLetter)
                AddRule(page, bottom, index == 0 ? Thick : Thin);
        }
    }

    // A face of its own carries no number, nor does a blank face before it.
    private PageBuilder PageFor(double height)
    {
        var pages = composition.Flow.Pages;
        var last = pages[^1];
        var parityFits = !NeedsEvenPage || pages.Count % 2 == 0;
        var used = last.Lines.Count == 0 ? 0 : last.Lines.Max(line => line.Baseline) + (1 - Millimetres.Ascent) * Em;
        used = Math.Max(used, last.Rules.Where(rule => rule.Role == RuleRole.TableRule).Select(rule => Math.Max(rule.Y1, rule.Y2)).DefaultIfEmpty(0).Max());
        if (composition.Flow.Top > used && !last.Frame.IsLandscape)
            used = Math.Max(used, composition.Flow.Top - (composition.Profile.LinePitch - Millimetres.OfPoints(Millimetres.SizeThree)));
        if (parityFits && !last.Frame.IsLandscape && used + GapAboveImprint <= LayoutProfile.Bottom - height)
            return last;

        do
        {
            pages.Add(new PageBuilder(PageFrame.Portrait(composition.Profile)) { IsNumbered = false });
        }
        while (NeedsEvenPage && pages.Count % 2 != 0);

        return pages[^1];
    }

    private List<Section> Sections()
    {
        var sections = new List<Section>();
        var lists = new List<(LineRole Role, string Label, string Names)>();
        if (hasRecipients)
            lists.Add((LineRole.ImprintRecipients, "主送：", Document.Recipients.Text));
        if (!Document.Copies.IsEmpty)
            lists.Add((LineRole.ImprintCopies, "抄送：", Document.Copies.Text));
        if (lists.Count > 0)
            sections.Add(ListSection(lists));
        if (!IsLetter && (Document.PrintedBy is not null || Document.PrintedOn is not null))
            sections.Add(new Section(RowHeight, DrawIssue));
        return sections;
    }

    // 主送 above 抄送, no rule between them; wrapped rows start below the first name.
    private Section ListSection(List<(LineRole Role, string Label, string Names)> lists)
    {
        var rows = new List<(LineRole Role, double X, BrokenRow Row)>();
        foreach (var (role, label, names) in lists)
        {
            var labelRow = composition.Single(label, FontRole.FangSong, Millimetres.SizeFour);
            var text = names.EndsWith('。') ? names : names + "。";
            var clusters = composition.Measurer.Measure(text, FontRole.FangSong, Millimetres.SizeFour, Em);
            var width = Right - Left - labelRow.Width;
            var broken = RowBreaker.Break(clusters, BreakRules.ForbiddenBreaks(text), 0, width, width);
            rows.Add((role, Left, new BrokenRow([.. labelRow.Clusters, .. broken[0].Clusters], [.. labelRow.Advances, .. broken[0].Advances])));
            rows.AddRange(broken.Skip(1).Select(row => (role, Left + labelRow.Width, row)));
        }

        return new Section(rows.Count * RowHeight, (page, top) =>
        {
            for (var index = 0; index < rows.Count; index++)
                AddLine(page, rows[index].Role, rows[index].X, top + index * RowHeight, rows[index].Row);
        });
    }

    private void DrawIssue(PageBuilder page, double top)
    {
        if (Document.PrintedBy is { } organ)
            AddLine(page, LineRole.ImprintIssue, Left, top, composition.Single(organ, FontRole.FangSong, Millimetres.SizeFour));
        if (Document.PrintedOn is { } date)
        {
            var row = composition.Single(date.ToString("yyyy'年'M'月'd'日印发'", CultureInfo.InvariantCulture), FontRole.FangSong, Millimetres.SizeFour);
            AddLine(page, LineRole.ImprintIssue, Right - row.Width, top, row);
        }
    }

    private static void AddLine(PageBuilder page, LineRole role, double x, double rowTop, BrokenRow row) =>
        page.Lines.Add(LineBuilder.Build(role, x, Composition.BaselineOf(rowTop + (RowHeight - Em) / 2, Millimetres.SizeFour), Millimetres.SizeFour, row));

    private static void AddRule(PageBuilder page, double y, double thickness) =>
        page.Rules.Add(new RuleLine(RuleRole.ImprintRule, LayoutProfile.Left, y, LayoutProfile.Right, y, thickness, Ink.Black));

    private sealed record Section(double Height, Action<PageBuilder, double> Draw);
}
