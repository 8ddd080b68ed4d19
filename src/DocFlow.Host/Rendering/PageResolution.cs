namespace DocFlow.Host.Rendering;

/// <summary>How finely pages are drawn for the screen, in dots per inch.</summary>
internal static class PageResolution
{
    public const int Default = 110;
    private const int Lowest = 30;
    private const int Highest = 220;

    public static int Within(int wanted) => Math.Clamp(wanted, Lowest, Highest);
}
