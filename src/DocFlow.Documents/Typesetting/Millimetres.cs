namespace DocFlow.Documents.Typesetting;

/// <summary>Type sizes in points against mm, and the sizes that the standard names by 号.</summary>
public static class Millimetres
{
    public const double PerPoint = 25.4 / 72;

    /// <summary>2号, titles.</summary>
    public const double SizeTwo = 22;

    /// <summary>3号, text.</summary>
    public const double SizeThree = 16;

    /// <summary>4号, 版记 and page numbers.</summary>
    public const double SizeFour = 14;

    /// <summary>How far the em box reaches above the baseline, em: the ascent of Chinese faces.</summary>
    public const double Ascent = 0.88;

    public static double OfPoints(double points) => points * PerPoint;
}
