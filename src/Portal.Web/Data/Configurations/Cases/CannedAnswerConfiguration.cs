using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Cases;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class CannedAnswerConfiguration : IEntityTypeConfiguration<CannedAnswer>
{
    public void Configure(EntityTypeBuilder<CannedAnswer> builder)
    {
        builder.ToTable("CannedAnswers");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.Title).HasMaxLength(2 * CaseLimits.CannedTitle);
        builder.Property(row => row.TextJa).HasMaxLength(-1);
        builder.Property(row => row.TextEn).HasMaxLength(-1);
        builder.HasIndex(row => new { row.TenantId, row.Title }).IsUnique();
    }
}
