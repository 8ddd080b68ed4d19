using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>份号, 密级 and 紧急程度, one below the other, flush left (GB/T 9704 7.2.1 to 7.2.3).</summary>
internal static class MarkingsComposer
{
    /// <param name="top">The top of the first row's em box, mm.</param>
    /// <param name="keepsFirstRow">密级 stands on row 2 even when there is no 份号.</param>
    /// <returns>The bottom of the last row's em box; null when there is none.</returns>
    public static double? Compose(Composition composition, double top, bool keepsFirstRow)
    {
        var document = composition.Document;
        double? bottom = null;
        if (document.CopyNumber is { } copyNumber)
            Add(LineRole.CopyNumber, copyNumber, FontRole.FangSong);
        else if (document.Classification is not null && keepsFirstRow)
            top += composition.Profile.LinePitch;
        if (document.Classification is { } classification)
            Add(LineRole.Classification, classification, FontRole.Hei);
        if (document.Urgency is { } urgency)
            Add(LineRole.Urgency, ChineseNames.Of(urgency), FontRole.Hei);
        return bottom;

        void Add(LineRole role, string text, FontRole font)
        {
            var row = composition.Single(text, font, Millimetres.SizeThree, LayoutProfile.CellWidth);
            composition.Flow.Current.AddText(role, LayoutProfile.Left, top, row);
            bottom = top + Millimetres.OfPoints(Millimetres.SizeThree);
            top += composition.Profile.LinePitch;
        }
    }
}
