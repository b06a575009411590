using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Internal;

namespace Portal.Web.Data.PostgreSql.CompiledModel;

/// <summary>
/// The model as `scripts/compile-model.sh` wrote it beside this file, so that no start has to work it out, with what
/// EF leaves out of what it writes: the filters that confine rows to a tenant (ADR 0151).
/// </summary>
public partial class NpgsqlPortalDbContextModel
{
    /// <summary>EF's name for where an entity's filters are; it has no public one.</summary>
    private const string Filters = "QueryFilter";

    [SuppressMessage("Usage", "EF1001:Internal EF Core API usage", Justification = "Asked for by its public interface afterwards.")]
    partial void Customize()
    {
        foreach (var entity in ((IModel)this).GetEntityTypes().Cast<RuntimeEntityType>()
            .Where(entity => TenantFilters.Confines(entity.ClrType)))
        {
            entity.SetAnnotation(Filters, new QueryFilterCollection(
                [new RuntimeQueryFilter(PortalDbContext.TenantFilter, TenantFilters.Of(entity.ClrType))]));
        }

        TenantFilters.Require(this);
    }
}
