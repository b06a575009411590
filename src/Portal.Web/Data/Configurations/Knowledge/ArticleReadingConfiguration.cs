using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ArticleReadingConfiguration : IEntityTypeConfiguration<ArticleReading>
{
    public void Configure(EntityTypeBuilder<ArticleReading> builder)
    {
        builder.ToTable("ArticleReadings");
        builder.HasKey(row => new { row.TenantId, row.ArticleId, row.UserId });
        builder.HasOne<Article>().WithMany().HasForeignKey(row => new { row.TenantId, row.ArticleId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(row => new { row.TenantId, row.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}
