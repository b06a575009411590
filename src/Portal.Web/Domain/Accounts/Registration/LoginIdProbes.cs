using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Registration;

/// <summary>
/// Which IDs exist already, asked by who chooses one; what is told of it is counted by <see cref="TakenAnswers"/>
/// (EN-06).
/// </summary>
public sealed class LoginIdProbes(PortalDbContext db, TakenAnswers answers, CurrentTenant tenant)
{
    public Task<int> LeftAsync() => answers.LeftAsync();

    public async Task<bool> IsTakenAsync(NewAccount account)
    {
        var key = Key(account);
        return await db.Users.AnyAsync(row => row.Door == account.Door && row.NormalizedUserName == key);
    }

    /// <summary>That an ID of one's own contract exists is no secret, and asking for it no guess.</summary>
    public async Task<bool> IsOwnAsync(NewAccount account)
    {
        var key = Key(account);
        return await db.Users.AnyAsync(
            row => row.Door == account.Door && row.NormalizedUserName == key && row.ContractId == account.ContractId);
    }

    /// <summary>
    /// The first of some IDs that nobody has. To pass over one of another contract tells that it exists, so that is
    /// recorded as a guess; who has guessed too often learns nothing more.
    /// </summary>
    public async Task<string> FreeAsync(string door, Guid contractId, IReadOnlyList<string> loginIds)
    {
        ArgumentNullException.ThrowIfNull(loginIds);
        var keys = loginIds.ToDictionary(id => id, id => LoginKeys.For(tenant.Value.Door(door), id));
        var owners = await db.Users.Where(row => row.Door == door && keys.Values.Contains(row.NormalizedUserName))
            .ToDictionaryAsync(row => row.NormalizedUserName!, row => row.ContractId);
        var left = owners.Values.All(owner => owner == contractId) ? 0 : await LeftAsync();
        foreach (var id in loginIds)
        {
            var taken = owners.TryGetValue(keys[id], out var owner);
            if (!taken || (owner != contractId && left-- == 0))
            {
                return id;
            }

            if (owner != contractId)
            {
                Record(id, contractId);
            }
        }

        return loginIds[^1];
    }

    /// <summary>Which of the IDs exist, with the contract they belong to.</summary>
    public async Task<IReadOnlyDictionary<string, Guid?>> FindAsync(IReadOnlyList<NewAccount> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var door = accounts.Select(account => account.Door).Distinct().Single();
        var keys = accounts.Select(Key).ToArray();
        return await db.Users.Where(row => row.Door == door && keys.Contains(row.NormalizedUserName))
            .ToDictionaryAsync(row => row.NormalizedUserName!, row => row.ContractId);
    }

    public string Key(NewAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return LoginKeys.For(tenant.Value.Door(account.Door), account.LoginId, account.Email);
    }

    public void Record(string loginId, Guid contractId) => answers.Record(loginId, contractId);
}
