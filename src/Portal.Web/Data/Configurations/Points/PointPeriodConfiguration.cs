using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class PointPeriodConfiguration : IEntityTypeConfiguration<PointPeriod>
{
    public void Configure(EntityTypeBuilder<PointPeriod> builder)
    {
        builder.ToTable("PointPeriods");
        builder.HasKey(period => new { period.TenantId, period.Id });
        builder.Ignore(period => period.Span);
        builder.HasIndex(period => new { period.TenantId, period.ContractId, period.StartsOn }).IsUnique();

        // For the round that ends them.
        builder.HasIndex(period => new { period.TenantId, period.EndsOn });
        builder.HasOne(period => period.Contract).WithMany().HasForeignKey(period => new { period.TenantId, period.ContractId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
