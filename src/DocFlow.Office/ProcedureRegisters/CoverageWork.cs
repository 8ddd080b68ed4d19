using DocFlow.Office.Matters;
using DocFlow.Office.Notices;
using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>Tells whoever has pairs lacking, once in a period, some working days before its end.</summary>
internal sealed class CoverageWork(IServiceScopeFactory scopes, OfficeClock clock) : IDueWork
{
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        await using var scope = scopes.CreateAsyncScope();
        foreach (var procedure in (await scope.ServiceProvider.GetRequiredService<IProcedures>().DeclaredAsync(cancellationToken)).Where(procedure => procedure is { Coverage: not null, Register.Period: not null }))
            told += await TellAsync(procedure, cancellationToken);
        return told;
    }

    private async Task<int> TellAsync(Procedure procedure, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<IOfficeData>();
        var calendar = await scope.ServiceProvider.GetRequiredService<OfficeSettings>().ReadCalendarAsync(cancellationToken);
        var period = PeriodRange.NameOf(calendar.DayOf(clock.Now), procedure.Register!.Period);
        var range = PeriodRange.Read(period, calendar);
        if (clock.Now < calendar.StartBefore(range.To, procedure.Coverage!.RemindWorkingDays))
            return 0;
        var key = $"coverage/{procedure.Id}/{period}";
        var already = await data.Notices.Where(notice => notice.Key == key).Select(notice => notice.PersonId).ToListAsync(cancellationToken);
        var lacking = (await scope.ServiceProvider.GetRequiredService<CoveredPairs>().OfAsync(procedure, period, cancellationToken))
            .Where(row => row.On is null && !already.Contains(row.WhoId)).GroupBy(row => row.WhoId).ToList();
        foreach (var own in lacking)
        {
            await scope.ServiceProvider.GetRequiredService<NoticeWriter>().TellAsync(
                [own.Key], NoticeKind.Reminder, key, $"{procedure.Title}：{procedure.Coverage.Alert}（{range.Words}）：{string.Join('、', own.Select(row => row.Whom))}。", null, null, cancellationToken);
        }

        try
        {
            await data.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another host told them in this instant.
            return 0;
        }

        return lacking.Count;
    }
}
