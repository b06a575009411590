using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class TemporaryPasswordConfiguration : IEntityTypeConfiguration<TemporaryPassword>
{
    public void Configure(EntityTypeBuilder<TemporaryPassword> builder)
    {
        builder.ToTable("TemporaryPasswords");
        builder.HasKey(password => new { password.TenantId, password.Id });
        builder.HasIndex(password => new { password.TenantId, password.UserId }, "IX_TemporaryPasswords_Current").IsUnique()
            .HasFilter(CurrentOnly);
        builder.HasIndex(password => new { password.TenantId, password.UserId, password.IssuedAt });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(password => new { password.TenantId, password.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>
    /// Double quotes are understood by both databases (SQL Server with QUOTED_IDENTIFIER, its default).
    /// </summary>
    private const string CurrentOnly = "\"EndedAt\" IS NULL";
}
