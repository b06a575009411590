using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class SecurityLinkConfiguration : IEntityTypeConfiguration<SecurityLink>
{
    public void Configure(EntityTypeBuilder<SecurityLink> builder)
    {
        builder.ToTable("SecurityLinks");
        builder.HasKey(link => new { link.TenantId, link.Id });
        builder.Property(link => link.TokenHash).HasMaxLength(32);
        builder.Property(link => link.SecurityStamp).HasMaxLength(64);
        builder.HasIndex(link => new { link.TenantId, link.TokenHash }).IsUnique();
        builder.HasIndex(link => new { link.TenantId, link.UserId, link.Purpose });
        builder.HasIndex(link => new { link.TenantId, link.ExpiresAt });
        builder.HasOne(link => link.User).WithMany().HasForeignKey(link => new { link.TenantId, link.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
