using DocFlow.Office.Desks;
using DocFlow.Office.Notices;
using DocFlow.Office.Queries;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests.Running;

/// <summary>What people do, in one line each.</summary>
internal static class Play
{
    public const string Notice = """
        ---
        文种: 通知
        发文机关: 中共云河市委办公室
        标题: 中共云河市委办公室关于开展“无会周”活动的通知
        主送: [各县（区）委办公室, 市委各部门办公室, 市直各单位办公室]
        抄送: [市人大常委会办公室, 市政府办公室, 市政协办公室, 云河军分区办公室]
        ---
        为进一步精简会议，经研究，决定开展“无会周”活动。现将有关事项通知如下。

        一、时间安排

        每月第二周为“无会周”，首个“无会周”为2026年12月7日至11日。
        """;

    public static async Task<string> DraftAsync(this OfficeHost office, string source = Notice, bool isNormative = false, params string[] cosigningUnits)
    {
        var drafter = await office.PersonIdAsync("linzhiyuan");
        var units = await office.ActAsync<IOfficeData, List<string>>(data =>
            data.Units.Where(unit => cosigningUnits.Contains(unit.Name)).Select(unit => unit.Id).ToListAsync());
        return await office.ActAsync<IDocumentDesk, string>(desk => desk.CreateAsync(
            drafter, new DraftContent { SourceText = source, IsNormative = isNormative, CosigningUnitIds = units }));
    }

    public static async Task<string> StartAsync(this OfficeHost office, string documentId)
    {
        var drafter = await office.PersonIdAsync("linzhiyuan");
        var version = (await office.ActAsync<IDocumentDesk, DraftReading>(desk => desk.ReadAsync(drafter, documentId))).Version;
        var instance = await office.ActAsync<IDocumentDesk, string>(desk => desk.StartAsync(drafter, documentId, version, "policy-document"));
        await office.Dispatcher.DrainAsync();
        return instance;
    }

    public static async Task<Dossier> ReadAsync(this OfficeHost office, string login, string documentId)
    {
        var person = await office.PersonIdAsync(login);
        return await office.ActAsync<IDossier, Dossier>(dossier => dossier.ReadAsync(person, documentId));
    }

    /// <summary>Presses an outcome on the person's only open act, and lets the procedure go on.</summary>
    public static async Task<SeatDecision> DecideAsync(
        this OfficeHost office, string login, string documentId, string outcome, string? opinion = null, bool straightBack = false, string? returnTo = null)
    {
        var act = Assert.Single((await office.ReadAsync(login, documentId)).Acts);
        var person = await office.PersonIdAsync(login);
        var decision = await office.ActAsync<ISeatDesk, SeatDecision>(desk =>
            desk.DecideAsync(person, act.SeatId, new SeatAnswer(outcome, opinion, StraightBack: straightBack, ReturnTo: returnTo)));
        office.Time.Advance(TimeSpan.FromMinutes(1));
        await office.Dispatcher.DrainAsync();
        return decision;
    }

    public static async Task<int> EditAsync(this OfficeHost office, string login, string documentId, Func<string, string> change, int? expectedVersion = null, IReadOnlyList<string>? cosigningUnitIds = null)
    {
        var person = await office.PersonIdAsync(login);
        var reading = await office.ActAsync<IDocumentDesk, DraftReading>(desk => desk.ReadAsync(person, documentId));
        var content = new DraftContent
        {
            SourceText = change(reading.SourceText),
            IsNormative = reading.IsNormative,
            CosigningUnitIds = cosigningUnitIds ?? reading.CosigningUnitIds,
        };
        return await office.ActAsync<IDocumentDesk, int>(desk => desk.SaveAsync(person, documentId, expectedVersion ?? reading.Version, content));
    }

    public static async Task TakeBackAsync(this OfficeHost office, string login, string documentId)
    {
        var person = await office.PersonIdAsync(login);
        await office.ActAsync<ISeatDesk>(desk => desk.TakeBackAsync(person, documentId, "有一处要改。"));
        office.Time.Advance(TimeSpan.FromMinutes(1));
        await office.Dispatcher.DrainAsync();
    }

    /// <summary>Adds a seat from the person's only open act.</summary>
    public static async Task<string> AddSeatAsync(this OfficeHost office, string login, string documentId, string addedLogin, SeatPlace place)
    {
        var act = Assert.Single((await office.ReadAsync(login, documentId)).Acts);
        var (person, added) = (await office.PersonIdAsync(login), await office.PersonIdAsync(addedLogin));
        return await office.ActAsync<ISeatDesk, string>(desk => desk.AddAsync(person, act.SeatId, added, "涉及宣传口径。", place));
    }

    /// <summary>The steps and holders that a document waits for, as the drafter sees them.</summary>
    public static async Task<string> WaitingAsync(this OfficeHost office, string documentId) => string.Join(
        ' ', (await office.ReadAsync("linzhiyuan", documentId)).Waiting.Select(seat => $"{seat.StepName}/{seat.PersonName}"));

    /// <summary>Brings a document to its countersigning by three units.</summary>
    public static async Task<string> CountersigningAsync(this OfficeHost office)
    {
        var documentId = await office.DraftAsync(Notice, false, "市行政审批局", "市财政局", "市委组织部");
        await office.StartAsync(documentId);
        await office.DecideAsync("hemin", documentId, "同意");
        await office.DecideAsync("zhouyifan", documentId, "同意");
        return documentId;
    }

    public static async Task<RefusalException> RefusedAsync(Refusal expected, Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(act);
        Assert.Equal(expected, refusal.Refusal);
        return refusal;
    }

    /// <summary>What a person was told, oldest first.</summary>
    public static async Task<List<string>> NoticesAsync(this OfficeHost office, string login, NoticeKind kind)
    {
        var person = await office.PersonIdAsync(login);
        return await office.ActAsync<IOfficeData, List<string>>(data => data.Notices.Where(notice => notice.PersonId == person && notice.Kind == kind)
            .OrderBy(notice => notice.At).Select(notice => notice.Text).ToListAsync());
    }

    /// <summary>Brings a document to its signature.</summary>
    public static async Task<string> SignedAsync(this OfficeHost office)
    {
        var documentId = await office.DraftAsync();
        await office.StartAsync(documentId);
        foreach (var (login, outcome) in new[] { ("hemin", "同意"), ("zhouyifan", "同意"), ("zhengliqun", "同意"), ("luming", "签发") })
            await office.DecideAsync(login, documentId, outcome);
        return documentId;
    }
}
