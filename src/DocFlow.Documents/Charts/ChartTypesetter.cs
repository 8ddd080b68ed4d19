using DocFlow.Documents.Model;
using DocFlow.Documents.Papers;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Composing;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Charts;

/// <summary>Sets a chart on one page, as large as the type area lets it be, but not larger than drawn.</summary>
internal sealed class ChartTypesetter(FontLibrary fonts)
{
    private const double Thin = 0.2;
    private const double Thick = 0.9;
    private const double Frame = 0.35;
    private const double HeadLength = 1.6;
    private const double HeadSpread = 0.8;
    private const double MillimetresOfPoint = 25.4 / 72;

    /// <exception cref="FontsMissingException">No face can draw a family.</exception>
    public TypesetDocument Typeset(ChartSheet sheet)
    {
        var document = new OfficialDocument { Kind = DocumentKind.Notice, Issuers = [sheet.Issuer], Mark = "", Title = sheet.Title, Body = [] };
        var options = TypesettingOptions.Default;
        var composition = new Composition(document, options, fonts, new ClusterMeasurer(fonts), new PageFlow(options.Profile));
        var page = composition.Flow.Current;
        TitleComposer.Compose(composition, page, LineRole.Title, sheet.Title, PaperMeasures.TitleTop);
        var top = LayoutProfile.Top + page.Lines.Count * PaperMeasures.TitleRow + PaperMeasures.Gap;
        var note = composition.Single(sheet.Note, FontRole.FangSong, PaperMeasures.Size);
        page.Lines.Add(LineBuilder.Build(LineRole.Note, LayoutProfile.Right - note.Width, PaperTable.BaselineOf(top), PaperMeasures.Size, note));
        top += PaperMeasures.Line + PaperMeasures.Gap;
        var scale = Math.Min(1, Math.Min(LayoutProfile.TypeAreaWidth / sheet.Chart.Width, (LayoutProfile.Bottom - top) / sheet.Chart.Height));
        new Pen(composition, page, LayoutProfile.Left + (LayoutProfile.TypeAreaWidth - sheet.Chart.Width * scale) / 2, top, scale).Draw(sheet.Chart);
        return new TypesetDocument(document, options.Profile, [page.ToPage(1)], [.. fonts.Findings, .. composition.Measurer.Findings]);
    }

    private sealed class Pen(Composition composition, PageBuilder page, double left, double top, double scale)
    {
        public void Draw(FlowChart chart)
        {
            foreach (var arrow in chart.Arrows)
                Draw(arrow);
            foreach (var box in chart.Boxes)
                Draw(box);
        }

        private void Draw(ChartBox box)
        {
            var (right, bottom) = (box.X + box.Width, box.Y + box.Height);
            var thickness = box.Node.Shape == ChartShape.Automatic ? Thin : Frame;
            Line(new(box.X, box.Y), new(right, box.Y), thickness, Ink.Black);
            Line(new(box.X, bottom), new(right, bottom), thickness, Ink.Black);
            if (box.Node.Shape != ChartShape.Terminal)
            {
                Line(new(box.X, box.Y), new(box.X, bottom), thickness, Ink.Black);
                Line(new(right, box.Y), new(right, bottom), thickness, Ink.Black);
            }

            var middle = box.X + box.Width / 2;
            var rows = box.Node.Note is null ? 1 : 2;
            Words(box.Node.Words, middle, box.Y + box.Height / 2 + (rows == 1 ? 0.36 * ChartLayout.Letter : -0.3), ChartLayout.Letter, box.Node.Shape == ChartShape.Human ? FontRole.Hei : FontRole.FangSong, box.Width, Ink.Black);
            if (box.Node.Note is { } note)
                Words(note, middle, box.Y + box.Height / 2 + ChartLayout.SmallLetter + 0.4, ChartLayout.SmallLetter, FontRole.FangSong, box.Width, Ink.Black);
        }

        private void Draw(ChartArrow arrow)
        {
            var ink = arrow.Edge.Tone switch { ChartTone.Rework => Ink.Red, ChartTone.Unplanned => Ink.Blue, _ => Ink.Black };
            var thickness = Thin + (Thick - Thin) * Math.Clamp(arrow.Edge.Weight, 0, 1);
            for (var index = 1; index < arrow.Points.Count; index++)
                Line(arrow.Points[index - 1], arrow.Points[index], thickness, ink);
            var (before, end) = (arrow.Points[^2], arrow.Points[^1]);
            var (across, down) = (Math.Sign(end.X - before.X), Math.Sign(end.Y - before.Y));
            foreach (var side in new[] { -1, 1 })
                Line(new(end.X - across * HeadLength + down * side * HeadSpread, end.Y - down * HeadLength + across * side * HeadSpread), end, Thin, ink);
            if (arrow.Edge.Label.Length > 0)
                Set(arrow.Edge.Label, arrow.LabelX, arrow.LabelY, ChartLayout.SmallLetter, FontRole.FangSong, ink);
        }

        private void Words(string words, double middle, double baseline, double letter, FontRole role, double room, Ink ink)
        {
            // A long name is set smaller rather than over its frame.
            var width = Row(words, letter, role).Width / scale;
            var fitted = width > room - 2 ? letter * (room - 2) / width : letter;
            Set(words, middle - Row(words, fitted, role).Width / scale / 2, baseline, fitted, role, ink);
        }

        private void Set(string words, double x, double baseline, double letter, FontRole role, Ink ink)
        {
            var row = Row(words, letter, role);
            page.Lines.Add(LineBuilder.Build(LineRole.Note, left + x * scale, top + baseline * scale, SizeOf(letter), row, ink));
        }

        private BrokenRow Row(string words, double letter, FontRole role) => composition.Single(words, role, SizeOf(letter));

        private double SizeOf(double letter) => letter * scale / MillimetresOfPoint;

        private void Line(ChartPoint from, ChartPoint to, double thickness, Ink ink) =>
            page.Rules.Add(new RuleLine(RuleRole.TableRule, left + from.X * scale, top + from.Y * scale, left + to.X * scale, top + to.Y * scale, thickness, ink));
    }
}
