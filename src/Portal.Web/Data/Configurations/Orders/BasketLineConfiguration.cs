using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class BasketLineConfiguration : IEntityTypeConfiguration<BasketLine>
{
    public void Configure(EntityTypeBuilder<BasketLine> builder)
    {
        builder.ToTable("BasketLines");
        builder.HasKey(row => new { row.TenantId, row.UserId, row.ItemId });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(row => new { row.TenantId, row.UserId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(row => row.Item).WithMany().HasForeignKey(row => new { row.TenantId, row.ItemId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
