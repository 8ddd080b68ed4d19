using System.Security.Claims;

namespace DocFlow.Host.Studio;

/// <summary>Issues short-lived tokens for the designer in a frame.</summary>
internal interface IStudioTokens
{
    /// <summary>With the person's own permissions on the workflow API.</summary>
    StudioToken Issue(ClaimsPrincipal person);

    /// <summary>For looking at one instance and nothing else.</summary>
    StudioToken IssueForInstance(ClaimsPrincipal person, string instanceId);
}
