using System.Linq.Expressions;
using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

/// <summary>The states of accounts as conditions of a query.</summary>
public static class AccountStates
{
    public static Expression<Func<PortalUser, bool>> Not(Expression<Func<PortalUser, bool>> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Expression.Lambda<Func<PortalUser, bool>>(Expression.Not(condition.Body), condition.Parameters);
    }
}
