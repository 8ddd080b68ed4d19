using Microsoft.AspNetCore.Mvc;

namespace DocFlow.Host.Features;

/// <summary>Describes to OpenAPI how routes refuse: always problem+json with one Chinese line as its title.</summary>
internal static class ApiResults
{
    private const string ProblemType = "application/problem+json";

    /// <summary>Not signed in, and not allowed.</summary>
    public static TBuilder Guarded<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden);

    /// <summary>Further statuses that the route can answer with.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder builder, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata([.. statuses.Select(status => new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), [ProblemType]))]);
}
