using DocFlow.Office.Deadlines;
using DocFlow.Office.Desks;
using DocFlow.Office.Repairs;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>What others do while an administrator's move hasn't reached the procedure yet.</summary>
public sealed class MovedDocumentTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Nobody_takes_back_a_document_that_is_being_moved_with_its_work()
    {
        var id = await MovingAsync();
        var drafter = await _office.PersonIdAsync("linzhiyuan");

        var refusal = await Play.RefusedAsync(Refusal.Conflict, () => _office.ActAsync<ISeatDesk>(desk => desk.TakeBackAsync(drafter, id, "有一处要改。")));

        Assert.StartsWith("系统管理员正在移动", refusal.Message, StringComparison.Ordinal);
        Assert.False((await _office.ReadAsync("linzhiyuan", id)).MayTakeBack);
        await _office.Dispatcher.DrainAsync();
        Assert.Equal("科室审核/何敏", await _office.WaitingAsync(id));
        await _office.TakeBackAsync("linzhiyuan", id);
        Assert.Equal("拟稿/林知远", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task A_deadline_that_falls_due_while_a_document_is_being_moved_waits_for_it_and_is_not_given_up()
    {
        var id = await MovingAsync();
        _office.Time.SetUtcNow(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.FromHours(8)));

        for (var sweep = 0; sweep < DeadlineSweeper.MostAttempts + 2; sweep++)
            await SweepAsync();

        Assert.True(await _office.ActAsync<IOfficeData, bool>(data => data.Deadlines.Where(row => row.WorkItem!.DocumentId == id).AllAsync(row => row.DoneAt == null && row.Attempts == 0)));
        await _office.Dispatcher.DrainAsync();
        await SweepAsync();
        await SweepAsync();
        Assert.Single((await _office.ReadAsync("linzhiyuan", id)).Trace, row => row.Act == "逾期");
    }

    [Fact]
    public async Task The_same_key_on_another_document_is_another_press()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var id = await _office.DraftAsync();
            await _office.StartAsync(id);
            foreach (var press in Enumerable.Range(0, 2))
                await _office.ActAsync<IRepairDesk>(desk => desk.JumpAsync("sysadmin", id, "DirectorReview1", "流程走错了。", "1"));
            await _office.Dispatcher.DrainAsync();
            Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(id));
        }
    }

    // On to the next version at the step where it waits, and the procedure hasn't been told.
    private async Task<string> MovingAsync()
    {
        _office.Procedure.Next = [.. _office.Procedure.Nodes];
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.ActAsync<IRepairDesk>(desk => desk.MoveAsync("sysadmin", id, 2, null, "改按新流程办理。"));
        return id;
    }

    private Task SweepAsync() => _office.ActAsync<DeadlineSweeper, int>(sweeper => sweeper.RunDueAsync(CancellationToken.None));
}
