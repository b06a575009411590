using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Points;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class PointEntryConfiguration : IEntityTypeConfiguration<PointEntry>
{
    /// <summary>An entry of another kind nobody could add up.</summary>
    private static string Kinds => string.Join(", ", Enum.GetNames<PointKind>().Select(kind => $"'{kind}'"));

    public void Configure(EntityTypeBuilder<PointEntry> builder)
    {
        // What the rules decide under the lock of the contract the database holds to as well.
        builder.ToTable("PointEntries", table =>
        {
            table.HasCheckConstraint("CK_PointEntries_Amount", "\"Amount\" > 0");
            table.HasCheckConstraint("CK_PointEntries_Left", "\"Left\" >= 0");
            table.HasCheckConstraint("CK_PointEntries_Kind", $"\"Kind\" IN ({Kinds})");
        });

        // No foreign key to accounts: an entry outlives whoever made it.
        builder.HasKey(entry => new { entry.TenantId, entry.Id });
        builder.Property(entry => entry.What).HasMaxLength(2 * PointLimits.What);

        // Two that added to one ledger at once would have the same turn.
        builder.HasIndex(entry => new { entry.TenantId, entry.PeriodId, entry.Order }).IsUnique();
        builder.HasIndex(entry => new { entry.TenantId, entry.ReservationId }).IsUnique().HasFilter("\"ReservationId\" IS NOT NULL");
        builder.HasOne(entry => entry.Period).WithMany().HasForeignKey(entry => new { entry.TenantId, entry.PeriodId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
