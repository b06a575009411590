using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class RentalOrderLineConfiguration : IEntityTypeConfiguration<RentalOrderLine>
{
    public void Configure(EntityTypeBuilder<RentalOrderLine> builder)
    {
        // The acts hold the order's lock; this holds whatever else writes (CANCEL-2).
        builder.ToTable("RentalOrderLines", table => table.HasCheckConstraint("CK_RentalOrderLines_Given",
            "\"Quantity\" > 0 AND \"Cancelled\" >= 0 AND \"Held\" >= 0 AND \"Cancelled\" + \"Held\" <= \"Quantity\""));
        builder.HasKey(row => new { row.TenantId, row.OrderId, row.Position });
        builder.Property(row => row.Code).HasMaxLength(20);
        builder.Ignore(row => row.Running);
    }
}
