using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.SecondFactors;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Tenants;

/// <summary>What a change of policies does to those who are there.</summary>
/// <param name="Kind">A word of the page.</param>
/// <param name="Count">Null where it cannot be counted; more than <see cref="Most"/> says that there are more.</param>
public sealed record ProfileEffect(string Kind, int? Count = null)
{
    /// <summary>A log is not counted further than this.</summary>
    public const int Most = 10_000;
}

/// <summary>
/// Counts, in the database and by the same conditions as sign-in and sessions, for whom a change of policies changes
/// something (ADMIN-3). The caller is inside the tenant.
/// </summary>
public sealed class ProfileEffects(PortalDbContext db, LastManager lastManager, TimeProvider clock)
{
    private static readonly string[] AgeOnly = ["password.maximumAgeDays", "password.warningDays"];

    /// <summary>Nothing is said of what happens to nobody.</summary>
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
            effects.AddRange(Locks(before.Lockout, after.Lockout, await db.Users.CountAsync(LockedAccounts.Locked(new Moment(now)))));
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

        if (after.HistoryDays < before.HistoryDays)
        {
            effects.AddRange(await RecordsAsync(now.AddDays(-after.HistoryDays)));
        }

        if (changed.Contains("operators.dormantDays") || changed.Contains("operators.disableDormant"))
        {
            effects.AddRange(await DormantAsync(after.Operators, now));
        }

        // What was granted stays, and can be taken back.
        if (GrantsMemberships(before) && !GrantsMemberships(after))
        {
            effects.Add(new("MembershipsStay", await db.Memberships.CountAsync()));
        }

        return [.. effects.Where(effect => effect.Count != 0)];
    }

    /// <summary>Of those who are locked now; how they get in again is asked of the policy in force then.</summary>
    private static IEnumerable<ProfileEffect> Locks(LockoutProfile before, LockoutProfile after, int locked)
    {
        yield return new("LocksStay", locked);
        foreach (var who in (before.ReleasedBy ?? []).Except(after.ReleasedBy ?? []).Intersect(["staff", "manager"]))
        {
            yield return new(who == "staff" ? "StaffReleaseNoMore" : "ManagersReleaseNoMore", locked);
        }
    }

    /// <summary>What is too old for the shorter time: shown no more at once, and removed by a round (HIST-5).</summary>
    private async Task<List<ProfileEffect>> RecordsAsync(DateTimeOffset kept) =>
    [
        new("RecordsGo", await db.AuditEvents.Where(row => row.OccurredAt < kept).Take(ProfileEffect.Most + 1).CountAsync()),
        new("MessagesGo", await db.Outbox.Where(row => row.CreatedAt < kept && !OutboxStates.Owed.Contains(row.State))
            .Take(ProfileEffect.Most + 1).CountAsync()),
    ];

    /// <summary>Whom the next round tells, and whom it told long ago and now disables (OPER-7).</summary>
    private async Task<List<ProfileEffect>> DormantAsync(OperatorsProfile? operators, DateTimeOffset now)
    {
        if (operators?.DormantDays is not { } days)
        {
            return [];
        }

        var untold = await DormantAccounts.Untold(db.Users, now, days).CountAsync();
        return operators.DisableDormant
            ? [new("DormantToldFirst", untold),
                new("DormantDisabled", await lastManager.Without(DormantAccounts.ForGood(db.Users, now)).CountAsync())]
            : [new("DormantTold", untold)];
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

        if (after.PerAccount < before.PerAccount)
        {
            effects.Add(new("SessionsTooMany", await live.GroupBy(row => row.UserId).CountAsync(rows => rows.Count() > after.PerAccount)));
        }

        return effects;
    }
}
