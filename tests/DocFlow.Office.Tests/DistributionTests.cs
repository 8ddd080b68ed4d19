using System.Text;
using DocFlow.Office.Comparing;
using DocFlow.Office.Deadlines;
using DocFlow.Office.Desks;
using DocFlow.Office.Distributing;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Notices;
using DocFlow.Office.Queries;
using DocFlow.Office.Registers;
using DocFlow.Office.Settings;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>After a document was sent out: who signs for it, who is reminded, 补发 and 更正. The days are those of J10.</summary>
[Trait("Journey", "J10")]
public sealed class DistributionTests : IAsyncLifetime
{
    private const string Right = "| 日期 | 地点 |\n|---|---|\n| 12月7日 | 二号会议室 |";

    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Who_has_not_signed_is_reminded_after_a_working_day_and_who_has_is_not()
    {
        var id = await IssueAsync();
        await ReceiveAsync("xiahe", id);

        await SweepAtAsync(At(12, 8, 17, 30));
        Assert.Empty(await _office.NoticesAsync("cenling", NoticeKind.Reminder));
        await SweepAtAsync(At(12, 8, 17, 31));
        await SweepAtAsync(At(12, 9, 17, 31));

        Assert.Equal(["《中共云河市委办公室关于开展“无会周”活动的通知》（云办发〔2026〕37号）已于2026年12月7日09:01发出，请签收。"], await _office.NoticesAsync("cenling", NoticeKind.Reminder));
        Assert.Empty(await _office.NoticesAsync("xiahe", NoticeKind.Reminder));
        Assert.Contains("松岭县委办公室", Assert.Single(await _office.NoticesAsync("suxiao", NoticeKind.Overdue)), StringComparison.Ordinal);
        var act = Assert.Single((await _office.ReadAsync("suxiao", id)).Trace, row => row.Act == "提醒签收");
        Assert.True(act.IsBySystem);
        Assert.DoesNotContain("青禾县委办公室", act.Opinion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_with_annex_files_goes_to_all_whom_it_names()
    {
        var id = await IssueAsync();

        var receipts = (await _office.ReadAsync("suxiao", id)).Receipts;

        Assert.All(new[] { "青禾县委办公室", "松岭县委办公室", "望湖区委办公室", "市财政局", "市政府办公室" }, unit => Assert.Contains(receipts, row => row.RecipientName == unit));
        Assert.Equal(receipts.Count, (await RegisterAsync("suxiao")).Copies);
    }

    [Fact]
    public async Task Nothing_is_told_where_everybody_has_signed_or_the_office_does_not_want_it()
    {
        await _office.ActAsync<IOfficeRuleDesk>(desk => desk.ChangeAsync("sysadmin", new OfficeRules(false, 8) { ReceiptWorkingDays = 0 }));
        await IssueAsync();

        await SweepAtAsync(At(12, 31, 17, 31));

        Assert.Empty(await _office.NoticesAsync("cenling", NoticeKind.Reminder));
        await Play.RefusedAsync(Refusal.Invalid, () => _office.ActAsync<IOfficeRuleDesk>(desk => desk.ChangeAsync("sysadmin", new OfficeRules(false, 8) { ReceiptWorkingDays = 31 })));
    }

    [Fact]
    public async Task A_correction_goes_to_the_first_receivers_only_and_the_earlier_text_stays()
    {
        var id = await IssueAsync();
        await ReceiveAsync("xiahe", id);
        var before = await _office.ReadAsync("suxiao", id);
        _office.Time.SetUtcNow(At(12, 8, 10, 0));

        Assert.Equal(2, await CorrectedAsync(id, 1, "附件地点有误。", Right));

        var after = await _office.ReadAsync("suxiao", id);
        Assert.Equal((before.Number, before.SignedHash, before.SignedAt, before.State), (after.Number, after.SignedHash, after.SignedAt, after.State));
        Assert.Equal((1, 2, "附件地点有误。", "苏晓", "顾晨"), after.Corrections.Select(row => (row.FromVersion, row.ToVersion, row.Reason, row.ByName, row.SealedByName!)).Single());
        // Nothing is overwritten: the files of both texts are there, and every row of the first sending-out as it was.
        Assert.Equal(before.Files, after.Files.Where(file => file.VersionOrdinal == 1));
        Assert.Equal(2, after.Files.Count(file => file is { VersionOrdinal: 2, Purpose: RenderingPurpose.Final }));
        Assert.Equal(before.Receipts, after.Receipts.Where(row => row.Kind == DistributionKind.Issue));
        Assert.Equal(before.Receipts.Select(row => row.RecipientName), after.Receipts.Where(row => row.Kind == DistributionKind.Correction).Select(row => row.RecipientName));
        Assert.All(after.Receipts.Where(row => row.Kind == DistributionKind.Correction), row => Assert.Null(row.ReceivedAt));
        Assert.Contains("二号会议室", await TextAsync(id, 2), StringComparison.Ordinal);
        Assert.Contains("一号会议室", await TextAsync(id, 1), StringComparison.Ordinal);
        Assert.Equal("附件地点有误。", Assert.Single(after.Trace, row => row.Act == "更正").Opinion);

        // The county sees both and signs for the new one; the signer, the drafter and the keeper of the seal are told.
        var received = await _office.ReadAsync("xiahe", id);
        Assert.Equal([1, 1, 2, 2], received.Files.Select(file => file.VersionOrdinal).Order());
        Assert.True(received.MayReceive);
        Assert.Single(received.Corrections);
        foreach (var login in new[] { "luming", "linzhiyuan", "guchen", "xiahe", "cenling" })
            Assert.Contains("附件地点有误。", Assert.Single(await _office.NoticesAsync(login, NoticeKind.Issued)), StringComparison.Ordinal);
        // The register counts the copies of the document, not those of its correction.
        Assert.Equal(before.Receipts.Count, (await RegisterAsync("suxiao")).Copies);
    }

    [Fact]
    public async Task A_correction_pressed_twice_is_one_and_a_second_one_follows_the_first()
    {
        var id = await IssueAsync();

        Assert.Equal(2, await CorrectAsync("suxiao", id, 1, "附件地点有误。", Right));
        Assert.Equal(2, await CorrectAsync("suxiao", id, 1, "附件地点有误。", Right));
        await Play.RefusedAsync(Refusal.Conflict, () => CorrectAsync("guchen", id, 1, "又错一处。", Right.Replace("二号", "三号", StringComparison.Ordinal)));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => SealAsync("guchen", id, 2))));
        await Play.RefusedAsync(Refusal.Conflict, () => CorrectAsync("suxiao", id, 1, "又错一处。", Right.Replace("二号", "三号", StringComparison.Ordinal)));
        Assert.Equal(3, await CorrectedAsync(id, 2, "又错一处。", Right.Replace("二号", "三号", StringComparison.Ordinal)));

