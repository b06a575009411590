using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class OrderDocumentConfiguration : IEntityTypeConfiguration<OrderDocument>
{
    public void Configure(EntityTypeBuilder<OrderDocument> builder)
    {
        builder.ToTable("OrderDocuments");
        builder.HasKey(row => new { row.TenantId, row.OrderId, row.Language });
        builder.Property(row => row.Language).HasMaxLength(8);
        builder.Property(row => row.Content).HasMaxLength(-1);
        builder.HasOne<RentalOrder>().WithMany().HasForeignKey(row => new { row.TenantId, row.OrderId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
