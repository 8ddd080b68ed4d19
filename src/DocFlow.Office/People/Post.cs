namespace DocFlow.Office.People;

/// <summary>A post (岗位) in a unit; persons hold it by appointment.</summary>
public sealed class Post
{
    public required string Id { get; init; }

    public required string UnitId { get; init; }

    public required string Name { get; set; }

    public PostDuties Duties { get; set; }

    public int Order { get; set; }

    public Unit? Unit { get; init; }
}
