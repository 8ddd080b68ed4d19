using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>
/// 出席, 请假 and 列席 of minutes: one row below the text, two characters in, labels in 黑体, wrapped rows under the first name
/// (GB/T 9704 10.3).
/// </summary>
internal static class AttendanceComposer
{
    private const int IndentCells = 2;

    public static List<FlowPiece> Compose(Composition composition)
    {
        var document = composition.Document;
        var pieces = new List<FlowPiece>();
        foreach (var (label, names) in new[] { ("出席：", document.Present), ("请假：", document.Absent), ("列席：", document.Attending) })
        {
            if (names.IsEmpty)
                continue;
            if (pieces.Count == 0)
                pieces.Add(FlowPiece.Blank(composition.Profile.LinePitch));
            AddList(composition, pieces, label, names.Text.EndsWith('。') ? names.Text : names.Text + "。");
        }

        return pieces;
    }

    private static void AddList(Composition composition, List<FlowPiece> pieces, string label, string names)
    {
        var list = pieces.Count;
        var left = LayoutProfile.Left + IndentCells * LayoutProfile.CellWidth;
        var head = composition.Single(label, FontRole.Hei, Millimetres.SizeThree, LayoutProfile.CellWidth);
        var width = LayoutProfile.Right - left - head.Width;
        var rows = composition.Break(names, FontRole.FangSong, width, width);
        for (var index = 0; index < rows.Count; index++)
        {
            var row = index == 0 ? BrokenRow.Join(head, rows[0]) : rows[index];
            pieces.Add(composition.Row(LineRole.Attendance, index == 0 ? left : left + head.Width, row, line => line with { BlockIndex = list }));
        }
    }
}
