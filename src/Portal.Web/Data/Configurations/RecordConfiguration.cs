using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public const string Table = "AuditEvents";

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
        builder.HasIndex(row => new { row.TenantId, row.OccurredAt });
        builder.HasIndex(row => new { row.TenantId, row.SubjectId, row.OccurredAt });
        builder.HasIndex(row => new { row.TenantId, row.ContractId, row.OccurredAt });
        builder.HasIndex(row => new { row.TenantId, row.Kind, row.OccurredAt });

        // What the staff searches by (ADMIN-7); without them a rare value would cost a walk through the whole log (PERF-3).
        builder.HasIndex(row => new { row.TenantId, row.SubjectName, row.OccurredAt });
        builder.HasIndex(row => new { row.TenantId, row.ActorName, row.OccurredAt });
        builder.HasIndex(row => new { row.TenantId, row.Address, row.OccurredAt });
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    private const string Owed = "\"State\" IN ('Waiting', 'Sending')";

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("Outbox");
        builder.HasKey(message => new { message.TenantId, message.Id });
        builder.Property(message => message.BusinessKey).IsKeyText(200);
        builder.Property(message => message.Subject).HasMaxLength(400);
        builder.Property(message => message.LastError).HasMaxLength(1000);
        builder.HasIndex(message => new { message.TenantId, message.BusinessKey }).IsUnique();

        // What is sent stays for the record; these hold what is owed, so that a look at it costs the same for ever (OB-06).
        builder.HasIndex(message => new { message.NextTryAt, message.Id }, "IX_Outbox_Owed").HasFilter(Owed);
        builder.HasIndex(message => new { message.NextTryAt, message.Id }, "IX_Outbox_Owed_Urgent").HasFilter(Owed + " AND \"ValidUntil\" IS NOT NULL");
        builder.HasIndex(message => new { message.TenantId, message.Recipient, message.CreatedAt, message.Id }, "IX_Outbox_Owed_Recipient").HasFilter(Owed);
        builder.HasIndex(message => new { message.TenantId, message.CreatedAt });
    }
}

internal sealed class CaughtMailConfiguration : IEntityTypeConfiguration<CaughtMail>
{
    public void Configure(EntityTypeBuilder<CaughtMail> builder)
    {
        builder.ToTable("CaughtMails");
        builder.HasKey(mail => mail.Id);
        builder.Property(mail => mail.Subject).HasMaxLength(400);
        builder.Property(mail => mail.Text).HasMaxLength(-1);
        builder.Property(mail => mail.Html).HasMaxLength(-1);
        builder.HasIndex(mail => mail.SentAt);
        builder.HasIndex(mail => mail.MessageId).IsUnique();
    }
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("DataProtectionKeys");
        builder.HasKey(key => key.Id);
        builder.Property(key => key.Xml).HasMaxLength(-1);
        builder.HasIndex(key => key.FriendlyName).IsUnique();
    }
}

internal sealed class FormUseConfiguration : IEntityTypeConfiguration<FormUse>
{
    public void Configure(EntityTypeBuilder<FormUse> builder)
    {
        builder.ToTable("FormUses");
        builder.HasKey(use => new { use.TenantId, use.UserId, use.FormId });
        builder.Property(use => use.Location).HasMaxLength(2048);
        builder.HasIndex(use => new { use.TenantId, use.UsedAt });
    }
}

internal sealed class FormAnswerConfiguration : IEntityTypeConfiguration<FormAnswer>
{
    public void Configure(EntityTypeBuilder<FormAnswer> builder)
    {
        builder.ToTable("FormAnswers");
        builder.HasKey(answer => new { answer.TenantId, answer.Key });
        builder.Property(answer => answer.Key).HasMaxLength(32);
        builder.Property(answer => answer.SessionBefore).HasMaxLength(32);
        builder.Property(answer => answer.SessionAfter).HasMaxLength(32);
        builder.Property(answer => answer.Location).HasMaxLength(2048);
        builder.HasIndex(answer => new { answer.TenantId, answer.KeepUntil });
    }
}

internal sealed class FormDraftConfiguration : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> builder)
    {
        builder.ToTable("FormDrafts");
        builder.HasKey(draft => new { draft.TenantId, draft.Id });
        builder.Property(draft => draft.TokenHash).HasMaxLength(32);
        builder.Property(draft => draft.Path).HasMaxLength(2048);
        builder.HasIndex(draft => new { draft.TenantId, draft.TokenHash }).IsUnique();
        builder.HasIndex(draft => new { draft.TenantId, draft.ExpiresAt });
    }
}