        var dossier = await _office.ReadAsync("suxiao", id);
        Assert.Equal([(1, 2), (2, 3)], dossier.Corrections.Select(row => (row.FromVersion, row.ToVersion)));
        Assert.Equal(2, dossier.Trace.Count(row => row.Act == "更正"));
    }

    [Fact]
    public async Task A_corrected_edition_is_sealed_anew_by_a_second_person_before_anybody_gets_it()
    {
        var id = await IssueAsync();
        var before = await _office.ReadAsync("suxiao", id);
        _office.Time.SetUtcNow(At(12, 8, 10, 0));

        await CorrectAsync("suxiao", id, 1, "附件地点有误。", Right);

        // Nothing holds but what was issued, and the keeper of the seals is asked.
        var asked = await _office.ReadAsync("guchen", id);
        Assert.Equal((1, 2, "苏晓", true), (asked.CurrentVersion, asked.PendingCorrection!.ToVersion, asked.PendingCorrection.ByName, asked.MaySealCorrection));
        Assert.Equal(before.Receipts, asked.Receipts);
        Assert.Equal(before.Files, asked.Files);
        Assert.Empty(asked.Corrections);
        var keeper = await _office.PersonIdAsync("guchen");
        var change = Assert.Single((await _office.ActAsync<IChangeDesk, ChangeSheet>(desk => desk.ReadAsync(keeper, id, 1, 2))).Changes);
        Assert.Equal(("| 12月7日 | 一号会议室 |", "| 12月7日 | 二号会议室 |"), (change.Before, change.After));
        Assert.Null((await _office.ReadAsync("xiahe", id)).PendingCorrection);
        Assert.Empty(await _office.NoticesAsync("xiahe", NoticeKind.Issued));
        Assert.Contains("请核对后用印或退回", Assert.Single(await _office.NoticesAsync("guchen", NoticeKind.Issued)), StringComparison.Ordinal);

        // Not by whoever asked for it, nor by anybody without the seals.
        Assert.False((await _office.ReadAsync("suxiao", id)).MaySealCorrection);
        foreach (var login in new[] { "suxiao", "linzhiyuan", "luming" })
            await Play.RefusedAsync(Refusal.Forbidden, () => SealAsync(login, id, 2));
        await Play.RefusedAsync(Refusal.NotFound, () => SealAsync("guchen", id, 3));
        await SealAsync("guchen", id, 2);

        var records = await _office.ActAsync<IOfficeData, List<SealRecord>>(data => data.SealRecords.Where(row => row.DocumentId == id).OrderBy(row => row.At).ToListAsync());
        var (suxiao, guchen) = (await _office.PersonIdAsync("suxiao"), await _office.PersonIdAsync("guchen"));
        Assert.Equal([(suxiao, guchen), (suxiao, guchen)], records.Select(row => (row.RequestedById!, row.SealedById)));
        var sealedNow = await _office.ReadAsync("suxiao", id);
        Assert.Equal(sealedNow.Versions.Select(version => version.ContentHash), records.Select(row => row.ContentHash));
        Assert.Equal(before.Receipts.Count, records[1].Copies);
        Assert.Equal((2, null), (sealedNow.CurrentVersion, sealedNow.PendingCorrection));
        Assert.Equal(["用印登记", "用印登记"], sealedNow.Trace.Where(row => row is { Act: "用印登记", ActorName: "顾晨" }).Select(row => row.Act));
        Assert.Equal("苏晓", Assert.Single(sealedNow.Trace, row => row.Act == "提出更正").ActorName);
    }

    [Fact]
    public async Task A_correction_that_the_second_person_gives_back_changes_nothing_and_another_may_follow()
    {
        var id = await IssueAsync();
        var guchen = await _office.PersonIdAsync("guchen");
        var before = await _office.ReadAsync("suxiao", id);
        await CorrectAsync("suxiao", id, 1, "附件地点有误。", Right.Replace("二号", "四号", StringComparison.Ordinal));

        await Play.RefusedAsync(Refusal.Invalid, () => _office.ActAsync<IDistributionDesk>(desk => desk.RefuseCorrectionAsync(guchen, id, 2, " ")));
        await _office.ActAsync<IDistributionDesk>(desk => desk.RefuseCorrectionAsync(guchen, id, 2, "没有四号会议室。"));
        await _office.ActAsync<IDistributionDesk>(desk => desk.RefuseCorrectionAsync(guchen, id, 2, "没有四号会议室。"));

        var after = await _office.ReadAsync("suxiao", id);
        Assert.Equal((1, null), (after.CurrentVersion, after.PendingCorrection));
        Assert.Equal((before.Files.Count, before.Receipts.Count, 0), (after.Files.Count, after.Receipts.Count, after.Corrections.Count));
        Assert.Equal("没有四号会议室。", Assert.Single(after.Trace, row => row.Act == "退回更正").Opinion);
        Assert.Contains("没有四号会议室。", Assert.Single(await _office.NoticesAsync("suxiao", NoticeKind.Issued)), StringComparison.Ordinal);
        await Play.RefusedAsync(Refusal.Conflict, () => SealAsync("guchen", id, 2));

        Assert.Equal(3, await CorrectedAsync(id, 1, "附件地点有误。", Right));
        Assert.Equal([(1, 3)], (await _office.ReadAsync("suxiao", id)).Corrections.Select(row => (row.FromVersion, row.ToVersion)));
    }

    [Fact]
    public async Task The_only_keeper_of_the_seals_cannot_ask_for_a_correction_that_nobody_else_could_seal()
    {
        var id = await IssueAsync();

        var refusal = await Play.RefusedAsync(Refusal.Forbidden, () => CorrectAsync("guchen", id, 1, "附件地点有误。", Right));

        Assert.Contains("另一人用印", refusal.Message, StringComparison.Ordinal);
        Assert.Single((await _office.ReadAsync("suxiao", id)).Versions);
    }

    [Theory]
    [InlineData("linzhiyuan", "附件地点有误。", 12, Refusal.Forbidden)]
    [InlineData("suxiao", " ", 12, Refusal.Invalid)]
    [InlineData("suxiao", "没有改动。", 0, Refusal.Invalid)]
    [InlineData("dingyi", "与我无关。", 12, Refusal.NotFound)]
    public async Task A_correction_by_the_wrong_person_without_a_reason_or_a_change_is_refused(string login, string reason, int change, Refusal expected)
    {
        var id = await IssueAsync();

        await Play.RefusedAsync(expected, () => CorrectAsync(login, id, 1, reason, change == 0 ? null : Right));

        Assert.Empty((await _office.ReadAsync("suxiao", id)).Corrections);
    }

    [Fact]
    public async Task What_is_more_than_a_mistake_in_the_text_is_another_document()
    {
        var id = await IssueAsync();
        var suxiao = await _office.PersonIdAsync("suxiao");
        var source = (await _office.ActAsync<IDistributionDesk, CorrectableText>(desk => desk.ReadAsync(suxiao, id))).Source;

        foreach (var changed in new[] { source.Replace("关于开展", "关于暂停", StringComparison.Ordinal), source.Replace("各县（区）委办公室，", "", StringComparison.Ordinal).Replace("各县（区）委办公室, ", "", StringComparison.Ordinal), "没有要素。" })
            await Play.RefusedAsync(Refusal.Invalid, () => _office.ActAsync<IDistributionDesk, int>(desk => desk.CorrectAsync(suxiao, id, new CorrectionOrder(1, "改。", changed))));
        await Play.RefusedAsync(Refusal.Invalid, () => _office.ActAsync<IDistributionDesk, int>(desk =>
            desk.CorrectAsync(suxiao, id, new CorrectionOrder(1, "改。", Annexes: new Dictionary<string, string> { ["新附件.gw.txt"] = "新。" }))));
        var running = await _office.DraftAsync();
        await _office.StartAsync(running);
        await Play.RefusedAsync(Refusal.Conflict, () => _office.ActAsync<IDistributionDesk, int>(desk => desk.CorrectAsync(suxiao, running, new CorrectionOrder(1, "改。", source))));
    }

    [Fact]
    public async Task A_unit_that_was_forgotten_gets_a_row_of_its_own()
    {
        var id = await IssueAsync();
        var before = await _office.ReadAsync("suxiao", id);
        var (suxiao, unit, known) = (await _office.PersonIdAsync("suxiao"), await UnitAsync("督查室"), await UnitAsync("青禾县委办公室"));
        var order = new SupplementOrder([unit], "漏发。", IsCopy: true, Names: ["云河日报社"]);

        await _office.ActAsync<IDistributionDesk>(desk => desk.SupplementAsync(suxiao, id, order));
        await _office.ActAsync<IDistributionDesk>(desk => desk.SupplementAsync(suxiao, id, order));

        var after = await _office.ReadAsync("suxiao", id);
        Assert.Equal(before.Receipts, after.Receipts.Where(row => row.Kind == DistributionKind.Issue));
        Assert.Equal([("督查室", true, false), ("云河日报社", true, true)], after.Receipts.Where(row => row.Kind == DistributionKind.Supplement).Select(row => (row.RecipientName, row.IsCopy, row.IsOutside)));
        Assert.Equal(before.Receipts.Count + 2, (await RegisterAsync("suxiao")).Copies);
        Assert.Equal("补发督查室，云河日报社：漏发。", Assert.Single(after.Trace, row => row.Act == "补发").Opinion);
        await Play.RefusedAsync(Refusal.Conflict, () => _office.ActAsync<IDistributionDesk>(desk => desk.SupplementAsync(suxiao, id, new SupplementOrder([known], "再发。"))));
        await Play.RefusedAsync(Refusal.Invalid, () => _office.ActAsync<IDistributionDesk>(desk => desk.SupplementAsync(suxiao, id, new SupplementOrder(["none"], "漏发。"))));
        await Play.RefusedAsync(Refusal.Invalid, () => _office.ActAsync<IDistributionDesk>(desk => desk.SupplementAsync(suxiao, id, new SupplementOrder([], "漏发。"))));

        // A correction after that goes to it as well.
        await CorrectedAsync(id, 1, "附件地点有误。", Right);
        Assert.Contains("督查室", (await _office.ReadAsync("suxiao", id)).Receipts.Where(row => row.Kind == DistributionKind.Correction).Select(row => row.RecipientName));
    }

    [Fact]
    public async Task Two_supplements_at_once_of_one_unit_are_one_row()
    {
        var id = await IssueAsync();
        var (suxiao, unit) = (await _office.PersonIdAsync("suxiao"), await UnitAsync("督查室"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _office.ActAsync<IDistributionDesk>(desk => desk.SupplementAsync(suxiao, id, new SupplementOrder([unit], "漏发。"))))));

        Assert.Single((await _office.ReadAsync("suxiao", id)).Receipts, row => row.Kind == DistributionKind.Supplement);
    }

    [Fact]
    public async Task Those_who_have_not_signed_are_urged_once_an_hour()
    {
        var id = await IssueAsync();
        await ReceiveAsync("xiahe", id);
        var suxiao = await _office.PersonIdAsync("suxiao");

        var told = await _office.ActAsync<IDistributionDesk, IReadOnlyList<string>>(desk => desk.UrgeAsync(suxiao, id));
        await Play.RefusedAsync(Refusal.Conflict, () => _office.ActAsync<IDistributionDesk, IReadOnlyList<string>>(desk => desk.UrgeAsync(suxiao, id)));
        _office.Time.Advance(TimeSpan.FromMinutes(61));
        await _office.ActAsync<IDistributionDesk, IReadOnlyList<string>>(desk => desk.UrgeAsync(suxiao, id));

        Assert.Contains("松岭县委办公室", told);
        Assert.DoesNotContain("青禾县委办公室", told);
        Assert.Equal(2, (await _office.NoticesAsync("cenling", NoticeKind.Urge)).Count);
        Assert.Empty(await _office.NoticesAsync("xiahe", NoticeKind.Urge));
    }

    [Fact]
    public async Task The_register_shows_what_the_document_itself_would_show_its_reader()
    {
        var id = await IssueAsync();

        foreach (var login in new[] { "suxiao", "linzhiyuan", "hemin", "zhengliqun", "luming", "guchen" })
            Assert.Equal(id, (await RegisterAsync(login)).DocumentId);
        foreach (var login in new[] { "dingyi", "xiahe", "baihua" })
        {
            var person = await _office.PersonIdAsync(login);
            Assert.Empty((await _office.ActAsync<IIssueRegister, Paged<IssueRow>>(register => register.ReadAsync(person, 2026, 0, 10))).Rows);
        }
    }

    private async Task<string> IssueAsync()
    {
        var drafter = await _office.PersonIdAsync("linzhiyuan");
        var source = Play.Notice.Replace("主送: [", "附件:\n  - 标题: 安排表\n    文件: 安排表.gw.txt\n主送: [", StringComparison.Ordinal);
        var id = await _office.ActAsync<IDocumentDesk, string>(desk => desk.CreateAsync(drafter, new DraftContent
        {
            SourceText = source, Attachments = new Dictionary<string, byte[]> { ["安排表.gw.txt"] = Encoding.UTF8.GetBytes(Right.Replace("二号", "一号", StringComparison.Ordinal)) },
        }));
        await _office.StartAsync(id);
        foreach (var (login, outcome) in new[] { ("hemin", "同意"), ("zhouyifan", "同意"), ("zhengliqun", "同意"), ("luming", "签发"), ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印") })
            await _office.DecideAsync(login, id, outcome);
        _office.Time.SetUtcNow(At(12, 7, 9, 0));
        await _office.DecideAsync("suxiao", id, "印发");
        return id;
    }

    private async Task<int> CorrectAsync(string login, string id, int readVersion, string reason, string? annex)
    {
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<IDistributionDesk, int>(desk => desk.CorrectAsync(
            person, id, new CorrectionOrder(readVersion, reason, Annexes: annex is null ? null : new Dictionary<string, string> { ["安排表.gw.txt"] = annex })));
    }

    /// <summary>Corrected by one person and sealed by another.</summary>
    private async Task<int> CorrectedAsync(string id, int readVersion, string reason, string annex)
    {
        var version = await CorrectAsync("suxiao", id, readVersion, reason, annex);
        await SealAsync("guchen", id, version);
        return version;
    }

    private async Task SealAsync(string login, string id, int version)
    {
        var person = await _office.PersonIdAsync(login);
        await _office.ActAsync<IDistributionDesk>(desk => desk.SealCorrectionAsync(person, id, version));
    }

    private async Task ReceiveAsync(string login, string id)
    {
        var person = await _office.PersonIdAsync(login);
        await _office.ActAsync<IDocumentDesk>(desk => desk.ReceiveAsync(person, id));
    }

    private async Task SweepAtAsync(DateTimeOffset at)
    {
        _office.Time.SetUtcNow(at);
        await _office.ActAsync<DeadlineSweeper, int>(sweeper => sweeper.RunDueAsync(CancellationToken.None));
    }

    private async Task<string> TextAsync(string id, int ordinal)
    {
        var version = await _office.ActAsync<IOfficeData, string>(data => data.DocumentVersions.Where(row => row.DocumentId == id && row.Ordinal == ordinal).Select(row => row.Id).SingleAsync());
        var hash = await _office.ActAsync<IOfficeData, string>(data => data.VersionAttachments.Where(row => row.DocumentVersionId == version).Select(row => row.FileHash).SingleAsync());
        var person = await _office.PersonIdAsync("suxiao");
        using var reader = new StreamReader(await _office.ActAsync<IDossier, Stream>(dossiers => dossiers.OpenFileAsync(person, id, hash)));
        return await reader.ReadToEndAsync();
    }

    private async Task<IssueRow> RegisterAsync(string login)
    {
        var person = await _office.PersonIdAsync(login);
        return Assert.Single((await _office.ActAsync<IIssueRegister, Paged<IssueRow>>(register => register.ReadAsync(person, 2026, 0, 10))).Rows);
    }

    private Task<string> UnitAsync(string name) => _office.ActAsync<IOfficeData, string>(data => data.Units.Where(unit => unit.Name == name).Select(unit => unit.Id).SingleAsync());

    private static DateTimeOffset At(int month, int day, int hour, int minute) => new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(8));
}
