using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ApprovalRequestConfiguration : IEntityTypeConfiguration<ApprovalRequest>
{
    private const string Waiting = "\"DecidedAt\" IS NULL";

    public void Configure(EntityTypeBuilder<ApprovalRequest> builder)
    {
        // The last word that nobody decides about their own: not even a faulty page can write such a row.
        builder.ToTable("ApprovalRequests", table => table.HasCheckConstraint("CK_ApprovalRequests_TwoPersons",
            "\"DecidedById\" IS NULL OR \"DecidedById\" <> \"RequestedById\""));
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.Act).IsKeyText(64);
        builder.Property(row => row.Key).IsKeyText();
        builder.Property(row => row.Data).HasMaxLength(-1);
        builder.Property(row => row.Reason).HasMaxLength(1000);
        builder.Property(row => row.DecisionReason).HasMaxLength(1000);
        builder.HasIndex(row => new { row.TenantId, row.Act, row.Key }).IsUnique().HasFilter(Waiting);
        builder.HasIndex(row => new { row.TenantId, row.ExpiresAt }).HasFilter(Waiting);
        builder.HasIndex(row => new { row.TenantId, row.RequestedAt, row.Id });
        builder.HasIndex(row => new { row.TenantId, row.RequestedById });
    }
}
