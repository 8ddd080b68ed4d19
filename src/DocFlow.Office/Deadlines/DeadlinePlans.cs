using DocFlow.Office.Dossiers;
using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Deadlines;

/// <summary>Makes the plan of a human step from its working days and the office's calendar.</summary>
internal sealed class DeadlinePlans(IOfficeData data, OfficeSettings settings)
{
    private const string ExtraUrgent = "特急";
    private const int MostCallMinutes = 24 * 60;
    private const int MostCallRounds = 10;

    // An answer within the last minute is in time.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <returns>Null when the step has no deadline.</returns>
    public async Task<DeadlinePlan?> ForAsync(HumanStepRequest request, Document document, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var urgentDays = document.Urgency switch
        {
            null => null,
            ExtraUrgent => request.ExtraUrgentWorkingDays ?? request.UrgentWorkingDays,
            _ => request.UrgentWorkingDays,
        };
        var workingDays = urgentDays ?? request.DueWorkingDays;
        var ownDue = workingDays is > 0 and var days ? calendar.DueAfter(now, days) : (DateTimeOffset?)null;
        // A day of the matter's own goes before all others.
        if (request.DueField is { Length: > 0 } key && document.IsMatter
            && await data.MatterValues.Where(value => value.DocumentId == document.Id && value.Key == key).Select(value => value.Text).SingleOrDefaultAsync(cancellationToken) is { } text && FieldRules.Day(text) is { } day)
            return Plan(request, now, calendar.EndOf(calendar.DayOf(calendar.StartBefore(calendar.EndOf(day), request.DueBeforeWorkingDays))), calendar).Since(document.CreatedAt);
        return (request.DueWithMatter ? document.DueAt ?? ownDue : ownDue) is { } due ? Plan(request, now, due, calendar).Since(document.CreatedAt) : null;
    }

    /// <returns>When the days end that a step must stand open; null when it needn't.</returns>
    public async Task<DateTimeOffset?> HeldUntilAsync(HumanStepRequest request, DateTimeOffset now, CancellationToken cancellationToken) =>
        request.HoldWorkingDays > 0 ? (await settings.ReadCalendarAsync(cancellationToken)).DueAfter(now, request.HoldWorkingDays) : null;

    /// <summary>The plan of a step whose people are called one after the other: the first at once, and who is told when nobody ever answers.</summary>
    public static DeadlinePlan Calls(HumanStepRequest request, int people, DateTimeOffset now)
    {
        var (minutes, calls) = (Math.Clamp(request.CallMinutes!.Value, 1, MostCallMinutes), people * Math.Clamp(request.CallRounds, 1, MostCallRounds));
        return new DeadlinePlan(now, now.AddMinutes(minutes * people), [.. Enumerable.Range(1, calls).Select(call =>
            new DeadlinePlan.Entry(DeadlineKind.Call, now.AddMinutes(minutes * call), call == calls ? request.EscalateTo : null))]);
    }

    /// <summary>The plan of a step that is due at a moment, made anew when that is put off.</summary>
    public static DeadlinePlan Plan(HumanStepRequest request, DateTimeOffset now, DateTimeOffset due, Time.WorkingCalendar calendar)
    {
        var entries = new List<DeadlinePlan.Entry>();
        if (request.RemindWorkingDays is { } before && Reminder(now, due, before, calendar) is { } reminder)
            entries.Add(new DeadlinePlan.Entry(DeadlineKind.Remind, reminder));
        entries.Add(new DeadlinePlan.Entry(DeadlineKind.Due, due + Grace));
        if (!string.IsNullOrWhiteSpace(request.Letter))
            entries.Add(new DeadlinePlan.Entry(DeadlineKind.Letter, calendar.StartAfter(due, Math.Max(1, request.LetterWorkingDays)), Letter: request.Letter));
        foreach (var rung in EscalationLadder.Of(request))
            entries.Add(new DeadlinePlan.Entry(DeadlineKind.Escalate, calendar.StartAfter(due, rung.WorkingDays), rung.To));
        return new DeadlinePlan(now, due, entries);
    }

    // A step that is shorter than its notice is reminded of on the due day itself.
    private static DateTimeOffset? Reminder(DateTimeOffset now, DateTimeOffset due, int before, Time.WorkingCalendar calendar)
    {
        for (var days = before; days >= 0; days--)
        {
            if (calendar.StartBefore(due, days) is var at && at > now)
                return at;
        }

        return null;
    }
}
