using DocFlow.Office.Desks;
using DocFlow.Office.Handovers;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>No new work comes to people who have left: their successor gets it, or it is as if nobody was named.</summary>
public sealed class LeaverTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Theory]
    [InlineData(null, "办公室核稿/周亦凡")]
    [InlineData("dingyi", "科室审核/丁一")]
    public async Task A_person_named_by_the_procedure_who_has_left_is_passed_unless_somebody_succeeded_them(string? successor, string waiting)
    {
        _office.Procedure.Nodes[1] = _office.Procedure.Nodes[1] with { Assignees = "person:luoyu" };
        await HandOverAsync("luoyu", successor);
        var id = await _office.DraftAsync();

        await _office.StartAsync(id);

        Assert.Equal(waiting, await _office.WaitingAsync(id));
        Assert.Equal(successor is null ? ["流程指定的人员已离任，且没有接任人，按规定通过"] : [], await PassedAsync(id));
    }

    [Fact]
    public async Task A_successor_who_drafted_the_document_does_not_review_it_the_superior_does()
    {
        _office.Procedure.Nodes[1] = _office.Procedure.Nodes[1] with { Assignees = "person:luoyu" };
        await HandOverAsync("luoyu", "linzhiyuan");
        var id = await _office.DraftAsync();

        await _office.StartAsync(id);

        Assert.Equal("科室审核/何敏", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task Whoever_was_succeeded_by_somebody_who_left_as_well_is_followed_on()
    {
        _office.Procedure.Nodes[1] = _office.Procedure.Nodes[1] with { Assignees = "person:luoyu，person:dingyi" };
        await HandOverAsync("luoyu", "dingyi");
        await HandOverAsync("dingyi", "tangning");
        var id = await _office.DraftAsync();

        await _office.StartAsync(id);

        Assert.Equal("科室审核/唐宁", await _office.WaitingAsync(id));
    }

    [Theory]
    [InlineData(null, "签发/陆明")]
    [InlineData("tangning", "主任再核/唐宁")]
    public async Task The_previous_handler_who_has_left_is_followed_by_the_successor(string? successor, string waiting)
    {
        var at = _office.Procedure.Nodes.FindIndex(node => node.Id == "DirectorReview1");
        _office.Procedure.Nodes[at] = _office.Procedure.Nodes[at] with { Assignees = "person:luoyu" };
        _office.Procedure.Nodes.Insert(at + 1, new("Again1", "主任再核", StepKind.Review, "上一办理人"));
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        var (person, seat) = (await _office.PersonIdAsync("luoyu"), Assert.Single((await _office.ReadAsync("luoyu", id)).Acts).SeatId);
        await _office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(person, seat, new("同意")));
        await HandOverAsync("luoyu", successor);

        await _office.Dispatcher.DrainAsync();

        Assert.Equal(waiting, await _office.WaitingAsync(id));
    }

    private async Task HandOverAsync(string login, string? successor)
    {
        var person = await _office.PersonIdAsync(login);
        var to = successor is null ? null : await _office.PersonIdAsync(successor);
        await _office.ActAsync<IHandoverDesk, string>(desk => desk.OrderAsync(new HandoverActor(null, "sysadmin", true), new HandoverRequest(person, "离任。", SuccessorId: to)));
        _office.Time.Advance(TimeSpan.FromMinutes(1));
    }

    private async Task<List<string?>> PassedAsync(string id) =>
        [.. (await _office.ReadAsync("linzhiyuan", id)).Trace.Where(row => row is { Act: "略过", StepName: "科室审核" }).Select(row => row.Opinion)];
}
