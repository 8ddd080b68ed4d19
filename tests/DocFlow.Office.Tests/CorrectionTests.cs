using DocFlow.Office.Comparing;
using DocFlow.Office.Distributing;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Notices;
using DocFlow.Office.Queries;
using DocFlow.Office.Registers;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>更正 of a document that was sent out: a second person seals it, its receivers have both editions. The days are those of J10.</summary>
[Trait("Journey", "J10")]
public sealed class CorrectionTests : IssuedNotice
{
    [Fact]
    public async Task A_correction_goes_to_the_first_receivers_only_and_the_earlier_text_stays()
    {
        var id = await IssueAsync();
        await ReceiveAsync("xiahe", id);
        var before = await Office.ReadAsync("suxiao", id);
        Office.Time.SetUtcNow(At(12, 8, 10, 0));

        Assert.Equal(2, await CorrectedAsync(id, 1, "附件地点有误。", Right));

        var after = await Office.ReadAsync("suxiao", id);
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
        var received = await Office.ReadAsync("xiahe", id);
        Assert.Equal([1, 1, 2, 2], received.Files.Select(file => file.VersionOrdinal).Order());
        Assert.True(received.MayReceive);
        Assert.Single(received.Corrections);
        foreach (var login in new[] { "luming", "linzhiyuan", "guchen", "xiahe", "cenling" })
            Assert.Contains("附件地点有误。", Assert.Single(await Office.NoticesAsync(login, NoticeKind.Issued), text => text.Contains("更正", StringComparison.Ordinal)), StringComparison.Ordinal);
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

        var dossier = await Office.ReadAsync("suxiao", id);
        Assert.Equal([(1, 2), (2, 3)], dossier.Corrections.Select(row => (row.FromVersion, row.ToVersion)));
        Assert.Equal(2, dossier.Trace.Count(row => row.Act == "更正"));
    }

    [Fact]
    public async Task A_corrected_edition_is_sealed_anew_by_a_second_person_before_anybody_gets_it()
    {
        var id = await IssueAsync();
        var before = await Office.ReadAsync("suxiao", id);
        Office.Time.SetUtcNow(At(12, 8, 10, 0));

        await CorrectAsync("suxiao", id, 1, "附件地点有误。", Right);

        // Nothing holds but what was issued, and the keeper of the seals is asked.
        var asked = await Office.ReadAsync("guchen", id);
        Assert.Equal((1, 2, "苏晓", true), (asked.CurrentVersion, asked.PendingCorrection!.ToVersion, asked.PendingCorrection.ByName, asked.MaySealCorrection));
        Assert.Equal(before.Receipts, asked.Receipts);
        Assert.Equal(before.Files, asked.Files);
        Assert.Empty(asked.Corrections);
        var keeper = await Office.PersonIdAsync("guchen");
        var change = Assert.Single((await Office.ActAsync<IChangeDesk, ChangeSheet>(desk => desk.ReadAsync(keeper, id, 1, 2))).Changes);
        Assert.Equal(("| 12月7日 | 一号会议室 |", "| 12月7日 | 二号会议室 |"), (change.Before, change.After));
        Assert.Null((await Office.ReadAsync("xiahe", id)).PendingCorrection);
        Assert.DoesNotContain(await Office.NoticesAsync("xiahe", NoticeKind.Issued), text => text.Contains("更正", StringComparison.Ordinal));
        Assert.Contains("请核对后用印或退回", Assert.Single(await Office.NoticesAsync("guchen", NoticeKind.Issued)), StringComparison.Ordinal);

        // Not by whoever asked for it, nor by anybody without the seals.
        Assert.False((await Office.ReadAsync("suxiao", id)).MaySealCorrection);
        foreach (var login in new[] { "suxiao", "linzhiyuan", "luming" })
            await Play.RefusedAsync(Refusal.Forbidden, () => SealAsync(login, id, 2));
        await Play.RefusedAsync(Refusal.NotFound, () => SealAsync("guchen", id, 3));
        await SealAsync("guchen", id, 2);

        var records = await Office.ActAsync<IOfficeData, List<SealRecord>>(data => data.SealRecords.Where(row => row.DocumentId == id).OrderBy(row => row.At).ToListAsync());
        var (suxiao, guchen) = (await Office.PersonIdAsync("suxiao"), await Office.PersonIdAsync("guchen"));
        Assert.Equal([(suxiao, guchen), (suxiao, guchen)], records.Select(row => (row.RequestedById!, row.SealedById)));
        var sealedNow = await Office.ReadAsync("suxiao", id);
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
        var guchen = await Office.PersonIdAsync("guchen");
        var before = await Office.ReadAsync("suxiao", id);
        await CorrectAsync("suxiao", id, 1, "附件地点有误。", Right.Replace("二号", "四号", StringComparison.Ordinal));

        await Play.RefusedAsync(Refusal.Invalid, () => Office.ActAsync<IDistributionDesk>(desk => desk.RefuseCorrectionAsync(guchen, id, 2, " ")));
        await Office.ActAsync<IDistributionDesk>(desk => desk.RefuseCorrectionAsync(guchen, id, 2, "没有四号会议室。"));
        await Office.ActAsync<IDistributionDesk>(desk => desk.RefuseCorrectionAsync(guchen, id, 2, "没有四号会议室。"));

        var after = await Office.ReadAsync("suxiao", id);
        Assert.Equal((1, null), (after.CurrentVersion, after.PendingCorrection));
        Assert.Equal((before.Files.Count, before.Receipts.Count, 0), (after.Files.Count, after.Receipts.Count, after.Corrections.Count));
        Assert.Equal("没有四号会议室。", Assert.Single(after.Trace, row => row.Act == "退回更正").Opinion);
        Assert.Contains("没有四号会议室。", Assert.Single(await Office.NoticesAsync("suxiao", NoticeKind.Issued)), StringComparison.Ordinal);
        await Play.RefusedAsync(Refusal.Conflict, () => SealAsync("guchen", id, 2));

        Assert.Equal(3, await CorrectedAsync(id, 1, "附件地点有误。", Right));
        Assert.Equal([(1, 3)], (await Office.ReadAsync("suxiao", id)).Corrections.Select(row => (row.FromVersion, row.ToVersion)));
    }

