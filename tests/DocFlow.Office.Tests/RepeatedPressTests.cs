using DocFlow.Office.Desks;
using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests;

/// <summary>A second press on work that is decided: the same one gets the same answer, any other is told that nothing of it was recorded.</summary>
public sealed class RepeatedPressTests : IAsyncLifetime
{
    private OfficeHost _office = null!;
    private string _id = null!;
    private string _seat = null!;

    public async ValueTask InitializeAsync()
    {
        _office = await OfficeHost.StartAsync(new SqliteDatabase());
        _id = await _office.DraftAsync();
        await _office.StartAsync(_id);
        _seat = Assert.Single((await _office.ReadAsync("hemin", _id)).Acts).SeatId;
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Theory]
    [Trait("Journey", "J27")]
    [InlineData("press", "press")]
    [InlineData(null, null)]
    [InlineData("press", null)]
    [InlineData(null, "press")]
    public async Task The_same_press_again_gets_the_same_answer(string? first, string? second)
    {
        var recorded = await PressAsync(new SeatAnswer("同意", " 口径可行。", Key: first));

        var again = await PressAsync(new SeatAnswer("同意", "口径可行。 ", Key: second));

        Assert.Equal((true, recorded.DecidedAt, "同意"), (again.WasRecordedBefore, again.DecidedAt, again.Outcome));
        Assert.Single((await _office.ReadAsync("linzhiyuan", _id)).Trace, row => row.Act == "同意");
    }

    [Theory]
    [InlineData("press", "press", "同意", "另有一条意见。")]
    [InlineData(null, null, "同意", "另有一条意见。")]
    [InlineData("press", "other", "同意", "口径可行。")]
    [InlineData("press", "other", "退回", "口径不行。")]
    public async Task Another_press_is_refused_with_who_decided_what_and_that_it_was_not_recorded(string? first, string? second, string outcome, string opinion)
    {
        await PressAsync(new SeatAnswer("同意", "口径可行。", Key: first));

        var refusal = await Play.RefusedAsync(Refusal.Conflict, () => PressAsync(new SeatAnswer(outcome, opinion, Key: second)));

        Assert.Equal($"“科室审核”已由何敏于2026年11月26日10:00办理（同意，意见“口径可行。”）；您这次的“{outcome}”和意见没有记录，请自行留存。", refusal.Message);
        Assert.Equal("口径可行。", Assert.Single((await _office.ReadAsync("linzhiyuan", _id)).Trace, row => row.ActorName == "何敏").Opinion);
    }

    [Fact]
    public async Task Whoever_comes_after_the_stand_in_is_told_who_decided_and_what()
    {
        await PressAsync(new SeatAnswer("同意"));
        _office.Time.Advance(TimeSpan.FromMinutes(1));
        await _office.Dispatcher.DrainAsync();
        await _office.DecideAsync("zhouyifan", _id, "同意");
        var seat = Assert.Single((await _office.ReadAsync("zhengliqun", _id)).Acts).SeatId;
        await _office.DecideAsync("xupei", _id, "同意");
        var director = await _office.PersonIdAsync("zhengliqun");

        var refusal = await Play.RefusedAsync(
            Refusal.Conflict, () => _office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(director, seat, new SeatAnswer("同意", "建议尽快印发。"))));

        Assert.Equal("“主任审核”已由许沛（代郑立群）于2026年11月26日10:02办理（同意）；您这次的“同意”和意见没有记录，请自行留存。", refusal.Message);
    }

    private async Task<SeatDecision> PressAsync(SeatAnswer answer)
    {
        var person = await _office.PersonIdAsync("hemin");
        return await _office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(person, _seat, answer));
    }
}
