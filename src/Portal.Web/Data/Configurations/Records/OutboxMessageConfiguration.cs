using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    private const string Owed = "\"State\" IN ('Waiting', 'Sending')";

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("Outbox");
        builder.HasKey(message => new { message.TenantId, message.Id });
        builder.Property(message => message.Channel).HasDefaultValue(OutboxChannel.Mail);
        builder.Property(message => message.BusinessKey).IsKeyText(200);
        builder.Property(message => message.Subject).HasMaxLength(400);
        builder.Property(message => message.LastError).HasMaxLength(1000);
        builder.HasIndex(message => new { message.TenantId, message.BusinessKey }).IsUnique();

        // What is sent stays for the record; these hold what is owed, so that a look at it costs the same for ever
        // (OB-06).
        builder.HasIndex(message => new { message.Channel, message.NextTryAt, message.Id }, "IX_Outbox_Owed_Channel").HasFilter(Owed);

        // The release before looks with this one, which goes in the next.
        builder.HasIndex(message => new { message.NextTryAt, message.Id }, "IX_Outbox_Owed").HasFilter(Owed);
        builder.HasIndex(message => new { message.NextTryAt, message.Id }, "IX_Outbox_Owed_Urgent")
            .HasFilter(Owed + " AND \"ValidUntil\" IS NOT NULL");
        builder.HasIndex(message => new { message.TenantId, message.Recipient, message.CreatedAt, message.Id }, "IX_Outbox_Owed_Recipient")
            .HasFilter(Owed);
        builder.HasIndex(message => new { message.TenantId, message.CreatedAt });

        // The page of a person shows the last mails to it.
        builder.HasIndex(message => new { message.TenantId, message.RecipientUserId, message.CreatedAt })
            .HasFilter("\"RecipientUserId\" IS NOT NULL");

        // What limits ask before each limited mail; most mails have none.
        builder.Property(message => message.Mailbox).IsKeyText();
        builder.HasIndex(message => new { message.TenantId, message.Mailbox, message.CreatedAt })
            .HasFilter("\"Mailbox\" IS NOT NULL");
        builder.HasIndex(message => new { message.TenantId, message.CausedBy, message.CreatedAt })
            .HasFilter("\"CausedBy\" IS NOT NULL");
    }
}
