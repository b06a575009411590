using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Rules.Announcements;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class AnnouncementConfiguration : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable("Announcements");
        builder.HasKey(row => new { row.TenantId, row.Id });

        // By code points in PostgreSQL, by twice as many UTF-16 units in SQL Server at worst.
        builder.Property(row => row.TitleJa).HasMaxLength(2 * AnnouncementLimits.Title);
        builder.Property(row => row.TitleEn).HasMaxLength(2 * AnnouncementLimits.Title);
        builder.Property(row => row.SourceJa).HasMaxLength(-1);
        builder.Property(row => row.HtmlJa).HasMaxLength(-1);
        builder.Property(row => row.SourceEn).HasMaxLength(-1);
        builder.Property(row => row.HtmlEn).HasMaxLength(-1);

        // What readers see, the newest first; and the banner, which every page asks for.
        builder.HasIndex(row => new { row.TenantId, row.ShownFrom, row.Id });
        builder.HasIndex(row => new { row.TenantId, row.HasBanner, row.ShownFrom });
        builder.HasOne(row => row.Contract).WithMany().HasForeignKey(row => new { row.TenantId, row.ContractId })
            .OnDelete(DeleteBehavior.Restrict);

        // Set to null by whoever deletes the article: the tenant is part of this key, and stays.
        builder.HasOne(row => row.Article).WithMany().HasForeignKey(row => new { row.TenantId, row.ArticleId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
