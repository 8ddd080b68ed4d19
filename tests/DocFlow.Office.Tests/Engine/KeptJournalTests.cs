using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Persistence.Engine;
using Elsa.Workflows;

namespace DocFlow.Office.Tests.Engine;

/// <summary>What is kept of a journal says all that the journal said.</summary>
public sealed class KeptJournalTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 26, 9, 30, 0, TimeSpan.Zero);

    private static readonly ExecutionRecord[] Executions = [Execution("i-1", null, "工作流"), Execution("i-2", "i-1", null)];

    [Fact]
    public void Lines_come_back_as_they_were()
    {
        JournalEntry[] journal = [Line(7, Executions[0], "Started"), Line(8, Executions[1], "Faulted", "出错了"), Line(9, Executions[0], "Completed")];

        var kept = KeptJournal.Write(journal, Executions);

        Assert.Equal(journal, KeptJournal.Read(kept, EngineJson.Write(Executions)));
        Assert.DoesNotContain("Elsa.Step", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_line_noted_comes_back()
    {
        var journal = Line(0, Executions[1], "Completed") with { Data = new Dictionary<string, object?> { ["Outcomes"] = new[] { "同意" } } };

        var line = Assert.Single(KeptJournal.Read(KeptJournal.Write([journal], Executions), EngineJson.Write(Executions)));

        Assert.Equal("""["同意"]""", line.Data!["Outcomes"]!.ToString());
    }

    [Fact]
    public void Lines_that_their_executions_do_not_explain_are_kept_whole()
    {
        JournalEntry[][] odd =
        [
            [Line(0, Execution("i-9", null, null), "Started")],
            [Line(0, Executions[0], "Started") with { ActivityName = "改了名" }],
            [Line(0, Executions[0], "Started"), Line(5, Executions[0], "Completed")],
        ];

        Assert.All(odd, journal => Assert.Equal(journal, KeptJournal.Read(KeptJournal.Write(journal, Executions), EngineJson.Write(Executions))));
    }

    [Fact]
    public void Lines_kept_whole_by_an_earlier_version_are_read()
    {
        const string kept = """[{"sequence":3,"at":"2026-11-26T09:30:00+00:00","event":"Started","activityId":"a","nodeId":"w:a","activityType":"Elsa.Step","activityInstanceId":"i-1","activityTypeVersion":1}]""";

        Assert.Equal([Line(3, Executions[0] with { ActivityName = null }, "Started")], KeptJournal.Read(kept, "[]"));
    }

    private static JournalEntry Line(long sequence, ExecutionRecord of, string name, string? message = null) =>
        new(sequence, At, name, of.ActivityId, of.NodeId, of.ActivityType, of.Id, null) { ParentActivityInstanceId = of.ParentId, ActivityName = of.ActivityName, Message = message };

    private static ExecutionRecord Execution(string id, string? parentId, string? name) => new(
        id, parentId, "a", name, "w:a", "Elsa.Step", ActivityStatus.Completed, At, At, 0, false, new Dictionary<string, object>(), new Dictionary<string, object?>(), null);
}
