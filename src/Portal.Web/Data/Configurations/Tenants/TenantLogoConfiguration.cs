using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class TenantLogoConfiguration : IEntityTypeConfiguration<TenantLogo>
{
    public void Configure(EntityTypeBuilder<TenantLogo> builder)
    {
        builder.ToTable("TenantLogos");
        builder.HasKey(row => row.TenantId);
        builder.Property(row => row.TenantId).ValueGeneratedNever();
        builder.Property(row => row.Content).HasMaxLength(-1);
        builder.HasOne<Tenant>().WithOne().HasForeignKey<TenantLogo>(row => row.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}
