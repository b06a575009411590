using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Knowledge;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class KnowledgeCategoryConfiguration : IEntityTypeConfiguration<KnowledgeCategory>
{
    public void Configure(EntityTypeBuilder<KnowledgeCategory> builder)
    {
        builder.ToTable("KnowledgeCategories");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.Slug).HasMaxLength(ArticleSlug.Longest);
        builder.Property(row => row.NameJa).HasMaxLength(2 * ArticleLimits.Name);
        builder.Property(row => row.NameEn).HasMaxLength(2 * ArticleLimits.Name);
        builder.HasIndex(row => new { row.TenantId, row.Slug }).IsUnique();
    }
}
