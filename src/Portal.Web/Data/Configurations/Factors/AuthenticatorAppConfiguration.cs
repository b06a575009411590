using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class AuthenticatorAppConfiguration : IEntityTypeConfiguration<AuthenticatorApp>
{
    public void Configure(EntityTypeBuilder<AuthenticatorApp> builder)
    {
        builder.ToTable("AuthenticatorApps");
        builder.HasKey(app => new { app.TenantId, app.Id });
        builder.Property(app => app.ProtectedSecret).HasMaxLength(512);
        builder.HasIndex(app => new { app.TenantId, app.UserId });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(app => new { app.TenantId, app.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}
