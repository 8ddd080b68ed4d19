using System.Text.RegularExpressions;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Composing;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Papers;

/// <summary>Lays a paper out: title, notes and the table, whose head is repeated and whose tall rows go on on the next page.</summary>
internal sealed partial class PaperTypesetter(FontLibrary fonts)
{
    /// <exception cref="FontsMissingException">No face can draw a family that the paper needs.</exception>
    public TypesetPaper Typeset(Paper paper)
    {
        var document = paper.AsDocument();
        var options = TypesettingOptions.Default;
        // What stands in quotation marks isn't broken in a title, like an organ's name.
        var titled = document with { Issuers = [paper.Issuer, .. Quoted().Matches(paper.Title).Select(match => match.Value)] };
        var composition = new Composition(titled, options, fonts, new ClusterMeasurer(fonts), new PageFlow(options.Profile));
        TitleComposer.Compose(composition, composition.Flow.Current, LineRole.Title, paper.Title, PaperMeasures.TitleTop);
        var top = LayoutProfile.Top + composition.Flow.Current.Lines.Count * PaperMeasures.TitleRow + PaperMeasures.Gap;
        if (HasNotes(paper))
        {
            AddNotes(paper, composition, top);
            top += PaperMeasures.Line;
        }

        var pieces = new PaperTable(paper, composition).Place(top);
        // One sheet needs no number.
        if (composition.Flow.Pages.Count > 1)
            PageNumberComposer.Compose(composition);
        var pages = composition.Flow.Pages.Select((page, index) => page.ToPage(index + 1)).ToList();
        return new TypesetPaper(paper, new TypesetDocument(document, options.Profile, pages, [.. fonts.Findings, .. composition.Measurer.Findings]), pieces);
    }

    public static bool HasNotes(Paper paper) => paper.LeftNote is not null || paper.RightNote is not null;

    [GeneratedRegex("“[^”]{1,12}”")]
    private static partial Regex Quoted();

    private static void AddNotes(Paper paper, Composition composition, double top)
    {
        var left = composition.Single(paper.LeftNote ?? "", FontRole.FangSong, PaperMeasures.Size);
        var right = composition.Single(paper.RightNote ?? "", FontRole.FangSong, PaperMeasures.Size);
        Add(left, LayoutProfile.Left);
        Add(right, LayoutProfile.Right - right.Width);

        void Add(BrokenRow row, double x)
        {
            if (row.Clusters.Count > 0)
                composition.Flow.Current.Lines.Add(LineBuilder.Build(LineRole.Note, x, PaperTable.BaselineOf(top), PaperMeasures.Size, row));
        }
    }
}
