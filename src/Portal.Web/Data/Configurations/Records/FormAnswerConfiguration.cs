using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

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
