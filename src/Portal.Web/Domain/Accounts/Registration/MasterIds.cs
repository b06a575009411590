using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Registration;

public enum MasterIdOutcome
{
    Given,

    /// <summary>The tenant has none, the account is no linked manager's, or the ID looks like an address.</summary>
    NotPossible,

    Taken,
}

/// <summary>
/// The ID that a linked manager brings from the former site: it signs in at the same door with the same password
/// (LINK-3). It is given from the command line and comes beside the login ID, which stays as it is.
/// </summary>
public sealed class MasterIds(PortalDbContext db, AccountLocks locks, AuditLog audit, CurrentTenant tenant)
{
    private const int Longest = 64;

    public async Task<MasterIdOutcome> GiveAsync(PortalUser user, string masterId)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(masterId);
        await locks.AllAsync(user);
        var key = LoginKeys.Master(masterId);
        if (tenant.Value.Profile.LinkedAdministrators is not { MasterIds: true } profile || user.Role != AccountRole.LinkedManager
            || user.Door != profile.Door || key.Length is 0 or > Longest || key.Contains('@'))
        {
            return MasterIdOutcome.NotPossible;
        }

        if (await db.Users.AnyAsync(row => row.Door == user.Door && row.MasterKey == key && row.Id != user.Id))
        {
            return MasterIdOutcome.Taken;
        }

        audit.Record(RegistrationEvents.MasterIdGiven, AuditSubject.Of(user), details: new { from = user.MasterKey, to = key });
        user.MasterKey = key;
        return MasterIdOutcome.Given;
    }
}
