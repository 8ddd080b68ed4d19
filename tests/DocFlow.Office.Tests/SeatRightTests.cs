using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.People;
using DocFlow.Office.Registers;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>Who may be given a seat, and who may take one away.</summary>
public sealed class SeatRightTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Theory]
    [Trait("Rule", "P-46")]
    [InlineData("签发", "luming", "hansong")]
    [InlineData("用印", "guchen", "suxiao")]
    public async Task The_right_to_sign_and_to_seal_is_not_handed_to_another_post(string step, string holder, string other)
    {
        var id = await AtStepAsync(step);
        var seat = Assert.Single((await _office.ReadAsync(holder, id)).Acts).SeatId;
        var (actor, to) = (await _office.PersonIdAsync(holder), await _office.PersonIdAsync(other));

        var transfer = await RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<ISeatDesk>(desk => desk.TransferAsync(actor, seat, to, "外出。")));
        var add = await RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<ISeatDesk>(desk => desk.AddAsync(actor, seat, to, "外出。")));

        Assert.Contains("岗位", transfer.Message, StringComparison.Ordinal);
        Assert.Contains("岗位", add.Message, StringComparison.Ordinal);
        Assert.Equal(holder, await LoginOfOnlyWaitingAsync(id));
    }

    [Fact]
    [Trait("Rule", "P-46")]
    public async Task The_right_to_sign_passes_to_the_posts_stand_in_and_only_a_fellow_withdraws_it()
    {
        var id = await AtStepAsync("签发");
        var seat = Assert.Single((await _office.ReadAsync("luming", id)).Acts).SeatId;
        var (signer, standIn, drafter) = (await _office.PersonIdAsync("luming"), await _office.PersonIdAsync("hansong"), await _office.PersonIdAsync("linzhiyuan"));
        await _office.ActAsync<IOfficeData>(async data =>
        {
            var post = await data.Seats.Where(row => row.Id == seat).Select(row => row.PostId!).SingleAsync();
            data.Appointments.Add(new Appointment { Id = "stand-in", PersonId = standIn, PostId = post, IsActing = true, From = OfficeHost.Thursday.AddDays(-1) });
            await data.SaveChangesAsync();
        });

        var added = await _office.ActAsync<ISeatDesk, string>(desk => desk.AddAsync(signer, seat, standIn, "外出。"));

        await RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(drafter, seat, "换人。")));
        await _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(signer, added, "不外出了。"));
        await _office.ActAsync<ISeatDesk>(desk => desk.TransferAsync(signer, seat, standIn, "外出。"));
        await _office.DecideAsync("hansong", id, "签发");
        Assert.Equal("韩松", (await _office.ReadAsync("linzhiyuan", id)).SignerName);
    }

    [Fact]
    public async Task Whoever_numbered_a_document_does_not_seal_it_and_a_second_keeper_does()
    {
        var id = await AtStepAsync("编号登记");
        var (registrar, keeper) = (await _office.PersonIdAsync("suxiao"), await _office.PersonIdAsync("guchen"));
        var number = Assert.Single((await _office.ReadAsync("suxiao", id)).Acts).SeatId;
        await _office.ActAsync<ISeatDesk>(desk => desk.TransferAsync(registrar, number, keeper, "外出。"));
        await _office.DecideAsync("guchen", id, "编号");
        var seat = Assert.Single((await _office.ReadAsync("guchen", id)).Acts).SeatId;

        var refusal = await RefusedAsync(Refusal.Forbidden, () => _office.DecideAsync("guchen", id, "用印"));

        Assert.Contains("第二人", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("guchen", await LoginOfOnlyWaitingAsync(id));
        await _office.ActAsync<IOfficeData>(async data =>
        {
            var post = await data.Seats.Where(row => row.Id == seat).Select(row => row.PostId!).SingleAsync();
            data.Appointments.Add(new Appointment { Id = "second-keeper", PersonId = registrar, PostId = post, From = OfficeHost.Thursday.AddDays(-1) });
            await data.SaveChangesAsync();
        });
        await _office.ActAsync<ISeatDesk>(desk => desk.TransferAsync(keeper, seat, registrar, "由我编号。"));
        await _office.DecideAsync("suxiao", id, "用印");
        var record = await _office.ActAsync<IOfficeData, SealRecord>(data => data.SealRecords.SingleAsync(row => row.DocumentId == id));
        Assert.Equal((registrar, keeper), (record.SealedById, record.RequestedById));
    }

    [Fact]
    public async Task A_seat_is_given_only_to_somebody_with_an_appointment()
    {
        var id = await CountersigningAsync();
        var own = Assert.Single((await _office.ReadAsync("baihua", id)).Acts).SeatId;
        var (actor, gone) = (await _office.PersonIdAsync("baihua"), await _office.PersonIdAsync("liangshu"));
        var now = _office.Clock.Now;
        await _office.ActAsync<IOfficeData>(data => data.Appointments.Where(row => row.PersonId == gone)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.To, now)));

        var refusal = await RefusedAsync(Refusal.Invalid, () => _office.ActAsync<ISeatDesk>(desk => desk.AddAsync(actor, own, gone, "涉及宣传口径。")));
        await RefusedAsync(Refusal.Invalid, () => _office.ActAsync<ISeatDesk>(desk => desk.TransferAsync(actor, own, gone, "涉及宣传口径。")));

        Assert.Contains("没有任职", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P-46")]
    public async Task The_drafter_is_not_given_the_review_of_the_own_draft()
    {
        var id = await _office.DraftAsync(Play.Notice, false, "市财政局");
        await _office.StartAsync(id);
        var (reviewer, drafter) = (await _office.PersonIdAsync("hemin"), await _office.PersonIdAsync("linzhiyuan"));
        var seat = Assert.Single((await _office.ReadAsync("hemin", id)).Acts).SeatId;

        var transfer = await RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<ISeatDesk>(desk => desk.TransferAsync(reviewer, seat, drafter, "外出。")));
        foreach (var place in Enum.GetValues<SeatPlace>())
            await RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<ISeatDesk>(desk => desk.AddAsync(reviewer, seat, drafter, "请看看。", place)));

        Assert.Equal("林知远是本件的拟稿人，不能转办给拟稿人：“科室审核”须由他人办理。需要修改的，请退回。", transfer.Message);
        Assert.Equal("hemin", await LoginOfOnlyWaitingAsync(id));
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        var (cosigner, own) = (await _office.PersonIdAsync("shilei"), Assert.Single((await _office.ReadAsync("shilei", id)).Acts).SeatId);
        await RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<ISeatDesk>(desk => desk.AddAsync(cosigner, own, drafter, "请看看。")));
    }

    [Fact]
    [Trait("Journey", "J05")]
    public async Task A_units_place_in_the_countersigning_stays_within_the_unit_and_speaks_for_it()
    {
        var id = await CountersigningAsync();
        var (holder, outsider, colleague) = (await _office.PersonIdAsync("shilei"), await _office.PersonIdAsync("luoyu"), await _office.PersonIdAsync("tangning"));
        var seat = Assert.Single((await _office.ReadAsync("shilei", id)).Acts).SeatId;
        // Somebody who works in the bureau besides a first post elsewhere.
        await _office.ActAsync<IOfficeData>(async data =>
        {
            var unit = await data.Units.SingleAsync(row => row.Name == "市财政局");
            data.Posts.Add(new Post { Id = "budget", UnitId = unit.Id, Name = "预算科科长", Order = 9 });
            data.Appointments.Add(new Appointment { Id = "budget", PersonId = colleague, PostId = "budget", From = OfficeHost.Thursday.AddDays(-1) });
            await data.SaveChangesAsync();
        });

        var refusal = await RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<ISeatDesk>(desk => desk.TransferAsync(holder, seat, outsider, "外出。")));
        await _office.ActAsync<ISeatDesk>(desk => desk.TransferAsync(holder, seat, colleague, "外出。"));
        await _office.DecideAsync("tangning", id, "同意", "预算已列。");

        Assert.Equal("这是市财政局的会签席位，罗予不在市财政局任职，不能转办。要听取其他单位意见的，请用加签。", refusal.Message);
        var row = Assert.Single((await _office.OpinionsAsync("linzhiyuan", id)).Rows, row => row.Opinion == "预算已列。");
        Assert.Equal(("市财政局", "唐宁"), (row.UnitName, row.PersonName));
    }

    private async Task<string> AtStepAsync(string step)
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        foreach (var (login, outcome) in new[]
                 {
                     ("hemin", "同意"), ("zhouyifan", "同意"), ("zhengliqun", "同意"), ("luming", "签发"), ("suxiao", "通过"), ("suxiao", "编号"),
                 })
        {
            if (Assert.Single((await _office.ReadAsync("linzhiyuan", id)).Waiting).StepName == step)
                break;
            await _office.DecideAsync(login, id, outcome);
        }

        return id;
    }

    private Task<string> LoginOfOnlyWaitingAsync(string id) => _office.ActAsync<IOfficeData, string>(data => data.Seats
        .Where(row => row.WorkItem!.DocumentId == id && row.State == SeatState.Open).Select(row => row.Person!.Login).SingleAsync());

    private async Task<string> CountersigningAsync()
    {
        var id = await _office.DraftAsync(Play.Notice, false, "市行政审批局", "市财政局", "市委组织部");
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        return id;
    }

    private static async Task<RefusalException> RefusedAsync(Refusal expected, Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(act);
        Assert.Equal(expected, refusal.Refusal);
        return refusal;
    }
}
