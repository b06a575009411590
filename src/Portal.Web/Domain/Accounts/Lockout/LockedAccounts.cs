using System.Linq.Expressions;
using Portal.Rules.Lockout;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Accounts.Lockout;

/// <summary>
/// <see cref="LockFacts"/> as expressions that the database evaluates; a test holds the two to each other.
/// </summary>
public static class LockedAccounts
{
    /// <summary>True where <see cref="LockFacts.Of"/> finds something.</summary>
    public static Expression<Func<PortalUser, bool>> Locked(Moment at) => user =>

        // The computed column has an index; the rest says whether what it counts still holds.
        user.SignIn!.LockedSince != null
        && (user.SignIn.VoidedAt != null
            || (user.SignIn.StrangerLockedAt != null
                && (user.SignIn.StrangerLockedUntil == null || user.SignIn.StrangerLockedUntil > at.Now))
            || (user.SignIn.KnownLockedAt != null && (user.SignIn.KnownLockedUntil == null || user.SignIn.KnownLockedUntil > at.Now)));

    /// <summary><see cref="LockFacts.Since"/>; null where nothing is locked.</summary>
    public static Expression<Func<PortalUser, DateTimeOffset?>> Since(Moment at) => user =>
        user.SignIn!.VoidedAt != null ? user.SignIn.VoidedAt
        : user.SignIn.StrangerLockedAt != null && (user.SignIn.StrangerLockedUntil == null || user.SignIn.StrangerLockedUntil > at.Now)
            ? user.SignIn.KnownLockedAt < user.SignIn.StrangerLockedAt
                    && (user.SignIn.KnownLockedUntil == null || user.SignIn.KnownLockedUntil > at.Now)
                ? user.SignIn.KnownLockedAt
                : user.SignIn.StrangerLockedAt
        : user.SignIn.KnownLockedUntil == null || user.SignIn.KnownLockedUntil > at.Now ? user.SignIn.KnownLockedAt
        : null;

    /// <summary><see cref="LockFacts.Until"/>; null also where nothing is locked.</summary>
    public static Expression<Func<PortalUser, DateTimeOffset?>> Until(Moment at) => user =>
        user.SignIn!.VoidedAt != null
        || (user.SignIn.StrangerLockedAt != null && user.SignIn.StrangerLockedUntil == null)
        || (user.SignIn.KnownLockedAt != null && user.SignIn.KnownLockedUntil == null) ? null
        : user.SignIn.StrangerLockedUntil > at.Now
                && (user.SignIn.KnownLockedUntil == null || user.SignIn.StrangerLockedUntil > user.SignIn.KnownLockedUntil)
            ? user.SignIn.StrangerLockedUntil
        : user.SignIn.KnownLockedUntil > at.Now ? user.SignIn.KnownLockedUntil
        : null;
}
