using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Orders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class RentalItemConfiguration : IEntityTypeConfiguration<RentalItem>
{
    public void Configure(EntityTypeBuilder<RentalItem> builder)
    {
        builder.ToTable("RentalItems");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.Code).IsKeyText(OrderLimits.ItemCode);
        builder.Property(row => row.Text).HasMaxLength(2000);
        builder.Property(row => row.TextEn).HasMaxLength(2000);
        builder.Property(row => row.SearchKey).HasMaxLength(-1);

        // The former release does not name them.
        builder.Property(row => row.Version).HasDefaultValue(0);
        builder.Property(row => row.ChangedAt).HasDefaultValue(DateTimeOffset.UnixEpoch);
        builder.HasIndex(row => new { row.TenantId, row.Code }).IsUnique();
        builder.HasIndex(row => new { row.TenantId, row.Category, row.Position });
    }
}
