using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class RentalItemConfiguration : IEntityTypeConfiguration<RentalItem>
{
    public void Configure(EntityTypeBuilder<RentalItem> builder)
    {
        builder.ToTable("RentalItems");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.Code).IsKeyText(20);
        builder.Property(row => row.Text).HasMaxLength(2000);
        builder.Property(row => row.TextEn).HasMaxLength(2000);
        builder.Property(row => row.SearchKey).HasMaxLength(-1);
        builder.HasIndex(row => new { row.TenantId, row.Code }).IsUnique();
        builder.HasIndex(row => new { row.TenantId, row.Category, row.Position });
    }
}
