namespace DocFlow.Elsa.Api.Security;

/// <summary>Marks a route that the viewer of one instance needs. The route itself sees to it that it answers about that instance only.</summary>
internal sealed class ForViewers
{
    public static ForViewers Mark { get; } = new();
}
