using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.SavedViews;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests;

/// <summary>Saved views of a register: whose they are, who sees them, and what they bring back.</summary>
public sealed class SavedViewTests : IAsyncLifetime
{
    private static readonly RegisterQuery Query = new()
    {
        Filters = new Dictionary<string, string> { ["field:room"] = "一号" }, Sort = "field:people", IsDescending = true, Group = "field:room", Columns = ["title", "field:people"],
    };

    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase(), services => services.AddSingleton<IProcedures, BorrowRoom>());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_view_brings_back_filter_order_groups_and_columns_and_replaces_one_of_the_same_name()
    {
        await SaveAsync("linzhiyuan", new NewSavedView("大会", false, new RegisterQuery()));
        await SaveAsync("linzhiyuan", new NewSavedView(" 大会 ", false, Query));

        var view = Assert.Single(await ListAsync("linzhiyuan"));
        Assert.Equal(("大会", true, false), (view.Name, view.IsMine, view.IsShared));
        Assert.Equal(("field:people", true, "field:room", "一号"), (view.Query.Sort, view.Query.IsDescending, view.Query.Group, view.Query.Filters["field:room"]));
        var person = await _office.PersonIdAsync("linzhiyuan");
        var page = await _office.ActAsync<IProcedureRegister, RegisterPage>(register => register.ReadAsync(person, BorrowRoom.Id, view.Query, 0, 10));
        Assert.Equal(["事由", "人数"], page.Columns.Select(column => column.Title));
        Assert.Equal(8, page.AllColumns.Count);
    }

    [Fact]
    public async Task Own_views_are_for_their_owner_and_shared_ones_for_all_but_only_readers_of_the_whole_share()
    {
        await SaveAsync("linzhiyuan", new NewSavedView("自己的", false, Query));
        var shared = await SaveAsync("luoyu", new NewSavedView("全办的", true, Query));

        Assert.Equal([("自己的", true), ("全办的", false)], (await ListAsync("linzhiyuan")).Select(view => (view.Name, view.IsMine)));
        Assert.Equal([("全办的", true)], (await ListAsync("luoyu")).Select(view => (view.Name, view.IsMine)));
        Assert.Equal("罗予", (await ListAsync("linzhiyuan"))[1].Owner);
        var refused = await Assert.ThrowsAsync<RefusalException>(() => SaveAsync("linzhiyuan", new NewSavedView("全办的", true, Query)));
        Assert.Equal(Refusal.Forbidden, refused.Refusal);
        var person = await _office.PersonIdAsync("linzhiyuan");
        await Assert.ThrowsAsync<RefusalException>(() => _office.ActAsync<ISavedViews>(views => views.DeleteAsync(person, BorrowRoom.Id, shared)));
        var owner = await _office.PersonIdAsync("luoyu");
        await _office.ActAsync<ISavedViews>(views => views.DeleteAsync(owner, BorrowRoom.Id, shared));
        Assert.Single(await ListAsync("linzhiyuan"));
    }

    [Theory]
    [InlineData("", "field:room", "一号", "请给视图起一个名称")]
    [InlineData("好", "field:nothing", "一号", "没有可以筛选、排序的列")]
    [InlineData("好", "state", "没有", "可选：在办、办结、作废")]
    public async Task What_cant_be_asked_for_isnt_kept(string name, string column, string value, string reason)
    {
        var refused = await Assert.ThrowsAsync<RefusalException>(() => SaveAsync("linzhiyuan", new NewSavedView(name, false, new RegisterQuery { Filters = new Dictionary<string, string> { [column] = value } })));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Empty(await ListAsync("linzhiyuan"));
    }

    private async Task<string> SaveAsync(string login, NewSavedView view)
    {
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<ISavedViews, string>(views => views.SaveAsync(person, BorrowRoom.Id, view));
    }

    private async Task<IReadOnlyList<SavedViewRow>> ListAsync(string login)
    {
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<ISavedViews, IReadOnlyList<SavedViewRow>>(views => views.ListAsync(person, BorrowRoom.Id));
    }
}
