namespace DocFlow.Documents.Typesetting;

/// <summary>The clusters of one row, with the room that each takes after justification.</summary>
/// <param name="Clusters">From left to right.</param>
/// <param name="Advances">mm, one for each cluster.</param>
internal sealed record BrokenRow(IReadOnlyList<Cluster> Clusters, double[] Advances)
{
    public double Width => Advances.Sum();
}
