using System.Linq.Expressions;
using Portal.Rules.Lockout;
using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

/// <summary>The states of accounts as conditions of a query; <see cref="LockoutRules.IsLocked"/> is the same in memory.</summary>
public static class AccountStates
{
    public static Expression<Func<PortalUser, bool>> Locked(DateTimeOffset now) => user =>
        user.SignIn!.VoidedAt != null
        || (user.SignIn.StrangerLockedAt != null && (user.SignIn.StrangerLockedUntil == null || user.SignIn.StrangerLockedUntil > now))
        || (user.SignIn.KnownLockedAt != null && (user.SignIn.KnownLockedUntil == null || user.SignIn.KnownLockedUntil > now));

    public static Expression<Func<PortalUser, bool>> Not(Expression<Func<PortalUser, bool>> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Expression.Lambda<Func<PortalUser, bool>>(Expression.Not(condition.Body), condition.Parameters);
    }
}
