using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.SecondFactors;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Tenants;

/// <summary>What a change of policies does to those who are there.</summary>
/// <param name="Kind">A word of the page.</param>
/// <param name="Count">Null where it cannot be counted.</param>
public sealed record ProfileEffect(string Kind, int? Count = null);

/// <summary>
/// Counts, in the database and by the same conditions as sign-in and sessions, for whom a change of policies changes
/// something (ADMIN-3). The caller is inside the tenant.
/// </summary>
public sealed class ProfileEffects(PortalDbContext db, TimeProvider clock)
{
    private static readonly string[] AgeOnly = ["password.maximumAgeDays", "password.warningDays"];

    public async Task<IReadOnlyList<ProfileEffect>> OfAsync(TenantProfile before, TenantProfile after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var now = clock.GetUtcNow();
        var changed = ProfileComparison.Between(before, after).Select(change => change.Path).ToList();
        var effects = new List<ProfileEffect>();
        if (changed.Contains("password.maximumAgeDays"))
        {
            effects.Add(await AgeAsync(before.Password, after.Password, now));
        }

        if (changed.Exists(path => path.StartsWith("password.", StringComparison.Ordinal) && !AgeOnly.Contains(path)))
        {
            effects.Add(new("PasswordRules"));
        }

        if (changed.Exists(path => path.StartsWith("lockout.", StringComparison.Ordinal)))
        {
            effects.Add(new("LocksStay", await db.Users.CountAsync(LockedAccounts.Locked(new Moment(now)))));
        }

        effects.AddRange(await SessionsAsync(before.Session, after.Session, now));
        if (changed.Exists(path => path.StartsWith("secondFactor.", StringComparison.Ordinal)))
        {
            effects.Add(new("FactorsAsked"));
            effects.AddRange(await FactorsAsync(after.SecondFactor));
        }

        if (changed.Contains("recovery.method"))
        {
            effects.Add(await RecoveryAsync(after.Recovery!));
        }

        // What was granted stays, and can be taken back.
        if (GrantsMemberships(before) && !GrantsMemberships(after))
        {
            effects.Add(new("MembershipsStay", await db.Memberships.CountAsync()));
        }

        return effects;
    }

    private static bool GrantsMemberships(TenantProfile profile) =>
        profile.Operators?.Acts?.Contains(DelegatedAct.GrantMembership) == true;

    /// <summary>
    /// Who cannot get back in alone: by either way who has no address, by keyword who has no keyword, too.
    /// </summary>
    private async Task<ProfileEffect> RecoveryAsync(RecoveryProfile recovery)
    {
        var users = db.Users.Where(user => user.DisabledAt == null);
        return recovery.Method == RecoveryProfile.ByKeyword
            ? new("NoKeyword", await users.CountAsync(user => user.Email == null || user.KeywordHash == null))
            : new("NoAddress", await users.CountAsync(user => user.Email == null));
    }

    /// <summary>Of whom one is demanded: who has none yet, and who cannot even set one up.</summary>
    private async Task<List<ProfileEffect>> FactorsAsync(SecondFactorProfile factor)
    {
        if (factor.Mode is not (SecondFactorMode.Required or SecondFactorMode.RequiredForManagers))
        {
            return [];
        }

        var everybody = factor.Mode == SecondFactorMode.Required;
        bool Accepts(string method) => factor.Methods?.Contains(method) ?? false;
        var (app, passkey, mail) = (Accepts("app"), Accepts("passkey"), Accepts("emailCode"));
        var lacking = db.Users.Where(user => user.DisabledAt == null
            && (everybody || user.Role != AccountRole.Member || user.MustHaveSecondFactor)
            && !(mail && user.Email != null)
            && !(app && db.AuthenticatorApps.Any(row => row.UserId == user.Id && row.ConfirmedAt != null))
            && !(passkey && db.Passkeys.Any(row => row.UserId == user.Id)));
        return [new(app || passkey ? "FactorsToSetUp" : "FactorsImpossible", await lacking.CountAsync())];
    }

    private async Task<ProfileEffect> AgeAsync(PasswordProfile before, PasswordProfile after, DateTimeOffset now)
    {
        var (former, later) = (SetBefore(before, now), SetBefore(after, now));
        var users = db.Users.Where(user => user.PasswordHash != null && user.PasswordChangedAt != null && !user.MustChangePassword);
        return later > former
            ? new("PasswordsExpire", await users.CountAsync(user => user.PasswordChangedAt <= later && user.PasswordChangedAt > former))
            : new("PasswordsStay", await users.CountAsync(user => user.PasswordChangedAt <= former && user.PasswordChangedAt > later));
    }

    /// <summary>What was set then or earlier is too old.</summary>
    private static DateTimeOffset SetBefore(PasswordProfile password, DateTimeOffset now) =>
        password.MaximumAgeDays is { } days && days < (now - DateTimeOffset.UnixEpoch).TotalDays
            ? now.AddDays(-days)
            : DateTimeOffset.UnixEpoch;

    private async Task<List<ProfileEffect>> SessionsAsync(SessionProfile before, SessionProfile after, DateTimeOffset now)
    {
        var effects = new List<ProfileEffect>();
        var (formerIdle, laterIdle) = (now.AddMinutes(-before.IdleMinutes), now.AddMinutes(-after.IdleMinutes));
        var live = db.Sessions.Where(row => row.EndedAt == null && row.ExpiresAt > now && row.LastSeenAt >= formerIdle);
        if (after.IdleMinutes < before.IdleMinutes)
        {
            effects.Add(new("SessionsEnd", await live.CountAsync(row => row.LastSeenAt < laterIdle)));
        }

        if (after.AbsoluteHours != before.AbsoluteHours)
        {
            effects.Add(new("SessionsKeepEnd", await live.CountAsync()));
        }

        return effects;
    }
}
