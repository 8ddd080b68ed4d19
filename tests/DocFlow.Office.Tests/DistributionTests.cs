using DocFlow.Office.Deadlines;
using DocFlow.Office.Desks;
using DocFlow.Office.Distributing;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Notices;
using DocFlow.Office.Queries;
using DocFlow.Office.Settings;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>After a document was sent out: who signs for it, who is reminded, and 补发. The days are those of J10.</summary>
[Trait("Journey", "J10")]
public sealed class DistributionTests : IssuedNotice
{
    [Fact]
    public async Task Who_has_not_signed_is_reminded_after_a_working_day_and_who_has_is_not()
    {
        var id = await IssueAsync();
        await ReceiveAsync("xiahe", id);

        await SweepAtAsync(At(12, 8, 17, 30));
        Assert.Empty(await Office.NoticesAsync("cenling", NoticeKind.Reminder));
        await SweepAtAsync(At(12, 8, 17, 31));
        await SweepAtAsync(At(12, 9, 17, 31));

        Assert.Equal(["《中共云河市委办公室关于开展“无会周”活动的通知》（云办发〔2026〕37号）已于2026年12月7日09:01发出，请签收。"], await Office.NoticesAsync("cenling", NoticeKind.Reminder));
        Assert.Empty(await Office.NoticesAsync("xiahe", NoticeKind.Reminder));
        Assert.Contains("松岭县委办公室", Assert.Single(await Office.NoticesAsync("suxiao", NoticeKind.Overdue)), StringComparison.Ordinal);
        var act = Assert.Single((await Office.ReadAsync("suxiao", id)).Trace, row => row.Act == "提醒签收");
        Assert.True(act.IsBySystem);
        Assert.DoesNotContain("青禾县委办公室", act.Opinion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_signs_for_a_unit_is_told_when_the_document_is_issued()
    {
        await IssueAsync();

        foreach (var login in new[] { "xiahe", "cenling" })
            Assert.Equal(["《中共云河市委办公室关于开展“无会周”活动的通知》（云办发〔2026〕37号）已印发，请签收。"], await Office.NoticesAsync(login, NoticeKind.Issued));
        Assert.Empty(await Office.NoticesAsync("suxiao", NoticeKind.Issued));
    }

    [Fact]
    public async Task A_document_with_annex_files_goes_to_all_whom_it_names()
    {
        var id = await IssueAsync();

        var receipts = (await Office.ReadAsync("suxiao", id)).Receipts;

        Assert.All(new[] { "青禾县委办公室", "松岭县委办公室", "望湖区委办公室", "市财政局", "市政府办公室" }, unit => Assert.Contains(receipts, row => row.RecipientName == unit));
        Assert.Equal(receipts.Count, (await RegisterAsync("suxiao")).Copies);
    }

    [Fact]
    public async Task Nothing_is_told_where_everybody_has_signed_or_theOffice_does_not_want_it()
    {
        await Office.ActAsync<IOfficeRuleDesk>(desk => desk.ChangeAsync("sysadmin", new OfficeRules(false, 8) { ReceiptWorkingDays = 0 }));
        await IssueAsync();

        await SweepAtAsync(At(12, 31, 17, 31));

        Assert.Empty(await Office.NoticesAsync("cenling", NoticeKind.Reminder));
        await Play.RefusedAsync(Refusal.Invalid, () => Office.ActAsync<IOfficeRuleDesk>(desk => desk.ChangeAsync("sysadmin", new OfficeRules(false, 8) { ReceiptWorkingDays = 31 })));
    }

    [Fact]
    public async Task A_unit_that_was_forgotten_gets_a_row_of_its_own()
    {
        var id = await IssueAsync();
        var before = await Office.ReadAsync("suxiao", id);
        var (suxiao, unit, known) = (await Office.PersonIdAsync("suxiao"), await UnitAsync("督查室"), await UnitAsync("青禾县委办公室"));
        var order = new SupplementOrder([unit], "漏发。", IsCopy: true, Names: ["云河日报社"]);

        await Office.ActAsync<IDistributionDesk>(desk => desk.SupplementAsync(suxiao, id, order));
        await Office.ActAsync<IDistributionDesk>(desk => desk.SupplementAsync(suxiao, id, order));

        var after = await Office.ReadAsync("suxiao", id);
        Assert.Equal(before.Receipts, after.Receipts.Where(row => row.Kind == DistributionKind.Issue));
        Assert.Equal([("督查室", true, false), ("云河日报社", true, true)], after.Receipts.Where(row => row.Kind == DistributionKind.Supplement).Select(row => (row.RecipientName, row.IsCopy, row.IsOutside)));
        Assert.Equal(before.Receipts.Count + 2, (await RegisterAsync("suxiao")).Copies);
        Assert.Equal("补发督查室，云河日报社：漏发。", Assert.Single(after.Trace, row => row.Act == "补发").Opinion);
        await Play.RefusedAsync(Refusal.Conflict, () => Office.ActAsync<IDistributionDesk>(desk => desk.SupplementAsync(suxiao, id, new SupplementOrder([known], "再发。"))));
        await Play.RefusedAsync(Refusal.Invalid, () => Office.ActAsync<IDistributionDesk>(desk => desk.SupplementAsync(suxiao, id, new SupplementOrder(["none"], "漏发。"))));
        await Play.RefusedAsync(Refusal.Invalid, () => Office.ActAsync<IDistributionDesk>(desk => desk.SupplementAsync(suxiao, id, new SupplementOrder([], "漏发。"))));

        // A correction after that goes to it as well.
        await CorrectedAsync(id, 1, "附件地点有误。", Right);
        Assert.Contains("督查室", (await Office.ReadAsync("suxiao", id)).Receipts.Where(row => row.Kind == DistributionKind.Correction).Select(row => row.RecipientName));
    }

    [Fact]
    public async Task Two_supplements_at_once_of_one_unit_are_one_row()
    {
        var id = await IssueAsync();
        var (suxiao, unit) = (await Office.PersonIdAsync("suxiao"), await UnitAsync("督查室"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Office.ActAsync<IDistributionDesk>(desk => desk.SupplementAsync(suxiao, id, new SupplementOrder([unit], "漏发。"))))));

        Assert.Single((await Office.ReadAsync("suxiao", id)).Receipts, row => row.Kind == DistributionKind.Supplement);
    }

    [Fact]
    public async Task Those_who_have_not_signed_are_urged_once_an_hour()
    {
        var id = await IssueAsync();
        await ReceiveAsync("xiahe", id);
        var suxiao = await Office.PersonIdAsync("suxiao");

        var told = await Office.ActAsync<IDistributionDesk, IReadOnlyList<string>>(desk => desk.UrgeAsync(suxiao, id));
        await Play.RefusedAsync(Refusal.Conflict, () => Office.ActAsync<IDistributionDesk, IReadOnlyList<string>>(desk => desk.UrgeAsync(suxiao, id)));
        Office.Time.Advance(TimeSpan.FromMinutes(61));
        await Office.ActAsync<IDistributionDesk, IReadOnlyList<string>>(desk => desk.UrgeAsync(suxiao, id));

        Assert.Contains("松岭县委办公室", told);
        Assert.DoesNotContain("青禾县委办公室", told);
        Assert.Equal(2, (await Office.NoticesAsync("cenling", NoticeKind.Urge)).Count);
        Assert.Empty(await Office.NoticesAsync("xiahe", NoticeKind.Urge));
    }

    [Fact]
    public async Task The_register_shows_what_the_document_itself_would_show_its_reader()
    {
        var id = await IssueAsync();

        foreach (var login in new[] { "suxiao", "linzhiyuan", "hemin", "zhengliqun", "luming", "guchen" })
            Assert.Equal(id, (await RegisterAsync(login)).DocumentId);
        foreach (var login in new[] { "dingyi", "xiahe", "baihua" })
        {
            var person = await Office.PersonIdAsync(login);
            Assert.Empty((await Office.ActAsync<IIssueRegister, Paged<IssueRow>>(register => register.ReadAsync(person, 2026, 0, 10))).Rows);
        }
    }

    private async Task SweepAtAsync(DateTimeOffset at)
    {
        Office.Time.SetUtcNow(at);
        await Office.ActAsync<DeadlineSweeper, int>(sweeper => sweeper.RunDueAsync(CancellationToken.None));
    }

    private Task<string> UnitAsync(string name) => Office.ActAsync<IOfficeData, string>(data => data.Units.Where(unit => unit.Name == name).Select(unit => unit.Id).SingleAsync());
}
