namespace DocFlow.Office.People;

/// <summary>A unit (单位、科室) of the office's world.</summary>
public sealed class Unit : IVersioned
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public UnitKind Kind { get; set; }

    public string? ParentId { get; set; }

    /// <summary>The post whose holder is in charge of the unit (分管领导); null when nobody is, or somebody of a unit above is.</summary>
    public string? LeaderPostId { get; set; }

    /// <summary>The class name that recipients are addressed by (各县（区）委办公室), null when always named in full.</summary>
    public string? RecipientClass { get; set; }

    /// <summary>The place in lists, from 1: opinions are printed in this order.</summary>
    public int Order { get; set; }

    public int Version { get; set; }
}
