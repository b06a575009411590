using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Orders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ItemPictureConfiguration : IEntityTypeConfiguration<ItemPicture>
{
    public void Configure(EntityTypeBuilder<ItemPicture> builder)
    {
        builder.ToTable("ItemPictures");
        builder.HasKey(row => new { row.TenantId, row.ItemId });
        builder.Property(row => row.Content).HasMaxLength(-1);
        builder.Property(row => row.Alt).HasMaxLength(2 * OrderLimits.PictureText);
        builder.Property(row => row.AltEn).HasMaxLength(2 * OrderLimits.PictureText);
        builder.HasOne<RentalItem>().WithOne().HasForeignKey<ItemPicture>(row => new { row.TenantId, row.ItemId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