    [Fact]
    public async Task The_only_keeper_of_the_seals_cannot_ask_for_a_correction_that_nobody_else_could_seal()
    {
        var id = await IssueAsync();

        var refusal = await Play.RefusedAsync(Refusal.Forbidden, () => CorrectAsync("guchen", id, 1, "附件地点有误。", Right));

        Assert.Contains("另一人用印", refusal.Message, StringComparison.Ordinal);
        Assert.Single((await Office.ReadAsync("suxiao", id)).Versions);
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

        Assert.Empty((await Office.ReadAsync("suxiao", id)).Corrections);
    }

    [Fact]
    public async Task What_is_more_than_a_mistake_in_the_text_is_another_document()
    {
        var id = await IssueAsync();
        var suxiao = await Office.PersonIdAsync("suxiao");
        var source = (await Office.ActAsync<IDistributionDesk, CorrectableText>(desk => desk.ReadAsync(suxiao, id))).Source;

        foreach (var changed in new[] { source.Replace("关于开展", "关于暂停", StringComparison.Ordinal), source.Replace("各县（区）委办公室，", "", StringComparison.Ordinal).Replace("各县（区）委办公室, ", "", StringComparison.Ordinal), "没有要素。" })
            await Play.RefusedAsync(Refusal.Invalid, () => Office.ActAsync<IDistributionDesk, int>(desk => desk.CorrectAsync(suxiao, id, new CorrectionOrder(1, "改。", changed))));
        await Play.RefusedAsync(Refusal.Invalid, () => Office.ActAsync<IDistributionDesk, int>(desk =>
            desk.CorrectAsync(suxiao, id, new CorrectionOrder(1, "改。", Annexes: new Dictionary<string, string> { ["新附件.gw.txt"] = "新。" }))));
        var running = await Office.DraftAsync();
        await Office.StartAsync(running);
        await Play.RefusedAsync(Refusal.Conflict, () => Office.ActAsync<IDistributionDesk, int>(desk => desk.CorrectAsync(suxiao, running, new CorrectionOrder(1, "改。", source))));
    }

    private async Task<string> TextAsync(string id, int ordinal)
    {
        var version = await Office.ActAsync<IOfficeData, string>(data => data.DocumentVersions.Where(row => row.DocumentId == id && row.Ordinal == ordinal).Select(row => row.Id).SingleAsync());
        var hash = await Office.ActAsync<IOfficeData, string>(data => data.VersionAttachments.Where(row => row.DocumentVersionId == version).Select(row => row.FileHash).SingleAsync());
        var person = await Office.PersonIdAsync("suxiao");
        using var reader = new StreamReader(await Office.ActAsync<IDossier, Stream>(dossiers => dossiers.OpenFileAsync(person, id, hash)));
        return await reader.ReadToEndAsync();
    }
}
