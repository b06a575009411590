using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Knowledge;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ArticleVersionConfiguration : IEntityTypeConfiguration<ArticleVersion>
{
    public void Configure(EntityTypeBuilder<ArticleVersion> builder)
    {
        builder.ToTable("ArticleVersions");
        builder.HasKey(row => new { row.TenantId, row.ArticleId, row.Language });
        builder.Property(row => row.Language).HasMaxLength(2);
        builder.Property(row => row.Title).HasMaxLength(2 * ArticleLimits.Title);
        builder.Property(row => row.Reading).HasMaxLength(2 * ArticleLimits.Reading);

        // One sign of a font may be written out as eighteen.
        builder.Property(row => row.TitleKey).HasMaxLength(18 * ArticleLimits.Title);
        builder.Property(row => row.Source).HasMaxLength(-1);
        builder.Property(row => row.Html).HasMaxLength(-1);
        builder.Property(row => row.Plain).HasMaxLength(-1);
        builder.Property(row => row.TextKey).HasMaxLength(-1);
        builder.HasOne(row => row.Article).WithMany(row => row.Versions).HasForeignKey(row => new { row.TenantId, row.ArticleId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
