using System.Text;
using DocFlow.Office.Deadlines;
using DocFlow.Office.Desks;
using DocFlow.Office.Imports;
using DocFlow.Office.Matters;
using DocFlow.Office.Notices;
using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Procedures;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests;

/// <summary>A deadline in the past: refused where a person enters it; of a list that is taken over late nothing is called to account for what had passed before.</summary>
public sealed class MatterDeadlineTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase(), services => services.AddSingleton<IProcedures, BorrowRoom>());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_matter_that_would_be_due_before_today_is_refused_and_today_is_not()
    {
        var refusal = await Play.RefusedAsync(Refusal.Invalid, () => StartAsync("2026-11-25"));
        Assert.Equal("“日期”2026-11-25已经过去，请写今天（2026-11-26）或以后的日期。", refusal.Message);
        Assert.Equal(0, await _office.ActAsync<IOfficeData, int>(data => data.Documents.CountAsync(document => document.IsMatter)));

        var matter = await StartAsync("2026-11-26");

        Assert.Equal(At(11, 26, 17, 30), await _office.ActAsync<IOfficeData, DateTimeOffset?>(data => data.Documents.Where(document => document.Id == matter).Select(document => document.DueAt).SingleAsync()));
    }

    [Fact]
    public async Task A_deadline_is_not_put_off_to_a_day_that_is_over_and_what_stood_there_may_stay()
    {
        var matter = await StartAsync("2026-11-27");
        await EnterAsync(matter, new() { FieldKeys = "day" });
        _office.Time.SetUtcNow(At(12, 1, 9, 0));

        await Play.RefusedAsync(Refusal.Invalid, () => AnswerAsync(matter, "2026-11-30"));
        await AnswerAsync(matter, "2026-11-27");
    }

    [Fact]
    public async Task A_number_of_days_that_only_leads_to_a_day_that_is_over_is_refused()
    {
        var procedure = Declaration.Whole(json => Declaration.Set(
            json, "root.activities.+", """{"id":"d","type":"DocFlow.Extend","daysField":{"expression":{"type":"Literal","value":"people"}}}""")).Procedure!;
        Task AskAsync(string days, DateTimeOffset due) => _office.ActAsync<MatterDeadlines>(deadlines => deadlines.RefusePastAsync(
            procedure, new Dictionary<string, string> { ["people"] = days }, new Dictionary<string, string>(), due, CancellationToken.None));

        // Due on Friday the 20th; today is Thursday the 26th.
        var refusal = await Play.RefusedAsync(Refusal.Invalid, () => AskAsync("3", At(11, 20, 17, 30)));
        Assert.Equal("“人数”3个工作日只延到2026-11-25，已经过去，请延到今天（2026-11-26）或以后。", refusal.Message);
        await AskAsync("4", At(11, 20, 17, 30));
    }

    [Fact]
    public async Task An_imported_matter_that_was_due_before_is_red_and_sends_no_letter_for_it_but_goes_up_the_ladder_from_now_on()
    {
        var person = await _office.PersonIdAsync("linzhiyuan");
        var outcome = await _office.ActAsync<IListImport, ImportOutcome>(import => import.ImportAsync(
            person, BorrowRoom.Id, new ImportedList(Encoding.UTF8.GetBytes("事由,日期,人数,会议室\n季度例会,2026-11-20,5,一号\n"))));
        Assert.Empty(outcome.Problems);
        var matter = Assert.Single(outcome.MatterIds);
        await EnterAsync(matter, new() { DueWithMatter = true, RemindWorkingDays = 1, Letter = "催还函", Escalation = "1 办公室领导/主任\n5 市委领导/秘书长" });

        Assert.Equal(At(11, 20, 17, 30), (await _office.ReadAsync("hemin", matter)).Acts.Single().DueAt);
        await SweepAsync();
        Assert.Empty(await _office.NoticesAsync("hemin", NoticeKind.Overdue));
        Assert.Empty(await _office.NoticesAsync("hemin", NoticeKind.Urge));
        // The fifth working day after the 20th is Friday the 27th.
        _office.Time.SetUtcNow(At(11, 27, 8, 30));
        await SweepAsync();
        Assert.Equal(1, await _office.ActAsync<IOfficeData, int>(data => data.Events.CountAsync(row => row.DocumentId == matter && row.Act == "上报")));
        Assert.Empty(await _office.NoticesAsync("zhengliqun", NoticeKind.Overdue));
    }

    private async Task<string> StartAsync(string day)
    {
        var person = await _office.PersonIdAsync("linzhiyuan");
        return await _office.ActAsync<IMatterDesk, string>(desk => desk.StartAsync(
            person, BorrowRoom.Id, new MatterForm(new Dictionary<string, string?> { ["subject"] = "季度例会", ["day"] = day, ["room"] = "一号" })));
    }

    private async Task EnterAsync(string matter, Wanted wanted)
    {
        var instance = await _office.ActAsync<IOfficeData, string?>(data => data.Documents.Where(document => document.Id == matter).Select(document => document.InstanceId).SingleAsync());
        await _office.BurstAsync<IHumanSteps, HumanStepEntry>(steps => steps.EnterAsync(new HumanStepRequest
        {
            DocumentId = matter, InstanceId = instance!, NodeId = "a", StepName = "审核", Kind = StepKind.Task, Assignees = "person:hemin", FieldKeys = wanted.FieldKeys,
            DueWithMatter = wanted.DueWithMatter, RemindWorkingDays = wanted.RemindWorkingDays, Letter = wanted.Letter, Escalation = wanted.Escalation,
        }));
    }

    private async Task AnswerAsync(string matter, string day)
    {
        var (person, act) = (await _office.PersonIdAsync("hemin"), Assert.Single((await _office.ReadAsync("hemin", matter)).Acts));
        var form = new MatterForm(new Dictionary<string, string?> { ["day"] = day });
        await _office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(person, act.SeatId, new SeatAnswer("办结") { Form = form }));
    }

    private Task<int> SweepAsync() => _office.ActAsync<DeadlineSweeper, int>(sweeper => sweeper.RunDueAsync(CancellationToken.None));

    private static DateTimeOffset At(int month, int day, int hour, int minute) => new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(8));

    private sealed record Wanted
    {
        public string? FieldKeys { get; init; }

        public bool DueWithMatter { get; init; }

        public int? RemindWorkingDays { get; init; }

        public string? Letter { get; init; }

        public string? Escalation { get; init; }
    }
}
