using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Cases;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class CaseConfiguration : IEntityTypeConfiguration<SupportCase>
{
    public void Configure(EntityTypeBuilder<SupportCase> builder)
    {
        builder.ToTable("Cases");
        builder.HasKey(row => new { row.TenantId, row.Id });

        // By code points in PostgreSQL, by twice as many UTF-16 units in SQL Server at worst.
        builder.Property(row => row.Subject).HasMaxLength(2 * CaseLimits.Subject);

        // One sign of a font may be written out as eighteen.
        builder.Property(row => row.SubjectKey).HasMaxLength(18 * CaseLimits.Subject).HasDefaultValue("");
        builder.HasIndex(row => new { row.TenantId, row.Number }).IsUnique();
        builder.Property(row => row.OpenedBy).HasMaxLength(CaseLimits.MessageId);
        builder.HasIndex(row => new { row.TenantId, row.OpenedBy }).IsUnique().HasFilter("\"OpenedBy\" IS NOT NULL");

        // What the presets of a contract's list read: twenty rows from the end of an index, whatever lies behind them.
        builder.HasIndex(row => new { row.TenantId, row.ContractId, row.UpdatedAt, row.Id });
        builder.HasIndex(row => new { row.TenantId, row.ContractId, row.Status, row.UpdatedAt });
        builder.HasIndex(row => new { row.TenantId, row.ContractId, row.Kind, row.UpdatedAt });
        builder.HasIndex(row => new { row.TenantId, row.AuthorId, row.UpdatedAt });

        // The desk's: who waits longest, what is mine, what nobody has, all.
        builder.HasIndex(row => new { row.TenantId, row.WaitingSince, row.Id }).HasFilter("\"WaitingSince\" IS NOT NULL");
        builder.HasIndex(row => new { row.TenantId, row.DueAt, row.Id }).HasFilter("\"DueAt\" IS NOT NULL");
        builder.HasIndex(row => new { row.TenantId, row.CreatedAt, row.Id });
        builder.HasIndex(row => new { row.TenantId, row.Status, row.CreatedAt });
        builder.HasIndex(row => new { row.TenantId, row.AssigneeId, row.Status, row.UpdatedAt });
        builder.HasIndex(row => new { row.TenantId, row.UpdatedAt, row.Id });

        // What nobody has taken: a few among all that was ever asked.
        builder.HasIndex(row => new { row.TenantId, row.UpdatedAt, row.Id }, "IX_Cases_Untaken")
            .HasFilter("\"AssigneeId\" IS NULL AND \"Status\" <> 'Closed'");

        // What is left by who cannot work on it any more: of one of them.
        builder.HasIndex(row => new { row.TenantId, row.FormerAssigneeId }).HasFilter("\"FormerAssigneeId\" IS NOT NULL");

        // Solved ones that wait for their customer, for the round that closes them.
        builder.HasIndex(row => new { row.TenantId, row.ResolvedAt }).HasFilter("\"ResolvedAt\" IS NOT NULL AND \"ClosedAt\" IS NULL");
        builder.HasOne(row => row.Contract).WithMany().HasForeignKey(row => new { row.TenantId, row.ContractId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SupportCase>().WithMany().HasForeignKey(row => new { row.TenantId, row.FollowUpOf })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
