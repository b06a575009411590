using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

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
