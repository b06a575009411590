using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class TrustedBrowserConfiguration : IEntityTypeConfiguration<TrustedBrowser>
{
    public void Configure(EntityTypeBuilder<TrustedBrowser> builder)
    {
        builder.ToTable("TrustedBrowsers");
        builder.HasKey(browser => new { browser.TenantId, browser.Id });
        builder.Property(browser => browser.TokenHash).HasMaxLength(32);
        builder.Property(browser => browser.SecurityStamp).HasMaxLength(64);
        builder.Property(browser => browser.Browser).HasMaxLength(512);
        builder.HasIndex(browser => new { browser.TenantId, browser.TokenHash }).IsUnique();
        builder.HasIndex(browser => new { browser.TenantId, browser.UserId });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(browser => new { browser.TenantId, browser.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
