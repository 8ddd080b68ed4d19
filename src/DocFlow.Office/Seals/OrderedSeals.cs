namespace DocFlow.Office.Seals;

/// <summary>What a document is sealed with.</summary>
/// <param name="UsesSamples">What has no picture is drawn with the word 样章.</param>
public sealed record OrderedSeals(IReadOnlyList<OrderedSeal> Pictures, bool UsesSamples)
{
    /// <summary>Not sealed: only the places are kept.</summary>
    public static OrderedSeals None { get; } = new([], false);
}

/// <summary>One seal or stamp with its PNG.</summary>
public sealed record OrderedSeal(string Name, bool IsStamp, byte[] Png, double Width, double Height);
