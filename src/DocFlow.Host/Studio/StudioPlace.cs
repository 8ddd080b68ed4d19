namespace DocFlow.Host.Studio;

/// <summary>What the designer shows: the definitions or one of them, the instances or one of them.</summary>
internal static class StudioPlace
{
    public const string Definitions = "definitions";
    public const string Instances = "instances";

    /// <summary>definitions/abc</summary>
    public static string Of(string kind, string? id) => string.IsNullOrEmpty(id) ? kind : $"{kind}/{Uri.EscapeDataString(id)}";

    /// <summary>Whether a browser's message names a place; anything else is not followed.</summary>
    public static bool Is(string? place)
    {
        var parts = place?.Split('/');
        return parts is [Definitions or Instances] or [Definitions or Instances, { Length: > 0 and <= 200 }];
    }
}
