using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Knowledge;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class KnowledgeBaseConfiguration : IEntityTypeConfiguration<KnowledgeBase>
{
    public void Configure(EntityTypeBuilder<KnowledgeBase> builder)
    {
        builder.ToTable("KnowledgeBases");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.Slug).HasMaxLength(ArticleSlug.Longest);
        builder.Property(row => row.NameJa).HasMaxLength(2 * ArticleLimits.Name);
        builder.Property(row => row.NameEn).HasMaxLength(2 * ArticleLimits.Name);
        builder.Property(row => row.DescriptionJa).HasMaxLength(2 * ArticleLimits.Description);
        builder.Property(row => row.DescriptionEn).HasMaxLength(2 * ArticleLimits.Description);
        builder.HasIndex(row => new { row.TenantId, row.Slug }).IsUnique();
        builder.HasMany(row => row.Categories).WithOne(row => row.Base).HasForeignKey(row => new { row.TenantId, row.BaseId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
