using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class CaseDigestItemConfiguration : IEntityTypeConfiguration<CaseDigestItem>
{
    public void Configure(EntityTypeBuilder<CaseDigestItem> builder)
    {
        builder.ToTable("CaseDigestItems");
        builder.HasKey(item => new { item.TenantId, item.Id });
        builder.HasIndex(item => new { item.TenantId, item.UserId, item.EventId }).IsUnique();
        builder.HasIndex(item => new { item.TenantId, item.DueAt, item.UserId });
        builder.HasOne<SupportCase>().WithMany().HasForeignKey(item => new { item.TenantId, item.CaseId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(item => new { item.TenantId, item.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
