namespace DocFlow.Office.Queries;

/// <summary>Where a page of a list begins, whatever number was asked for.</summary>
internal static class Paging
{
    public static int Skip(int page, int size) => (int)Math.Min((long)Math.Max(page, 0) * size, int.MaxValue);
}
