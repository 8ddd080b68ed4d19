namespace DocFlow.Office.People;

/// <summary>A person in one post, as the organisation lists them.</summary>
/// <param name="IsActing">A stand-in (B角) of the post.</param>
public sealed record OrganisationMember(string PersonId, string Name, string UnitId, string UnitName, string PostId, string PostName, bool IsActing)
{
    /// <summary>On leave now (请假、离岗).</summary>
    public bool IsAway { get; init; }

    /// <summary>Unit and post: 秘书一科科长.</summary>
    public string Shown => UnitName + PostName;
}
