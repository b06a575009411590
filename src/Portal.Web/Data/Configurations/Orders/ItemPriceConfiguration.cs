using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ItemPriceConfiguration : IEntityTypeConfiguration<ItemPrice>
{
    public void Configure(EntityTypeBuilder<ItemPrice> builder)
    {
        builder.ToTable("ItemPrices", table => table.HasCheckConstraint("CK_ItemPrices_Monthly", "\"Monthly\" >= 0"));
        builder.HasKey(row => new { row.TenantId, row.ItemId, row.From });
        builder.Ignore(row => row.Dated);
        builder.HasOne(row => row.Item).WithMany().HasForeignKey(row => new { row.TenantId, row.ItemId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
