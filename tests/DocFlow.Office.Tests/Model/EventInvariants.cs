using DocFlow.Office.Events;
using DocFlow.Office.Opinions;
using DocFlow.Office.Queries;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests.Model;

/// <summary>Nothing is lost of what was said and done, and nothing is told that wasn't done.</summary>
internal static class EventInvariants
{
    private static readonly string[] Acts =
    [
        "同意", "退回", "签发", "通过", "编号", "用印", "加签", "减签", "转办", "取回", "催办", "暂停", "恢复", "传阅", "已阅", "阅办意见", "结束传阅", "作废", "移动环节", "更换流程版本", "签发失效",
    ];

    private static readonly string[] BySystem = ["提醒", "逾期", "上报", "视为无意见"];

    public static void Hold(DocumentRecord record, ActMemory memory)
    {
        foreach (var act in Acts)
            Assert.Equal((act, memory.Taken.GetValueOrDefault(act)), (act, record.Events.Count(row => row.Act == act && (row.ActorId is not null || IsUnnamed(act)))));

        // The first one sent it into the procedure.
        Assert.Equal(1 + memory.Taken.GetValueOrDefault("送审"), record.Events.Count(row => row.Act == "送审"));
        Assert.All(memory.Decided.Values, decided => Assert.Single(record.Events, row => row.Act == decided.Outcome && row.Opinion == decided.Opinion));

        var decided = record.Seats.Where(seat => seat.State == SeatState.Decided).ToDictionary(seat => seat.Id, seat => (seat.Outcome!, seat.Opinion!));
        Assert.Equal(memory.Decided.OrderBy(pair => pair.Key, StringComparer.Ordinal), decided.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Equal(record.Seats.Count(seat => seat.State == SeatState.PassedByRule), record.Events.Count(row => row.Act == "视为无意见"));

        // Nothing fires for a step that isn't open.
        Assert.All(record.Events.Where(row => BySystem.Contains(row.Act)), row =>
            Assert.Contains(record.Items, item => item.StepName == row.StepName && item.OpenedAt <= row.At && (item.ClosedAt is null || row.At <= item.ClosedAt)));
    }

    /// <summary>At the end: everybody's opinion can be read, in the table and in the trace.</summary>
    public static async Task CanBeReadAsync(IPlayedOffice office, DocumentRecord record)
    {
        var drafter = record.Document.DrafterId;
        var sheet = await office.ActAsync<IOpinions, OpinionSheet>(opinions => opinions.ReadAsync(drafter, record.Document.Id));
        var trace = (await office.ActAsync<IDossier, Dossier>(dossiers => dossiers.ReadAsync(drafter, record.Document.Id))).Trace;
        foreach (var seat in record.Seats.Where(seat => seat.State == SeatState.Decided))
        {
            var item = record.Items.Find(item => item.Id == seat.WorkItemId)!;
            if (item.StepKind is StepKind.Countersign)
                Assert.Contains(sheet.Rows, row => row.SeatId == seat.Id && row.Opinion == seat.Opinion && row.VersionOrdinal == seat.VersionOrdinal);
            Assert.Contains(trace, row => row.StepName == item.StepName && row.Act == seat.Outcome && row.Opinion == seat.Opinion);
        }

        Assert.Null(await office.ActAsync<EventChainAudit, ChainFinding?>(audit => audit.VerifyAsync()));
        var (delegations, leaves) = await office.ActAsync<IOfficeData, (int, int)>(async data => (await data.Delegations.CountAsync(), await data.Leaves.CountAsync()));
        Assert.Equal((delegations, leaves), await office.ActAsync<IOfficeData, (int, int)>(async data => (
            await data.Events.CountAsync(row => row.Act == "委托代理"), await data.Events.CountAsync(row => row.Act == "请假"))));
    }

    // An administrator's account is no person, and a signature becomes void by another act.
    private static bool IsUnnamed(string act) => act is "移动环节" or "更换流程版本" or "签发失效";
}
