namespace DocFlow.Office.Opinions;

/// <summary>Whether an opinion was taken up.</summary>
public enum Adoption
{
    /// <summary>采纳</summary>
    Adopted,

    /// <summary>部分采纳</summary>
    Partly,

    /// <summary>不采纳</summary>
    NotAdopted,
}
