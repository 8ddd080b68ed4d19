using DocFlow.Office.Deadlines;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Tests.Model;

/// <summary>The office of these tests, with a procedure of two versions.</summary>
internal sealed class ShortProcedureOffice(OfficeHost host) : IPlayedOffice
{
    public DateTimeOffset Now => host.Time.GetUtcNow();

    public string Source => Play.Notice;

    public bool IsStill => true;

    public IReadOnlyList<string> Steps => host.Procedure.Next!.ConvertAll(node => node.Id);

    public Task<TResult> ActAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull => host.ActAsync(act);

    public async Task ObeyAsync(int rules)
    {
        var nodes = host.Procedure.Nodes;
        var at = nodes.FindIndex(node => node.Kind == StepKind.Countersign);
        nodes[at] = nodes[at] with
        {
            Completion = (rules % 4) switch { 2 => CompletionRule.Any, 3 => CompletionRule.Share, _ => CompletionRule.All },
            Percent = rules % 4 == 3 ? 60 : null,
            OnReturn = rules / 4 % 2 == 0 ? ReturnRule.WithdrawOpen : ReturnRule.AwaitOpen,
            WhenOverdue = rules / 8 % 2 == 0 ? OverdueRule.NoOpinion : OverdueRule.Wait,
            EscalateTo = "办公室领导/主任",
        };

        // The next version asks one section more before the countersigning.
        host.Procedure.Next = [.. nodes.Take(at), new("SectionReview2", "综合科审核", StepKind.Review, "综合科/科员"), .. nodes.Skip(at)];
        await host.ActAsync<IServiceProvider>(async services =>
        {
            await ((OfficeSettings)services.GetService(typeof(OfficeSettings))!).WriteAsync(RecountersignSetting.Key, new RecountersignSetting(rules / 16 % 2 == 0));
            await ((IOfficeData)services.GetService(typeof(IOfficeData))!).SaveChangesAsync();
        });
    }

    public void Pass(TimeSpan time) => host.Time.Advance(time);

    public Task DeliverAsync() => host.Dispatcher.DrainAsync();

    public Task FallDueAsync() => host.ActAsync<DeadlineSweeper, int>(sweeper => sweeper.RunDueAsync(CancellationToken.None));

    public void FailNext(int times) => host.Procedure.FailNext = times;

    // The short procedure waits for nothing but work items.
    public Task AgreesAsync(DocumentRecord record) => Task.CompletedTask;
}
