using DocFlow.Office;
using DocFlow.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Host.Accounts;

/// <summary>Accounts of the demo office, in Development only; the start page shows their password there.</summary>
internal sealed class DemoAccounts(UserManager<DocFlowUser> users, IOfficeData data)
{
    public const string Password = "Yunhe-2026!";

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var person in await data.People.AsNoTracking().ToListAsync(cancellationToken))
        {
            var result = await users.CreateAsync(new DocFlowUser { UserName = person.Login, PersonId = person.Id }, Password);
            if (!result.Succeeded)
                throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
        }
    }
}
