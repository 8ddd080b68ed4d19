using DocFlow.Office.Analytics;
using DocFlow.Office.Assessment;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests.Analytics;

/// <summary>A hundred thousand events, a tenth of them in the month that is asked for.</summary>
public sealed class ManyEventsTests
{
    private const int Documents = 10_000;
    private const int EventsOfEach = 10;
    private const int AtOnce = 500;

    [Fact]
    [Trait("Journey", "J26")]
    public async Task A_month_among_a_hundred_thousand_events_is_analysed_and_scored_without_reading_the_others()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: it writes 100,000 events.");
        await using var office = await OfficeHost.StartAsync(new SqliteDatabase(), services => services.AddSingleton<IProcedures, BorrowRoom>());
        await FillAsync(office);
        var (head, drafter, assessor) = (await office.PersonIdAsync("hemin"), await office.PersonIdAsync("linzhiyuan"), await office.PersonIdAsync("dingyi"));

        await office.ActAsync<IScoreDesk, FormulaVersion>(desk => desk.AddFormulaAsync(assessor, "2026-01", [new ScoreLine("总分", "max(100 − 退文 × 0.5，0)")], null, tryOnly: false));
        var month = await office.ActAsync<IProcessAnalysis, ProcessReading>(analysis => analysis.ReadAsync(head, BorrowRoom.Id, "2026-05", new AnalysisFilter()));
        var year = await office.ActAsync<IProcessAnalysis, ProcessReading>(analysis => analysis.ReadAsync(head, BorrowRoom.Id, "2026", new AnalysisFilter()));
        var scores = await office.ActAsync<IScoreDesk, ScoreTable>(desk => desk.ComputeAsync(assessor, "2026-05", [drafter, head]));

        Assert.Equal((1000, 8000), (month.Items, month.Steps.Single(step => step.Name == "审核").Visits));
        Assert.Equal((Documents, 8 * Documents), (year.Items, year.Steps.Single(step => step.Name == "审核").Visits));
        // Every document came back once: a thousand half points, and no score below nothing.
        Assert.Equal(0, scores.Rows.Single(row => row.PersonId == drafter).Total);
    }

    // A thousand documents in each of ten months; each begins, comes eight times to a step and is closed.
    private static async Task FillAsync(OfficeHost office)
    {
        var drafter = await office.PersonIdAsync("linzhiyuan");
        for (var first = 0; first < Documents; first += AtOnce)
        {
            await office.ActAsync<IOfficeData>(async data =>
            {
                var unit = await data.Units.Where(row => row.Name == "秘书一科").Select(row => row.Id).SingleAsync();
                for (var number = first; number < first + AtOnce; number++)
                {
                    var begun = new DateTimeOffset(2026, 1 + (number / 1000), 5 + (number % 20), 1, 0, 0, TimeSpan.Zero);
                    var document = new Document { Id = $"many-{number:00000}", Title = $"第{number}件", Kind = "会议室借用", ProcedureId = BorrowRoom.Id, DrafterId = drafter, DrafterUnitId = unit, CreatedAt = begun, IsMatter = true };
                    data.Documents.Add(document);
                    data.Events.AddRange(Enumerable.Range(0, EventsOfEach).Select(step => EventOf(document, number, step, begun, drafter)));
                }

                await data.SaveChangesAsync();
            });
        }
    }

    private static OfficeEvent EventOf(Document document, int number, int step, DateTimeOffset begun, string actor)
    {
        var isDecision = step is > 0 and < EventsOfEach - 1;
        var item = new WorkItem
        {
            Id = "", DocumentId = document.Id, InstanceId = "", NodeId = "", VisitKey = "", StepName = "审核", StepKind = StepKind.Task, OpenedAt = begun.AddMinutes(30 * (step - 1)), Completion = CompletionRule.All,
        };
        return new OfficeEvent
        {
            Id = $"e-{number:00000}-{step}",
            Sequence = (number % AtOnce * EventsOfEach) + step + 1,
            At = begun.AddMinutes(30 * step),
            Act = step switch { 0 => "登记", EventsOfEach - 1 => "归档", 2 => "退回", _ => "同意" },
            ActorId = actor,
            ActorName = "林知远",
            DocumentId = document.Id,
            StepName = isDecision ? "审核" : null,
            DetailJson = isDecision ? System.Text.Json.JsonSerializer.Serialize(EventFacts.Of(item, null), new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) : null,
        };
    }
}
