using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class AdministratorLinkConfiguration : IEntityTypeConfiguration<AdministratorLink>
{
    public void Configure(EntityTypeBuilder<AdministratorLink> builder)
    {
        builder.ToTable("AdministratorLinks");
        builder.HasKey(link => new { link.TenantId, link.Id });

        // Two who link at once make one link (AZ-10).
        builder.HasIndex(link => new { link.TenantId, link.ManagerId, link.AdministratorId }).IsUnique();
        builder.HasIndex(link => new { link.TenantId, link.AdministratorId });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(link => new { link.TenantId, link.ManagerId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
