using DocFlow.Office.Deadlines;
using DocFlow.Office.Opinions;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Tests.Running;

/// <summary>J05: three units are asked, one agrees, one suggests, one says nothing and is closed by rule.</summary>
internal static class CountersignPlay
{
    public const string Suggestion = "建议在（二）后增加“并附会议预算”。";
    public const string Silence = "逾期未反馈，按规定视为无意见（系统）";

    /// <summary>Up to the director's review; 石磊 answers before 白桦.</summary>
    public static async Task<string> CountersignedAsync(this OfficeHost office)
    {
        var at = office.Procedure.Nodes.FindIndex(node => node.Kind == StepKind.Countersign);
        office.Procedure.Nodes[at] = office.Procedure.Nodes[at] with { WhenOverdue = OverdueRule.NoOpinion };
        var id = await office.DraftAsync(Play.Notice, false, "市委组织部", "市财政局", "市行政审批局");
        await office.StartAsync(id);
        await office.DecideAsync("hemin", id, "同意");
        await office.DecideAsync("zhouyifan", id, "同意", "已核，文字稍有调整。");
        await office.DecideAsync("shilei", id, "同意", Suggestion);
        await office.DecideAsync("baihua", id, "同意");
        office.Time.SetUtcNow(new DateTimeOffset(2026, 12, 1, 17, 31, 0, TimeSpan.FromHours(8)));
        await office.ActAsync<DeadlineSweeper, int>(sweeper => sweeper.RunDueAsync(CancellationToken.None));
        await office.Dispatcher.DrainAsync();
        return id;
    }

    public static async Task<OpinionSheet> OpinionsAsync(this OfficeHost office, string login, string documentId)
    {
        var person = await office.PersonIdAsync(login);
        return await office.ActAsync<IOpinions, OpinionSheet>(opinions => opinions.ReadAsync(person, documentId));
    }

    /// <summary>Answers the opinion of a unit.</summary>
    public static async Task<OpinionRow> AnswerAsync(this OfficeHost office, string login, string documentId, string unit, Adoption adoption, string? reason = null)
    {
        var person = await office.PersonIdAsync(login);
        var seat = (await office.OpinionsAsync(login, documentId)).Rows.First(row => row.UnitName == unit).SeatId;
        return await office.ActAsync<IOpinions, OpinionRow>(opinions => opinions.AnswerAsync(person, documentId, seat, adoption, reason));
    }
}
