namespace DocFlow.Documents.Typesetting;

/// <summary>The clusters of one row, with the room that each takes after justification.</summary>
/// <param name="Clusters">From left to right.</param>
/// <param name="Advances">mm, one for each cluster.</param>
internal sealed record BrokenRow(IReadOnlyList<Cluster> Clusters, double[] Advances)
{
    public double Width => Advances.Sum();

    public static BrokenRow Join(BrokenRow first, BrokenRow second) =>
        new([.. first.Clusters, .. second.Clusters], [.. first.Advances, .. second.Advances]);

    /// <summary>The row, set closer when it is wider than its room.</summary>
    public BrokenRow Within(double room) => Width <= room || Width <= 0 ? this : this with { Advances = [.. Advances.Select(advance => advance * room / Width)] };
}
