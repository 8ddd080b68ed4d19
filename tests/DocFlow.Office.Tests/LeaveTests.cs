using DocFlow.Office.Leaves;
using DocFlow.Office.Notices;
using DocFlow.Office.Outlooks;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>请假（离岗） and the B角.</summary>
public sealed class LeaveTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = OfficeHost.Thursday;

    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task While_the_holder_is_away_new_work_goes_to_the_stand_in_and_afterwards_back()
    {
        await TakeAsync("zhengliqun", Now, Now.AddDays(3));
        var during = await ToDirectorAsync();
        Assert.Equal("主任审核/许沛", await _office.WaitingAsync(during));
        await _office.DecideAsync("xupei", during, "同意");

        _office.Time.Advance(TimeSpan.FromDays(3));

        Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(await ToDirectorAsync()));
    }

    [Fact]
    public async Task The_outlook_names_the_stand_in_as_well()
    {
        await TakeAsync("zhengliqun", Now, Now.AddDays(3));
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        var (person, act) = (await _office.PersonIdAsync("zhouyifan"), Assert.Single((await _office.ReadAsync("zhouyifan", id)).Acts));

        var outlook = await _office.ActAsync<IProcedureOutlook, Outlook>(service => service.OfAnswerAsync(person, act.SeatId, new("同意")));

        Assert.Equal("许沛", Assert.Single(outlook.Steps[^1].People).Name);
    }

    [Fact]
    public async Task When_the_stand_in_is_away_too_the_work_waits_for_the_holder()
    {
        await TakeAsync("zhengliqun", Now, Now.AddDays(3));
        await TakeAsync("xupei", Now, Now.AddDays(2));

        Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(await ToDirectorAsync()));
    }

    [Fact]
    public async Task A_post_without_a_stand_in_keeps_its_work()
    {
        await TakeAsync("hemin", Now, Now.AddDays(3));
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);

        Assert.Equal("科室审核/何敏", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task Back_earlier_the_holder_gets_new_work_again_and_both_are_told()
    {
        var leave = await TakeAsync("zhengliqun", Now, Now.AddDays(3));
        _office.Time.Advance(TimeSpan.FromMinutes(1));
        await EndAsync("zhengliqun", leave);

        Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(await ToDirectorAsync()));
        Assert.Equal(
            ["郑立群请假（离岗），2026年11月26日10:00至2026年11月29日10:00；期间其岗位的新工作由B角办理：年休假。", "郑立群已销假，新工作恢复由本人办理。"],
            await _office.NoticesAsync("xupei", NoticeKind.Seats));
    }

    [Fact]
    public async Task A_head_records_the_leave_of_the_units_members_and_nobody_else_does()
    {
        var (head, member, other) = (await _office.PersonIdAsync("hemin"), await _office.PersonIdAsync("linzhiyuan"), await _office.PersonIdAsync("zhouyifan"));
        var request = new LeaveRequest(Now, Now.AddDays(1), "病假。", member);

        await Play.RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<ILeaveDesk, string>(desk => desk.TakeAsync(other, request)));
        var leave = await _office.ActAsync<ILeaveDesk, string>(desk => desk.TakeAsync(head, request));

        Assert.Equal("林知远", Assert.Single(await _office.ActAsync<ILeaveDesk, IReadOnlyList<LeaveRow>>(desk => desk.ListAsync(head))).PersonName);
        await Play.RefusedAsync(Refusal.Forbidden, () => EndAsync("zhouyifan", leave));
        Assert.Empty(await _office.ActAsync<ILeaveDesk, IReadOnlyList<LeaveRow>>(desk => desk.ListAsync(other)));
    }

    [Fact]
    public async Task What_cant_be_a_leave_is_refused()
    {
        await Play.RefusedAsync(Refusal.Invalid, () => TakeAsync("hemin", Now, Now.AddDays(1), " "));
        await Play.RefusedAsync(Refusal.Invalid, () => TakeAsync("hemin", Now.AddDays(-1), Now.AddDays(1)));
        await Play.RefusedAsync(Refusal.Invalid, () => TakeAsync("hemin", Now.AddDays(2), Now.AddDays(1)));
        await Play.RefusedAsync(Refusal.Invalid, () => TakeAsync("hemin", Now, Now.AddDays(400)));
        await Play.RefusedAsync(Refusal.Invalid, () => TakeAsync("hemin", Now, Now.AddDays(1), "年休\u0000假"));
        await TakeAsync("hemin", Now, Now.AddDays(2));
        await Play.RefusedAsync(Refusal.Conflict, () => TakeAsync("hemin", Now.AddDays(1), Now.AddDays(4)));
    }

    [Fact]
    public async Task The_same_press_repeated_is_one_leave()
    {
        var first = await TakeAsync("hemin", Now, Now.AddDays(2));

        Assert.Equal(first, await TakeAsync("hemin", Now, Now.AddDays(2)));
        Assert.Equal(1, await _office.ActAsync<IOfficeData, int>(data => data.Leaves.CountAsync()));
    }

    [Fact]
    public async Task A_list_names_who_stands_in()
    {
        await TakeAsync("zhengliqun", Now, Now.AddDays(2));
        var person = await _office.PersonIdAsync("zhengliqun");

        var row = Assert.Single(await _office.ActAsync<ILeaveDesk, IReadOnlyList<LeaveRow>>(desk => desk.ListAsync(person)));

        Assert.Equal("办公室领导主任：许沛", Assert.Single(row.StandIns));
        Assert.True(row.IsInForce);
    }

    private async Task<string> TakeAsync(string login, DateTimeOffset from, DateTimeOffset to, string reason = "年休假。")
    {
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<ILeaveDesk, string>(desk => desk.TakeAsync(person, new LeaveRequest(from, to, reason)));
    }

    private async Task EndAsync(string login, string leaveId)
    {
        var person = await _office.PersonIdAsync(login);
        await _office.ActAsync<ILeaveDesk>(desk => desk.EndAsync(person, leaveId));
    }

    private async Task<string> ToDirectorAsync()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        return id;
    }
}
