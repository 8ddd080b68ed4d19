namespace DocFlow.Office.Time;

/// <summary>What a calendar says of a day.</summary>
public enum DayRule
{
    /// <summary>按星期: Monday to Friday are worked.</summary>
    AsWeekday,

    /// <summary>休</summary>
    Off,

    /// <summary>班（调休）</summary>
    Worked,
}
