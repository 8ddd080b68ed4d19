using System.Globalization;
using DocFlow.Documents.Papers;
using DocFlow.Office.Papers;
using DocFlow.Office.People;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Handovers;

/// <summary>交接单: what went from whom to whom, signed by both.</summary>
internal sealed class HandoverPaper(IOfficeData data, OfficeSettings settings)
{
    private static readonly double[] Columns = [13, 60, 36, 23, 24];

    public async Task<Paper> OfAsync(HandoverView handover, CancellationToken cancellationToken)
    {
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var office = await data.Units.Where(unit => unit.Kind == UnitKind.Office).Select(unit => unit.Name).FirstOrDefaultAsync(cancellationToken) ?? handover.FromShown;
        var receivers = handover.Items.Where(item => item.MovedAt is not null && item.OwnerId is not null).Select(item => (Id: item.OwnerId!, Name: item.OwnerName!)).Distinct();
        return new Paper
        {
            Title = $"{handover.PersonName}同志/工作交接单",
            Issuer = office,
            LeftNote = $"{handover.FromShown} → {handover.ToShown ?? "离任"}",
            RightNote = calendar.Print(handover.DoneAt ?? handover.At),
            Columns = Columns,
            Rows =
            [
                PaperRow.Head("序号", "公文", "移交内容", "移交人", "接收人"),
                .. handover.Items.Select((item, index) => new PaperRow(
                [
                    PaperCell.Of((index + 1).ToString(CultureInfo.InvariantCulture), PaperSide.Middle),
                    PaperCell.Of(item.Title),
                    PaperCell.Of(handover.DoneAt is not null && item.MovedAt is null ? $"{item.Holds}（交接前已办结）" : item.Holds),
                    PaperCell.Of(handover.PersonName, PaperSide.Middle),
                    PaperCell.Of(item.OwnerName, PaperSide.Middle),
                ])),
                .. handover.Items.Count == 0 ? [Wide("公文", "无")] : Array.Empty<PaperRow>(),
                Wide("事由", handover.Reason),
                Signature("移交人", handover.PersonName, calendar, handover.Signatures.FirstOrDefault(signature => signature.Name == handover.PersonName)),
                .. receivers.Select(receiver => Signature("接收人", receiver.Name, calendar, handover.Signatures.FirstOrDefault(signature => signature.PersonId == receiver.Id))),
                Wide("经办", handover.OrderedBy),
            ],
        };
    }

    private static PaperRow Wide(string label, string words) => new([PaperCell.Label(label), PaperCell.Of(words) with { Span = Columns.Length - 1 }]);

    private static PaperRow Signature(string label, string name, WorkingCalendar calendar, HandoverSigned? signed) => new(
    [
        PaperCell.Label(label),
        PaperCell.Of(signed is null ? $"{name}（签字）：" : $"{name}（已签字）　{calendar.Show(signed.At)}") with { Span = Columns.Length - 1 },
    ])
    {
        LeastLines = 2,
    };
}
