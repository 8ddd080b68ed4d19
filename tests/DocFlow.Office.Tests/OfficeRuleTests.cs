using DocFlow.Office.People;
using DocFlow.Office.Settings;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>What the office decides once, by whom.</summary>
public sealed class OfficeRuleTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_changed_rule_is_kept_and_logged_with_its_account()
    {
        await _office.ActAsync<IOfficeRuleDesk>(desk => desk.ChangeAsync("sysadmin", new OfficeRules(true, 7) { ReceiptWorkingDays = 2 }));

        Assert.Equal(new OfficeRules(true, 7) { ReceiptWorkingDays = 2 }, await _office.ActAsync<IOfficeRuleDesk, OfficeRules>(desk => desk.ReadAsync()));
        Assert.True((await _office.ActAsync<OfficeSettings, RecountersignSetting?>(settings => settings.ReadAsync<RecountersignSetting>(RecountersignSetting.Key)))!.IsRequired);
        Assert.Equal("办理规则", await _office.ActAsync<IOfficeData, string>(data => data.Events.OrderByDescending(row => row.Sequence).Select(row => row.Act).FirstAsync()));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(24)]
    public Task An_hour_that_no_day_has_is_refused(int hour) =>
        Play.RefusedAsync(Refusal.Invalid, () => _office.ActAsync<IOfficeRuleDesk>(desk => desk.ChangeAsync("sysadmin", new OfficeRules(false, hour))));

    [Fact]
    public async Task Only_a_post_of_the_leadership_is_put_in_charge()
    {
        var units = await _office.ActAsync<ILeadership, IReadOnlyList<LeadershipRow>>(leadership => leadership.ListAsync());
        var law = units.Single(unit => unit.UnitName == "法规科");
        Assert.Null(law.PostId);
        var posts = await _office.ActAsync<ILeadership, IReadOnlyList<LeaderPost>>(leadership => leadership.PostsAsync());
        Assert.Equal(["市委领导市委副书记", "市委领导秘书长", "办公室领导主任", "办公室领导副主任"], posts.Select(post => post.Shown));
        var clerk = await _office.ActAsync<IOfficeData, string>(data => data.Posts.Where(post => post.Name == "科员").Select(post => post.Id).FirstAsync());

        await Play.RefusedAsync(Refusal.Invalid, () => _office.ActAsync<ILeadership>(leadership => leadership.SetAsync("sysadmin", law.UnitId, clerk)));
        await _office.ActAsync<ILeadership>(leadership => leadership.SetAsync("sysadmin", law.UnitId, posts[1].PostId));

        Assert.Equal("市委领导秘书长", (await _office.ActAsync<ILeadership, IReadOnlyList<LeadershipRow>>(leadership => leadership.ListAsync())).Single(unit => unit.UnitName == "法规科").PostShown);
    }
}
