using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class PasskeyCeremonyConfiguration : IEntityTypeConfiguration<PasskeyCeremony>
{
    public void Configure(EntityTypeBuilder<PasskeyCeremony> builder)
    {
        builder.ToTable("PasskeyCeremonies");
        builder.HasKey(ceremony => new { ceremony.TenantId, ceremony.Id });
        builder.Property(ceremony => ceremony.TokenHash).HasMaxLength(32);
        builder.Property(ceremony => ceremony.State).HasMaxLength(-1);
        builder.HasIndex(ceremony => new { ceremony.TenantId, ceremony.TokenHash }).IsUnique();
        builder.HasIndex(ceremony => new { ceremony.TenantId, ceremony.ExpiresAt });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(ceremony => new { ceremony.TenantId, ceremony.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
