namespace DocFlow.Office.People;

/// <summary>A person of the office or of a unit that it works with.</summary>
public sealed class Person
{
    public required string Id { get; init; }

    /// <summary>The sign-in name, lower case.</summary>
    public required string Login { get; init; }

    public required string Name { get; set; }

    /// <summary>The place in lists, from 1.</summary>
    public int Order { get; set; }
}
