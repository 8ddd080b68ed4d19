using System.Globalization;
using DocFlow.Documents.Papers;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Handwriting;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Papers;

/// <summary>办理过程表: every act in its order, skipped steps with their reasons.</summary>
internal sealed class TracePaper(IOfficeData data, OfficeSettings settings, OfficeClock clock)
{
    private static readonly double[] Columns = [13, 34, 22, 19, 24, 28, 16];

    public async Task<Paper> OfAsync(Document document, CancellationToken cancellationToken)
    {
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var acts = await data.Events.AsNoTracking().Where(record => record.DocumentId == document.Id)
            .OrderBy(record => record.Sequence).ToListAsync(cancellationToken);
        return new Paper
        {
            Title = $"《{document.Title}》/办理过程表",
            Issuer = document.DrafterUnit!.Name,
            LeftNote = $"文号：{document.Number ?? "未编号"}",
            RightNote = calendar.Print(clock.Now),
            Columns = Columns,
            Rows =
            [
                PaperRow.Head("序号", "时间", "环节", "办理", "办理人", "意见", "文稿"),
                .. acts.Select((act, index) => Row(index + 1, act, calendar, document.IsMatter)),
            ],
        };
    }

    private static PaperRow Row(int ordinal, OfficeEvent act, WorkingCalendar calendar, bool isMatter)
    {
        var local = TimeZoneInfo.ConvertTime(act.At, calendar.Zone);
        return new PaperRow(
        [
            PaperCell.Of(ordinal.ToString(CultureInfo.InvariantCulture), PaperSide.Middle),
            new PaperCell([new(calendar.Print(act.At), PaperSide.Middle), new(local.ToString("HH:mm", CultureInfo.InvariantCulture), PaperSide.Middle)]),
            PaperCell.Of(act.StepName, PaperSide.Middle),
            PaperCell.Of(act.Act, PaperSide.Middle),
            new PaperCell([.. People(act).Select(words => new PaperText(words, PaperSide.Middle))]),
            new PaperCell([.. Words(act, isMatter).Select(words => new PaperText(words))]),
            PaperCell.Of(act.VersionOrdinal is { } version ? $"第{version}稿" : null, PaperSide.Middle),
        ]);
    }

    // Whom it concerned comes first: 转给谁, 退回到哪一步; then why.
    private static IReadOnlyList<string> Words(OfficeEvent act, bool isMatter)
    {
        var opinion = EventFacts.HandwritingOf(act.DetailJson) is null ? act.Opinion ?? "" : act.Opinion + HandwritingWords.Pointer(isMatter);
        var facts = TraceFacts.Of(act);
        return opinion.Length == 0 && facts.Count > 0 ? facts : [.. facts, opinion];
    }

    private static IEnumerable<string> People(OfficeEvent act)
    {
        yield return act.ActorName;
        if (act.OnBehalfOf is { } holder)
            yield return $"（代{holder}）";
    }
}
