using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Registration;

/// <summary>
/// The answer "this ID cannot be used" tells that an ID exists somewhere in the tenant. That cannot be avoided where
/// IDs are chosen, so each such answer is recorded, and one account gets few of them an hour (EN-06).
/// </summary>
public sealed class LoginIdProbes(PortalDbContext db, AuditLog audit, AuditActor actor, CurrentTenant tenant, TimeProvider clock)
{
    public const int PerHour = 10;

    public async Task<int> LeftAsync()
    {
        var sinceAnHour = clock.GetUtcNow().AddHours(-1);
        return Math.Max(0,
            PerHour - await db.AuditEvents.CountAsync(row => row.Kind == AuditKinds.LoginIdProbed && row.ActorId == actor.Id
                && row.OccurredAt > sinceAnHour));
    }

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
        var left = owners.Values.All(owner => owner == contractId) || await LeftAsync() > 0;
        foreach (var id in loginIds)
        {
            var taken = owners.TryGetValue(keys[id], out var owner);
            if (!taken || (owner != contractId && !left))
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

    public void Record(string loginId, Guid contractId) =>
        audit.Record(AuditKinds.LoginIdProbed, new AuditSubject(null, loginId, contractId));
}
