using Microsoft.AspNetCore.Identity;

namespace DocFlow.Persistence;

/// <summary>An account; the person behind it is the office's.</summary>
public sealed class DocFlowUser : IdentityUser
{
    /// <summary>The person who signs in with it; null for an account that isn't a person of the office (administrators).</summary>
    public string? PersonId { get; set; }
}
