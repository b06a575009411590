using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Tenancy;

namespace Portal.Web.Accounts;

/// <summary>
/// The answer "this ID cannot be used" tells that an ID exists somewhere in the tenant. That cannot be avoided where IDs are
/// chosen, so each such answer is recorded, and one account gets few of them an hour (EN-06).
/// </summary>
public sealed class LoginIdProbes(PortalDbContext db, AuditLog audit, AuditActor actor, CurrentTenant tenant, TimeProvider clock)
{
    public const int PerHour = 10;

    public async Task<int> LeftAsync()
    {
        var sinceAnHour = clock.GetUtcNow().AddHours(-1);
        return Math.Max(0, PerHour - await db.AuditEvents.CountAsync(row => row.Kind == AuditKinds.LoginIdProbed && row.ActorId == actor.Id && row.OccurredAt > sinceAnHour));
    }

    public async Task<bool> IsTakenAsync(NewAccount account)
    {
        var key = Key(account);
        return await db.Users.AnyAsync(row => row.Door == account.Door && row.NormalizedUserName == key);
    }

    /// <summary>Which of the IDs exist, with the contract they belong to.</summary>
    public async Task<IReadOnlyDictionary<string, Guid?>> FindAsync(IReadOnlyList<NewAccount> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var door = accounts.Select(account => account.Door).Distinct().Single();
        var keys = accounts.Select(Key).ToArray();
        return await db.Users.Where(row => row.Door == door && keys.Contains(row.NormalizedUserName)).ToDictionaryAsync(row => row.NormalizedUserName!, row => row.ContractId);
    }

    public string Key(NewAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return LoginKeys.For(tenant.Value.Door(account.Door), account.LoginId, account.Email);
    }

    public void Record(string loginId, Guid contractId) => audit.Record(AuditKinds.LoginIdProbed, new AuditSubject(null, loginId, contractId));
}
