using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Matters;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests;

/// <summary>A register as it stood at a stated moment: the same rows and numbers for ever, whatever is done afterwards.</summary>
public sealed class RegisterMomentTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Moment = OfficeHost.Thursday;

    private OfficeHost _office = null!;

    private string _author = "";

    public async ValueTask InitializeAsync()
    {
        _office = await OfficeHost.StartAsync(new SqliteDatabase(), services => services.AddSingleton<IProcedures, BorrowRoom>());
        _author = await _office.PersonIdAsync("tangning");
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task What_is_closed_changed_extended_voided_or_added_afterwards_changes_nothing_of_it()
    {
        var closed = await AddAsync("甲会", "一号", 10);
        var changed = await AddAsync("乙会", "二号", 20);
        var extended = await AddAsync("丙会", "一号", 30);
        var voided = await AddAsync("丁会", "二号", 40);
        var moment = _office.Clock.Now;
        var first = await ReadAsync(new RegisterQuery { At = moment, Group = "field:room" });
        Assert.Equal([(voided, "40", "在办"), (extended, "30", "在办"), (changed, "20", "在办"), (closed, "10", "在办")], Rows(first));
        Assert.Equal((4, 100m), (first.Total, first.Totals["field:people"]));

        _office.Time.Advance(TimeSpan.FromDays(1));
        var after = _office.Clock.Now;
        await _office.ActAsync<IOfficeData>(async data =>
        {
            var one = await data.Documents.SingleAsync(row => row.Id == closed);
            (one.State, one.ClosedAt) = (DocumentState.Archived, after);
            data.DocumentVersions.Add(Version(changed, 2, """{"subject":"乙会改","room":"一号","people":"99"}""", after));
            (await data.Documents.SingleAsync(row => row.Id == changed)).Title = "乙会改";
            var people = await data.MatterValues.SingleAsync(row => row.DocumentId == changed && row.Key == "people");
            (people.Text, people.Number) = ("99", 99 * MatterValue.Scale);
            (await data.MatterValues.SingleAsync(row => row.DocumentId == changed && row.Key == "room")).Text = "一号";
            var late = await data.Documents.SingleAsync(row => row.Id == extended);
            (late.OriginalDueAt, late.DueAt) = (late.DueAt, late.DueAt!.Value.AddDays(10));
            data.Events.Add(Event(extended, "延期", after, $$"""{"原期限":"{{late.OriginalDueAt:O}}"}"""));
            (await data.Documents.SingleAsync(row => row.Id == voided)).State = DocumentState.Void;
            data.Events.Add(Event(voided, "作废", after, null));
            await data.SaveChangesAsync();
        });
        await AddAsync("戊会", "一号", 7);

        var again = await ReadAsync(new RegisterQuery { At = moment, Group = "field:room" });
        Assert.Equal(Text(first), Text(again));
        var now = await ReadAsync(new RegisterQuery());
        Assert.Equal((5, 186m), (now.Total, now.Totals["field:people"]));
        Assert.Equal(["在办", "作废", "在办", "在办", "办结"], now.Rows.Select(row => Cell(now, row, "state")));
        Assert.Contains("乙会改", now.Rows.Select(row => Cell(now, row, "title")));
    }

    [Fact]
    public async Task Its_filters_orders_and_groups_find_what_the_list_of_that_moment_finds()
    {
        await AddAsync("甲会", "一号", 10, Moment.AddDays(-40), isClosed: true);
        await AddAsync("乙会", "二号", 20, Moment.AddDays(-5));
        await AddAsync("丙会", "一号", 30.5m, Moment.AddDays(-1));
        foreach (var query in new RegisterQuery[]
        {
            new(), new() { Search = "乙" }, new() { Period = "2026-10" }, new() { Filters = new Dictionary<string, string> { ["field:room"] = "一号" } },
            new() { Filters = new Dictionary<string, string> { ["field:people"] = "20..40", ["state"] = "在办" } }, new() { Filters = new Dictionary<string, string> { ["light"] = "红" } },
            new() { Filters = new Dictionary<string, string> { ["due"] = "2026-11-01..2026-11-30" } }, new() { Filters = new Dictionary<string, string> { ["starter"] = "唐" } },
            new() { Sort = "field:people", IsDescending = true, Group = "field:room" }, new() { Sort = "title", Group = "state", Columns = ["title", "field:people"] },
        })
        {
            Assert.Equal(Text(await ReadAsync(query)), Text(await ReadAsync(query with { At = _office.Clock.Now })));
        }
    }

    [Fact]
    public async Task A_moment_that_is_still_to_come_is_refused()
    {
        var refused = await Assert.ThrowsAsync<RefusalException>(() => ReadAsync(new RegisterQuery { At = Moment.AddMinutes(1) }));

        Assert.Equal("截至时点还没有到。", refused.Message);
    }

    private async Task<string> AddAsync(string title, string room, decimal people, DateTimeOffset? at = null, bool isClosed = false)
    {
        var when = at ?? _office.Clock.Now;
        var id = await BorrowRoom.AddAsync(_office, "tangning", title, room, people, when, isClosed);
        await _office.ActAsync<IOfficeData>(async data =>
        {
            data.DocumentVersions.Add(Version(id, 1, $$"""{"subject":"{{title}}","room":"{{room}}","people":"{{people}}"}""", when));
            await data.SaveChangesAsync();
        });
        _office.Time.Advance(TimeSpan.FromMilliseconds(1));
        return id;
    }

    private DocumentVersion Version(string id, int ordinal, string text, DateTimeOffset at) => new()
    {
        Id = OfficeId.New(at), DocumentId = id, Ordinal = ordinal, SourceText = text, ContentHash = new string('0', 64), AuthorId = _author, At = at.ToUniversalTime(),
    };

    private static OfficeEvent Event(string id, string act, DateTimeOffset at, string? detail) =>
        new() { Id = OfficeId.New(at), At = at.ToUniversalTime(), Act = act, ActorName = "系统", DocumentId = id, DetailJson = detail };

    private static IEnumerable<(string, string?, string?)> Rows(RegisterPage page) => page.Rows.Select(row => (row.DocumentId, Cell(page, row, "field:people"), Cell(page, row, "state")));

    private static string? Cell(RegisterPage page, RegisterRow row, string from) => row.Cells[page.Columns.ToList().FindIndex(column => column.From == from)].Text;

    private static string Text(RegisterPage page) => string.Join('\n', page.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text)))
        .Append($"{page.Total}").Concat(page.Totals.Select(total => $"{total.Key}={total.Value:0.####}")).Concat(page.Groups.Select(group => $"{group.Value}:{group.Count}:{string.Join(',', group.Totals.Values.Select(sum => sum.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)))}")));

    private async Task<RegisterPage> ReadAsync(RegisterQuery query)
    {
        var person = await _office.PersonIdAsync("luoyu");
        return await _office.ActAsync<IProcedureRegister, RegisterPage>(register => register.ReadAsync(person, BorrowRoom.Id, query, 0, 50));
    }
}
