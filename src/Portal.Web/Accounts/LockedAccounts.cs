using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

public static class LockedAccounts
{
    /// <summary>What LockoutRules.IsLocked says, as a condition that the database evaluates.</summary>
    public static IQueryable<PortalUser> WhereLocked(this IQueryable<PortalUser> users, DateTimeOffset now) => users.Where(user =>
        user.SignIn!.LockedSince != null
        && (user.SignIn.VoidedAt != null
            || (user.SignIn.StrangerLockedAt != null && (user.SignIn.StrangerLockedUntil == null || user.SignIn.StrangerLockedUntil > now))
            || (user.SignIn.KnownLockedAt != null && (user.SignIn.KnownLockedUntil == null || user.SignIn.KnownLockedUntil > now))));
}
