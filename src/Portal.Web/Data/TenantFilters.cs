using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
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

    /// <exception cref="InvalidOperationException">A table of a tenant would be read without the condition.</exception>
    public static void Require(IReadOnlyModel model)
    {
        if (model.GetEntityTypes().FirstOrDefault(entity =>
            Confines(entity.ClrType) && entity.FindDeclaredQueryFilter(PortalDbContext.TenantFilter) is null) is { } open)
        {
            throw new InvalidOperationException($"{open.Name} would be read without the filter of its tenant.");
        }
    }
}
