namespace DocFlow.Documents.Handwriting;

/// <summary>Handwriting (手写) as it is handed in: strokes on a writing area of fixed measures. Nothing of it is trusted before <see cref="PenRules"/> found no fault.</summary>
/// <param name="Strokes">In the order in which they were written.</param>
public sealed record PenWriting(IReadOnlyList<PenStroke> Strokes)
{
    /// <summary>The writing area's width, in the units of <see cref="PenPoint"/>.</summary>
    public const int BoxWidth = 2000;

    public const int BoxHeight = 1000;
}

/// <summary>What the pen wrote between touching the area and leaving it.</summary>
public sealed record PenStroke(IReadOnlyList<PenPoint> Points);

/// <summary>Where the pen was.</summary>
/// <param name="X">From the area's left, 0 to <see cref="PenWriting.BoxWidth"/>.</param>
/// <param name="Y">From the area's top, 0 to <see cref="PenWriting.BoxHeight"/>.</param>
/// <param name="Pressure">0 to 1; a half where the pen doesn't tell.</param>
public sealed record PenPoint(double X, double Y, double Pressure = 0.5);
