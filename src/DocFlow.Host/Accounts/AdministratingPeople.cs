using System.Security.Claims;
using DocFlow.Office.Repairs;
using DocFlow.Persistence;
using Microsoft.AspNetCore.Identity;

namespace DocFlow.Host.Accounts;

/// <summary>People of the office whose account administrates the system or designs procedures.</summary>
internal sealed class AdministratingPeople(UserManager<DocFlowUser> users) : IAdministrators
{
    public async Task<IReadOnlyList<string>> PersonIdsAsync(CancellationToken cancellationToken)
    {
        var people = new List<string>();
        foreach (var duty in new[] { Permissions.SystemAdministrator, Permissions.Designer })
            people.AddRange((await users.GetUsersForClaimAsync(new Claim(Permissions.AdministratorClaim, duty))).Select(user => user.PersonId).OfType<string>());
        return [.. people.Distinct()];
    }
}
