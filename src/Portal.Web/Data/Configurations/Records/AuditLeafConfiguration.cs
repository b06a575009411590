using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class AuditLeafConfiguration : IEntityTypeConfiguration<AuditLeaf>
{
    public void Configure(EntityTypeBuilder<AuditLeaf> builder)
    {
        builder.ToTable("AuditLeaves");

        // No foreign key: what was removed by somebody's hand must stay known.
        builder.HasKey(row => new { row.TenantId, row.Place });
        builder.Property(row => row.Mark).HasMaxLength(EventMark.Length);
        builder.HasIndex(row => new { row.TenantId, row.EventId }).IsUnique();
    }
}
