namespace DocFlow.Office.Analytics;

/// <summary>How a procedure was really done in some days, from its events. All times are working hours.</summary>
/// <param name="Items">Those that something was done on.</param>
/// <param name="Closed">Those that were closed in these days.</param>
public sealed record ProcessReading(string ProcedureId, string Title, AnalysisRange Range, int Items, int Closed)
{
    /// <summary>Of the steps that were decided, how many went back.</summary>
    public double? ReturnRate { get; init; }

    /// <summary>Of those that were closed, how many never went back.</summary>
    public double? FirstPassRate { get; init; }

    /// <summary>From its beginning to its closing, the middle one.</summary>
    public double? MedianHours { get; init; }

    public IReadOnlyList<StepReading> Steps { get; init; } = [];

    public IReadOnlyList<PathReading> Paths { get; init; } = [];

    public IReadOnlyList<GroupReading> ByKind { get; init; } = [];

    public IReadOnlyList<GroupReading> ByUnit { get; init; } = [];

    /// <summary>How many steps the definition has that counted last in these days.</summary>
    public int DesignedSteps { get; init; }

    /// <summary>That definition's version; null where it isn't known.</summary>
    public int? Version { get; init; }
}

/// <summary>A step.</summary>
/// <param name="IsDesigned">The definition has it.</param>
/// <param name="MedianHours">From when it came to when it was done.</param>
/// <param name="MedianWaiting">From when it came to when somebody opened it.</param>
/// <param name="MedianWorking">From then to when it was done.</param>
public sealed record StepReading(string Name, bool IsDesigned, int Visits, int Returned, int Skipped, double? MedianHours, double? SlowHours, double? MedianWaiting, double? MedianWorking)
{
    public double ReturnRate => Visits == 0 ? 0 : (double)Returned / Visits;
}

/// <summary>What followed what.</summary>
/// <param name="IsDesigned">The definition leads there.</param>
/// <param name="IsRework">It goes back, or stays.</param>
public sealed record PathReading(string From, string To, int Count, bool IsDesigned, bool IsRework);

/// <summary>Those of one kind or unit.</summary>
public sealed record GroupReading(string Name, int Items, int Closed, double? ReturnRate, double? FirstPassRate, double? MedianHours);
