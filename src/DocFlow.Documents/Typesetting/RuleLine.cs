namespace DocFlow.Documents.Typesetting;

/// <summary>A straight drawn line, in mm; <paramref name="Thickness"/> lies half on each side.</summary>
public sealed record RuleLine(RuleRole Role, double X1, double Y1, double X2, double Y2, double Thickness, Ink Ink);

/// <summary>What a drawn line is for.</summary>
public enum RuleRole
{
    /// <summary>红色分隔线 (7.2.7)</summary>
    HeadRule,

    /// <summary>A line of a letter's red double rules (10.1).</summary>
    LetterRule,

    /// <summary>A first or last line of the 版记, or one between its elements (7.4.1).</summary>
    ImprintRule,

    /// <summary>A table's line.</summary>
    TableRule,

    /// <summary>Under what was inserted (花脸稿).</summary>
    Inserted,

    /// <summary>Through what was deleted (花脸稿).</summary>
    Deleted,
}

/// <summary>The two inks of an official document (5.2.4, 6.2), and the one of a comparison's insertions.</summary>
public enum Ink
{
    Black,
    Red,
    Blue,
}
