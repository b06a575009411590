using Microsoft.EntityFrameworkCore;
using Portal.Rules.Contracts;
using Portal.Rules.Delegation;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Contracts;

/// <summary>Who signs in first for a contract, and how that one comes by a password (ADMIN-4).</summary>
public sealed class FirstUsers(PortalDbContext db, AccountLocks locks, TemporaryPasswordService passwords)
{
    public static FirstPasswordWay WayIn(PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return FirstPasswordRules.Of(FirstDoor(tenant).Identifier.Kind == IdentifierKind.PhoneNumber,
            tenant.Profile.Operators is { FirstPassword: FirstPassword.Invitation });
    }

    public static DoorProfile FirstDoor(PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return tenant.Profile.Doors[0];
    }

    /// <summary>Those of a contract who look after the others, or everybody where nobody does.</summary>
    public static AccountRole RoleIn(PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return tenant.Profile.Operators is { EveryUser: false } ? AccountRole.Manager : AccountRole.Member;
    }

    /// <summary>What IDs at the first door look like; null where the profile says nothing of them.</summary>
    public static string? IdFormat(PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return tenant.Profile.Operators is { } operators && operators.Door == FirstDoor(tenant).Key ? operators.IdFormat : null;
    }

    /// <summary>A contract has one administrator ID, which managers of several link (LINK-2).</summary>
    public static bool HasOneManager(PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return RoleIn(tenant) == AccountRole.Manager && tenant.Profile.LinkedAdministrators?.AdministratorDoor == FirstDoor(tenant).Key;
    }

    /// <summary>Inside the tenant; null where the contract has nobody at the first door.</summary>
    public Task<PortalUser?> FindAsync(PortalTenant tenant, Guid contractId)
    {
        var (door, role) = (FirstDoor(tenant).Key, RoleIn(tenant));
        return db.Users.AsNoTracking().Where(row => row.ContractId == contractId && row.Door == door && row.Role == role)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).FirstOrDefaultAsync();
    }

    /// <summary>Numbers that sign in where they do so at the first door, the main one first.</summary>
    public Task<List<LineNumber>> NumbersAsync(Guid contractId) => db.LineNumbers.AsNoTracking()
        .Where(row => row.ContractId == contractId).OrderBy(row => row.Order).Take(ContractLimits.Numbers).ToListAsync();

    /// <summary>The temporary password that is current, if any.</summary>
    public Task<Guid?> CurrentAsync(Guid userId) =>
        db.TemporaryPasswords.Where(row => row.UserId == userId && row.EndedAt == null).Select(row => (Guid?)row.Id).SingleOrDefaultAsync();

    /// <summary>Made under the tenant's rules, before any transaction.</summary>
    public Task<PreparedPassword> PrepareAsync(PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return passwords.PrepareAsync(tenant.Passwords);
    }

    /// <summary>Another first password, for a letter that is printed again.</summary>
    /// <returns>Null where the current one is not the former any more: a colleague has just issued one and printed it
    /// (TR-18).</returns>
    public async Task<IssueOutcome.Issued?> IssueAsync(Guid userId, PreparedPassword prepared, Guid? former, string reason)
    {
        await locks.SignInAsync(userId);
        return await CurrentAsync(userId) == former
            ? await passwords.IssueAsync(userId, prepared, TemporaryPasswordOrigin.Staff, reason)
            : null;
    }
}
