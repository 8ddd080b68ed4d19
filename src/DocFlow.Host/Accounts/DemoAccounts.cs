using System.Security.Claims;
using DocFlow.Office;
using DocFlow.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Host.Accounts;

/// <summary>Accounts of the demo office and its administrators, in Development only; the sign-in page shows their password there.</summary>
internal sealed class DemoAccounts(UserManager<DocFlowUser> users, IOfficeData data)
{
    public const string Password = "Yunhe-2026!";

    private static readonly (string Login, string Duty)[] Administrators =
    [
        ("sysadmin", Permissions.SystemAdministrator), ("secadmin", Permissions.SecurityAdministrator), ("auditor", Permissions.Auditor), ("designer", Permissions.Designer),
    ];

    /// <summary>罗予 of 综合科 designs procedures (流程设计员).</summary>
    public const string DesigningPerson = "luoyu";

    // One for all: hashing is slow on purpose, and everybody may know this password.
    private string? _hash;

    /// <summary>Creates those that are absent, so that a start that was cut short is made whole by the next.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        var known = await users.Users.Select(user => user.UserName).ToListAsync(cancellationToken);
        foreach (var person in await data.People.AsNoTracking().ToListAsync(cancellationToken))
        {
            if (!known.Contains(person.Login))
                await CreateAsync(new DocFlowUser { UserName = person.Login, PersonId = person.Id });
        }

        if (await users.FindByNameAsync(DesigningPerson) is { } designer && (await users.GetClaimsAsync(designer)).All(claim => claim.Type != Permissions.AdministratorClaim))
            Require(await users.AddClaimAsync(designer, new Claim(Permissions.AdministratorClaim, Permissions.Designer)));

        foreach (var (login, duty) in Administrators)
        {
            if (known.Contains(login))
                continue;
            var user = new DocFlowUser { UserName = login };
            await CreateAsync(user);
            Require(await users.AddClaimAsync(user, new Claim(Permissions.AdministratorClaim, duty)));
        }
    }

    private async Task CreateAsync(DocFlowUser user)
    {
        user.PasswordHash = _hash ??= users.PasswordHasher.HashPassword(user, Password);
        Require(await users.CreateAsync(user));
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
    }
}
