using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class CaseReadingConfiguration : IEntityTypeConfiguration<CaseReading>
{
    public void Configure(EntityTypeBuilder<CaseReading> builder)
    {
        builder.ToTable("CaseReadings");
        builder.HasKey(reading => new { reading.TenantId, reading.CaseId, reading.UserId });
        builder.HasOne<SupportCase>().WithMany().HasForeignKey(reading => new { reading.TenantId, reading.CaseId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(reading => new { reading.TenantId, reading.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
