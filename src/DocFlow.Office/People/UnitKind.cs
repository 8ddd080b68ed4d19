namespace DocFlow.Office.People;

/// <summary>What a unit is to the office.</summary>
public enum UnitKind
{
    /// <summary>The office itself (市委办公室).</summary>
    Office,

    /// <summary>A section within the office (科室).</summary>
    Section,

    /// <summary>The leading group (市委领导、办公室领导).</summary>
    Leadership,

    /// <summary>A department of the same level (市委部门、市直单位).</summary>
    Department,

    /// <summary>A county or district (县区).</summary>
    County,

    /// <summary>An office that meetings are held with (人大、政府、政协办公室).</summary>
    Partner,
}
