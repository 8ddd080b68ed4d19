namespace DocFlow.Documents.Typesetting.Fonts;

/// <summary>A face that draws text: a font file's bytes and what it calls itself.</summary>
/// <param name="Key">Unique in a font set: path and index.</param>
/// <param name="FamilyName">The family in the font's own name table.</param>
/// <param name="PostScriptName">The name that PDF writes.</param>
/// <param name="FilePath">Where the file is.</param>
/// <param name="Index">The face in a collection (.ttc), from 0.</param>
public sealed record FontFace(string Key, string FamilyName, string PostScriptName, string FilePath, int Index)
{
    public bool Equals(FontFace? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
