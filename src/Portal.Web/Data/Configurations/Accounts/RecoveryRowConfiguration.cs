using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class RecoveryRowConfiguration : IEntityTypeConfiguration<RecoveryRow>
{
    public void Configure(EntityTypeBuilder<RecoveryRow> builder)
    {
        builder.ToTable("Recoveries");
        builder.HasKey(row => new { row.TenantId, row.UserId });
        builder.HasOne<PortalUser>().WithOne().HasForeignKey<RecoveryRow>(row => new { row.TenantId, row.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
