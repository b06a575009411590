using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions");
        builder.HasKey(session => new { session.TenantId, session.Id });
        builder.Property(session => session.SidHash).HasMaxLength(32);
        builder.Property(session => session.FirstSidHash).HasMaxLength(32);
        builder.Property(session => session.Browser).HasMaxLength(512);
        builder.Property(session => session.PreviousBrowser).HasMaxLength(512);
        builder.HasIndex(session => new { session.TenantId, session.SidHash }).IsUnique();
        builder.HasIndex(session => new { session.TenantId, session.UserId, session.CreatedAt });
        builder.HasIndex(session => new { session.TenantId, session.ExpiresAt });
        builder.HasOne(session => session.User).WithMany().HasForeignKey(session => new { session.TenantId, session.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
