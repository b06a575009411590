using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("RecoveryCodes");
        builder.HasKey(code => new { code.TenantId, code.Id });
        builder.Property(code => code.Salt).HasMaxLength(32);
        builder.Property(code => code.Hash).HasMaxLength(64);
        builder.HasIndex(code => new { code.TenantId, code.UserId });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(code => new { code.TenantId, code.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}
