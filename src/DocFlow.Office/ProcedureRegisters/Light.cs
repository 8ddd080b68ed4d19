using DocFlow.Office.Time;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>How a matter stands against its deadline (红黄绿灯).</summary>
public enum Light
{
    /// <summary>绿：时间充裕</summary>
    Green,

    /// <summary>黄：临近期限</summary>
    Yellow,

    /// <summary>红：已逾期</summary>
    Red,
}

/// <summary>Tells lights as they are now.</summary>
internal sealed class Lights
{
    private readonly DateTimeOffset _now;

    public Lights(WorkingCalendar calendar, DateTimeOffset now, int yellowWorkingDays)
    {
        _now = now;
        YellowUntil = yellowWorkingDays > 0 ? calendar.DueAfter(now, yellowWorkingDays) : calendar.EndOf(calendar.DayOf(now));
    }

    /// <summary>What is due by then, and isn't overdue, is yellow.</summary>
    public DateTimeOffset YellowUntil { get; }

    /// <summary>Null without a deadline, and once it is over.</summary>
    public Light? Of(DateTimeOffset? dueAt, bool isOver)
    {
        if (dueAt is not { } due || isOver)
            return null;
        if (due < _now)
            return Light.Red;
        return due <= YellowUntil ? Light.Yellow : Light.Green;
    }

    public static string? Word(Light? light) => light switch
    {
        Light.Green => "绿",
        Light.Yellow => "黄",
        Light.Red => "红",
        _ => null,
    };
}
