using System.Globalization;
using DocFlow.Documents.Papers;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Opinions;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Papers;

/// <summary>意见采纳情况表: what the units that were asked said, and what became of it.</summary>
internal sealed class OpinionPaper(OpinionList list, OfficeSettings settings, OfficeClock clock)
{
    private const string Nothing = "—";

    private static readonly double[] Columns = [13, 29, 44, 22, 27, 21];

    public async Task<Paper> OfAsync(Document document, CancellationToken cancellationToken)
    {
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var opinions = await list.OfAsync(document.Id, [StepKind.Countersign], cancellationToken);
        return new Paper
        {
            Title = $"关于《{document.Title}》/征求意见采纳情况表",
            Issuer = document.DrafterUnit!.Name,
            LeftNote = $"拟稿单位：{document.DrafterUnit.Name}",
            RightNote = calendar.Print(clock.Now),
            Columns = Columns,
            Rows =
            [
                PaperRow.Head("序号", "单位", "意见", "采纳情况", "理由", "备注"),
                .. opinions.Select((opinion, index) => Row(index + 1, opinion)),
                .. opinions.Count == 0 ? [NoOpinions()] : Array.Empty<PaperRow>(),
            ],
        };
    }

    private static PaperRow Row(int ordinal, OpinionRow opinion) => new(
    [
        PaperCell.Of(ordinal.ToString(CultureInfo.InvariantCulture), PaperSide.Middle),
        PaperCell.Of(opinion.UnitName),
        PaperCell.Of(OpinionWords.InTable(opinion)),
        PaperCell.Of(Answer(opinion), PaperSide.Middle),
        opinion.Reason is { } reason ? PaperCell.Of(reason) : PaperCell.Of(Nothing, PaperSide.Middle),
        PaperCell.Of(opinion.IsBySystem ? "系统自动" : $"第{opinion.VersionOrdinal}稿", PaperSide.Middle),
    ]);

    private static string Answer(OpinionRow opinion) => opinion switch
    {
        { IsToBeAnswered: false } => Nothing,
        { Adoption: { } adoption } => AdoptionNames.Of(adoption),
        _ => "待答复",
    };

    private static PaperRow NoOpinions() => new([PaperCell.Of("尚无单位反馈意见。", PaperSide.Middle) with { Span = Columns.Length }]);
}
