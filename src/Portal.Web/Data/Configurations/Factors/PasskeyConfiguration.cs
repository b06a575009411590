using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("Passkeys");
        builder.HasKey(passkey => new { passkey.TenantId, passkey.Id });

        // SQL Server's index keys end at 1,700 bytes; WebAuthn's ids at 1,023.
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(1023);
        builder.Property(passkey => passkey.PublicKey).HasMaxLength(2048);
        builder.Property(passkey => passkey.AttestationObject).HasMaxLength(-1);
        builder.Property(passkey => passkey.ClientDataJson).HasMaxLength(-1);
        builder.HasIndex(passkey => new { passkey.TenantId, passkey.CredentialId }).IsUnique();
        builder.HasIndex(passkey => new { passkey.TenantId, passkey.UserId });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(passkey => new { passkey.TenantId, passkey.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
