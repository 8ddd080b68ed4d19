using DocFlow.Persistence;
using Microsoft.AspNetCore.Identity;

namespace DocFlow.Host.Accounts;

/// <summary>Signs in by login and password. An unknown login takes as long and answers the same as a wrong password.</summary>
internal sealed class AccountDoor(SignInManager<DocFlowUser> manager, IPasswordHasher<DocFlowUser> hasher)
{
    public const string Refused = "用户名或密码不正确；连续输错5次将锁定5分钟。";

    private static readonly DocFlowUser Nobody = new();
    private static string? s_nobodysHash;

    /// <summary>Whether the person is signed in now.</summary>
    public async Task<bool> EnterAsync(string login, string password)
    {
        if (await manager.UserManager.FindByNameAsync(login) is { } user)
        {
            var result = await manager.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
            if (!result.IsLockedOut && !result.IsNotAllowed)
                return result.Succeeded;
        }

        TakeAsLong(password);
        return false;
    }

    /// <summary>The account of a login and password, without signing it in; null for a wrong one.</summary>
    public async Task<DocFlowUser?> CheckAsync(string login, string password)
    {
        if (await manager.UserManager.FindByNameAsync(login) is { } user)
        {
            var result = await manager.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
            if (!result.IsLockedOut && !result.IsNotAllowed)
                return result.Succeeded ? user : null;
        }

        TakeAsLong(password);
        return null;
    }

    private void TakeAsLong(string password)
    {
        s_nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        hasher.VerifyHashedPassword(Nobody, s_nobodysHash, password);
    }
}
