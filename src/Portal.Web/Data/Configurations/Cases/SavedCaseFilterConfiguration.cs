using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Cases;
using Portal.Rules.Cases.Filters;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class SavedCaseFilterConfiguration : IEntityTypeConfiguration<SavedCaseFilter>
{
    public void Configure(EntityTypeBuilder<SavedCaseFilter> builder)
    {
        builder.ToTable("SavedCaseFilters");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.Name).HasMaxLength(2 * CaseLimits.FilterName);

        // The conditions, and beside them a keyword, an order and a preset.
        builder.Property(row => row.Query).HasMaxLength(CaseConditions.LongestAddress + 1500);
        builder.HasIndex(row => new { row.TenantId, row.ContractId });
        builder.HasOne<Contract>().WithMany().HasForeignKey(row => new { row.TenantId, row.ContractId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(row => row.Owner).WithMany().HasForeignKey(row => new { row.TenantId, row.OwnerId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
