using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Knowledge;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ArticleConfiguration : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.ToTable("Articles");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.Property(row => row.Slug).HasMaxLength(ArticleSlug.Longest);
        builder.HasIndex(row => new { row.TenantId, row.Slug }).IsUnique();

        // The newest, and the most read.
        builder.HasIndex(row => new { row.TenantId, row.IsPublished, row.UpdatedAt });
        builder.HasIndex(row => new { row.TenantId, row.IsPublished, row.ViewCount });
        builder.HasOne(row => row.Category).WithMany().HasForeignKey(row => new { row.TenantId, row.CategoryId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
