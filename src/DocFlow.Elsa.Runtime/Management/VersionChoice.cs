using System.Globalization;

namespace DocFlow.Elsa.Runtime.Management;

/// <summary>Which versions of a definition are meant: Elsa's version options.</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="Number">The number, for <see cref="VersionKind.Number"/>.</param>
public readonly record struct VersionChoice(VersionKind Kind, int Number = 0)
{
    public static VersionChoice Latest { get; } = new(VersionKind.Latest);

    public static VersionChoice Published { get; } = new(VersionKind.Published);

    /// <summary>Reads “Latest”, “Published”, a number …; upper or lower case.</summary>
    /// <returns>Null for an unknown word.</returns>
    public static VersionChoice? Parse(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new VersionChoice(VersionKind.Number, number);
        // Numbers with a sign would be read as the words' places.
        return text.All(char.IsAsciiLetter) && Enum.TryParse<VersionKind>(text, ignoreCase: true, out var kind) && kind != VersionKind.Number ? new VersionChoice(kind) : null;
    }
}
