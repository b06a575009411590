using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class CaseViewerConfiguration : IEntityTypeConfiguration<CaseViewer>
{
    public void Configure(EntityTypeBuilder<CaseViewer> builder)
    {
        builder.ToTable("CaseViewers");
        builder.HasKey(viewer => new { viewer.TenantId, viewer.ContractId, viewer.UserId });
        builder.HasOne<Contract>().WithMany().HasForeignKey(viewer => new { viewer.TenantId, viewer.ContractId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(viewer => new { viewer.TenantId, viewer.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
