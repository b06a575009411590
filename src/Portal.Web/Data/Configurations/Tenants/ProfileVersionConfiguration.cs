using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class ProfileVersionConfiguration : IEntityTypeConfiguration<ProfileVersion>
{
    public void Configure(EntityTypeBuilder<ProfileVersion> builder)
    {
        // No foreign key to accounts: a version outlives whoever made it.
        builder.ToTable("ProfileVersions");
        builder.HasKey(version => new { version.TenantId, version.Number });
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.Profile).HasMaxLength(-1);
        builder.Property(version => version.Reason).HasMaxLength(1000);
    }
}
