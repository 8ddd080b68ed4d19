using DocFlow.Office.Desks;
using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests;

/// <summary>Whom a procedure's words for people mean.</summary>
public sealed class AssigneeTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_previous_handler_is_who_decided_last_even_as_a_stand_in()
    {
        var at = _office.Procedure.Nodes.FindIndex(node => node.Id == "DirectorReview1");
        _office.Procedure.Nodes.Insert(at + 1, new("Again1", "主任再核", WorkItems.StepKind.Review, "上一办理人"));
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        await _office.DecideAsync("xupei", id, "同意");

        var waiting = Assert.Single((await _office.ReadAsync("linzhiyuan", id)).Waiting);
        Assert.Equal(("主任再核", "许沛"), (waiting.StepName, waiting.PersonName));
    }

    [Theory]
    [InlineData("linzhiyuan", "何敏")]
    [InlineData("hemin", "郑立群")]
    public async Task The_drafters_superior_is_the_head_of_the_unit_and_for_a_head_the_leadership(string drafter, string superior)
    {
        _office.Procedure.Nodes[1] = _office.Procedure.Nodes[1] with { Assignees = "拟稿人的上级" };
        var person = await _office.PersonIdAsync(drafter);
        var id = await _office.ActAsync<IDocumentDesk, string>(desk => desk.CreateAsync(person, new DraftContent { SourceText = Play.Notice }));
        var version = (await _office.ActAsync<IDocumentDesk, DraftReading>(desk => desk.ReadAsync(person, id))).Version;
        await _office.ActAsync<IDocumentDesk, string>(desk => desk.StartAsync(person, id, version, "policy-document"));
        await _office.Dispatcher.DrainAsync();

        Assert.Equal([superior], (await _office.ReadAsync(drafter, id)).Waiting.Select(seat => seat.PersonName));
    }
}
