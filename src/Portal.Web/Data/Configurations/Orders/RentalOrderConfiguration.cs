using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Orders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class RentalOrderConfiguration : IEntityTypeConfiguration<RentalOrder>
{
    public void Configure(EntityTypeBuilder<RentalOrder> builder)
    {
        builder.ToTable("RentalOrders");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.ComplexProperty(row => row.Address, DeliveryAddressConfiguration.Configure);
        builder.Property(row => row.Reason).HasMaxLength(2 * OrderLimits.Reason);
        builder.Property(row => row.Remarks).HasMaxLength(2 * OrderLimits.Remarks);
        builder.Property(row => row.SearchKey).HasMaxLength(-1);

        // The former release does not name it, and rounds down where the profile says nothing.
        builder.Property(row => row.TaxRounding).HasDefaultValue(TaxRounding.Down);
        builder.Ignore(row => row.Named);
        builder.Ignore(row => row.Period);
        builder.Ignore(row => row.Total);
        builder.HasIndex(row => new { row.TenantId, row.Kind, row.Number }).IsUnique();

        // A login ID's history from its newest end, and what was made of one application.
        builder.HasIndex(row => new { row.TenantId, row.ContractId, row.CreatedAt, row.Id });
        builder.HasIndex(row => new { row.TenantId, row.BasedOn });

        // What could not be accepted, on the home page.
        builder.HasIndex(row => new { row.TenantId, row.ContractId, row.DecidedAt }, "IX_RentalOrders_Failed")
            .HasFilter($"\"Status\" = '{nameof(OrderStatus.Failed)}'");

        // The desk's: who waits longest, all.
        builder.HasIndex(row => new { row.TenantId, row.WaitingSince, row.Id }).HasFilter("\"WaitingSince\" IS NOT NULL");
        builder.HasIndex(row => new { row.TenantId, row.CreatedAt, row.Id });
        builder.HasOne(row => row.Contract).WithMany().HasForeignKey(row => new { row.TenantId, row.ContractId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RentalOrder>().WithMany().HasForeignKey(row => new { row.TenantId, row.BasedOn })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(row => row.Lines).WithOne().HasForeignKey(line => new { line.TenantId, line.OrderId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
