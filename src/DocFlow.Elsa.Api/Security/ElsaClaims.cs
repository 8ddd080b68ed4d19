namespace DocFlow.Elsa.Api.Security;

/// <summary>Claims that the workflow API goes by.</summary>
public static class ElsaClaims
{
    /// <summary>A permission; several may be given.</summary>
    public const string Permission = "permissions";

    /// <summary>Binds a token to one instance: it opens what the viewer of that instance needs, and nothing else.</summary>
    public const string Instance = "docflow:instance";

    /// <summary>Grants everything.</summary>
    public const string All = "*";

    /// <summary>Grants what begins with “read:”, but for a few (<see cref="ElsaPermissions.NotInReadAll"/>).</summary>
    public const string ReadAll = "read:*";
}
