namespace DocFlow.Office;

/// <summary>Why an act was refused.</summary>
public enum Refusal
{
    /// <summary>There is no such thing, or it must not be known.</summary>
    NotFound,

    /// <summary>This person may not do it.</summary>
    Forbidden,

    /// <summary>Somebody else was faster, or the state has moved on.</summary>
    Conflict,

    /// <summary>Something is missing or breaks a rule of the document process.</summary>
    Invalid,
}
