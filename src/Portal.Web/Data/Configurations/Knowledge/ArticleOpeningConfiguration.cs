using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ArticleOpeningConfiguration : IEntityTypeConfiguration<ArticleOpening>
{
    public void Configure(EntityTypeBuilder<ArticleOpening> builder)
    {
        builder.ToTable("ArticleOpenings");
        builder.HasKey(row => new { row.TenantId, row.Id });
        builder.HasIndex(row => new { row.TenantId, row.ArticleId });
        builder.HasOne<Article>().WithMany(row => row.Openings).HasForeignKey(row => new { row.TenantId, row.ArticleId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(row => row.Contract).WithMany().HasForeignKey(row => new { row.TenantId, row.ContractId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
