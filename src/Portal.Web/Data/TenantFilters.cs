using System.Linq.Expressions;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data;

/// <summary>The condition that confines the rows of a table to the tenant of the context that asks.</summary>
internal static class TenantFilters
{
    /// <summary>
    /// For a context of any model: EF puts the one that asks in the place of whatever context an expression names.
    /// </summary>
    private static readonly MemberExpression Asked =
        Expression.Property(Expression.Constant(null, typeof(PortalDbContext)), nameof(PortalDbContext.CurrentTenant));

    public static bool Confines(Type entity) => entity.IsAssignableTo(typeof(ITenantOwned));

    public static LambdaExpression Of(Type entity)
    {
        var row = Expression.Parameter(entity, "row");
        return Expression.Lambda(Expression.Equal(Expression.Property(row, nameof(ITenantOwned.TenantId)), Asked), row);
    }
}
