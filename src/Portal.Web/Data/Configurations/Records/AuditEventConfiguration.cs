using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public const string Table = "AuditEvents";

    // Before any portal: what a row without its own moment counts as.
    private static readonly DateTimeOffset BeforeTheChain = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.ToTable(Table);

        // No foreign keys: the log outlives what it speaks of.
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.Kind).IsKeyText(64);
        builder.Property(row => row.Browser).HasMaxLength(512);
        builder.Property(row => row.CorrelationId).HasMaxLength(64);
        builder.Property(row => row.Reason).HasMaxLength(1000);
        builder.Property(row => row.Details).HasMaxLength(-1);
        builder.Property(row => row.RecordedAt).HasDefaultValue(BeforeTheChain);
        builder.HasIndex(row => new { row.TenantId, row.OccurredAt });
        builder.HasIndex(row => new { row.TenantId, row.SubjectId, row.OccurredAt });
        builder.HasIndex(row => new { row.TenantId, row.ContractId, row.OccurredAt });
        builder.HasIndex(row => new { row.TenantId, row.Kind, row.OccurredAt });

        // What the staff searches by (ADMIN-7); without them a rare
        // value would cost a walk through the whole log (PERF-3).
        builder.HasIndex(row => new { row.TenantId, row.SubjectName, row.OccurredAt });
        builder.HasIndex(row => new { row.TenantId, row.ActorName, row.OccurredAt });
        builder.HasIndex(row => new { row.TenantId, row.Address, row.OccurredAt });

        // The order in which events are sealed.
        builder.HasIndex(row => new { row.TenantId, row.RecordedAt, row.OccurredAt, row.Id });
    }
}
