using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class AuditSealConfiguration : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable("AuditSeals");
        builder.HasKey(row => new { row.TenantId, row.Number });
        builder.Property(row => row.Previous).HasMaxLength(EventMark.Length);
        builder.Property(row => row.Root).HasMaxLength(EventMark.Length);
        builder.Property(row => row.Hash).HasMaxLength(EventMark.Length);

        // Two that sealed at once would have the same turn.
        builder.HasIndex(row => new { row.TenantId, row.FirstPlace }).IsUnique();
    }
}
