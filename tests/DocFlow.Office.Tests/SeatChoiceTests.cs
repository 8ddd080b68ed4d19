using DocFlow.Office.Desks;
using DocFlow.Office.People;
using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests;

/// <summary>转办 and 加签 by part, section or post: who that is at this moment.</summary>
public sealed class SeatChoiceTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Each_way_to_say_whom_names_who_that_is_now()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");

        var choices = await ReadAsync("zhouyifan", id);

        // The demo office puts 办公室领导/副主任 in charge of 秘书一科, whose head is 何敏.
        Assert.Equal(
            ["按职责/分管领导/许沛", "按职责/拟稿人的上级/何敏", "按职责/上一办理人/何敏"],
            choices.Where(choice => choice.Group == "按职责").Select(Show));
        Assert.Contains("按科室/秘书一科（负责人）/何敏", choices.Select(Show));
        Assert.Contains("按岗位/组织人事科科员/丁一", choices.Select(Show));
        Assert.DoesNotContain(choices, choice => choice.Name == "周亦凡");
    }

    [Fact]
    public async Task While_a_holder_is_on_leave_the_stand_in_is_meant()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.ActAsync<IOfficeData>(async data =>
        {
            var (person, at) = (await _office.PersonIdAsync("zhengliqun"), OfficeHost.Thursday.ToUniversalTime());
            data.Leaves.Add(new Leave { Id = OfficeId.New(at), PersonId = person, From = at.AddDays(-1), To = at.AddDays(1), Reason = "出差" });
            await data.SaveChangesAsync();
        });

        var choices = await ReadAsync("hemin", id);

        Assert.Equal(["许沛"], choices.Where(choice => choice.Words == "办公室领导主任").Select(choice => choice.Name));
    }

    [Fact]
    public async Task Whoever_may_not_read_the_document_is_told_nothing_of_it()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);

        await Play.RefusedAsync(Refusal.NotFound, () => ReadAsync("luoyu", id));
    }

    private async Task<IReadOnlyList<SeatChoice>> ReadAsync(string login, string id)
    {
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<ISeatChoices, IReadOnlyList<SeatChoice>>(choices => choices.ReadAsync(person, id));
    }

    private static string Show(SeatChoice choice) => $"{choice.Group}/{choice.Words}/{choice.Name}";
}
