using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.WorkRequests;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class WorkRequestConfiguration : IEntityTypeConfiguration<WorkRequest>
{
    public void Configure(EntityTypeBuilder<WorkRequest> builder)
    {
        builder.ToTable("WorkRequests");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.TitleJa).HasMaxLength(2 * WorkLimits.Label);
        builder.Property(row => row.TitleEn).HasMaxLength(2 * WorkLimits.Label);
        builder.Property(row => row.Answers).HasMaxLength(-1);
        builder.Property(row => row.Reason).HasMaxLength(2 * WorkLimits.Reason);
        builder.Property(row => row.SearchKey).HasMaxLength(-1);
        builder.HasIndex(row => new { row.TenantId, row.Number }).IsUnique();

        // A contract's list from its newest end, the desk's, what waits, and the way back from a case.
        builder.HasIndex(row => new { row.TenantId, row.ContractId, row.CreatedAt, row.Id });
        builder.HasIndex(row => new { row.TenantId, row.CreatedAt, row.Id });
        builder.HasIndex(row => new { row.TenantId, row.Status, row.CreatedAt });
        builder.HasIndex(row => new { row.TenantId, row.CaseId }).IsUnique().HasFilter("\"CaseId\" IS NOT NULL");

        // Points that were set aside for one request are no other's.
        builder.HasIndex(row => new { row.TenantId, row.ReservationId }).IsUnique().HasFilter("\"ReservationId\" IS NOT NULL");
        builder.HasOne(row => row.Contract).WithMany().HasForeignKey(row => new { row.TenantId, row.ContractId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(row => row.Asked).WithMany().HasForeignKey(row => new { row.TenantId, row.ItemId, row.Edition })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(row => row.Case).WithMany().HasForeignKey(row => new { row.TenantId, row.CaseId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
