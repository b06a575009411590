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
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(passkey => new { passkey.TenantId, passkey.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PasskeyCeremonyConfiguration : IEntityTypeConfiguration<PasskeyCeremony>
{
    public void Configure(EntityTypeBuilder<PasskeyCeremony> builder)
    {
        builder.ToTable("PasskeyCeremonies");
        builder.HasKey(ceremony => new { ceremony.TenantId, ceremony.Id });
        builder.Property(ceremony => ceremony.TokenHash).HasMaxLength(32);
        builder.Property(ceremony => ceremony.State).HasMaxLength(-1);
        builder.HasIndex(ceremony => new { ceremony.TenantId, ceremony.TokenHash }).IsUnique();
        builder.HasIndex(ceremony => new { ceremony.TenantId, ceremony.ExpiresAt });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(ceremony => new { ceremony.TenantId, ceremony.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}

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
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(browser => new { browser.TenantId, browser.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SecurityLinkConfiguration : IEntityTypeConfiguration<SecurityLink>
{
    public void Configure(EntityTypeBuilder<SecurityLink> builder)
    {
        builder.ToTable("SecurityLinks");
        builder.HasKey(link => new { link.TenantId, link.Id });
        builder.Property(link => link.TokenHash).HasMaxLength(32);
        builder.Property(link => link.SecurityStamp).HasMaxLength(64);
        builder.HasIndex(link => new { link.TenantId, link.TokenHash }).IsUnique();
        builder.HasIndex(link => new { link.TenantId, link.UserId, link.Purpose });
        builder.HasIndex(link => new { link.TenantId, link.ExpiresAt });
        builder.HasOne(link => link.User).WithMany().HasForeignKey(link => new { link.TenantId, link.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class EmailChangeConfiguration : IEntityTypeConfiguration<EmailChange>
{
    public void Configure(EntityTypeBuilder<EmailChange> builder)
    {
        builder.ToTable("EmailChanges");
        builder.HasKey(change => new { change.TenantId, change.Id });
        builder.HasIndex(change => new { change.TenantId, change.UserId, change.RequestedAt });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(change => new { change.TenantId, change.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ExportJobConfiguration : IEntityTypeConfiguration<ExportJob>
{
    public void Configure(EntityTypeBuilder<ExportJob> builder)
    {
        builder.ToTable("ExportJobs");
        builder.HasKey(job => new { job.TenantId, job.Id });
        builder.Property(job => job.Filter).HasMaxLength(-1);
        builder.Property(job => job.Error).HasMaxLength(1000);
        builder.HasIndex(job => new { job.TenantId, job.UserId, job.RequestedAt });
        builder.HasIndex(job => new { job.TenantId, job.ExpiresAt });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(job => new { job.TenantId, job.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ExportChunkConfiguration : IEntityTypeConfiguration<ExportChunk>
{
    public void Configure(EntityTypeBuilder<ExportChunk> builder)
    {
        builder.ToTable("ExportChunks");
        builder.HasKey(chunk => new { chunk.TenantId, chunk.JobId, chunk.Number });
        builder.Property(chunk => chunk.Content).HasMaxLength(-1);
        builder.HasOne<ExportJob>().WithMany().HasForeignKey(chunk => new { chunk.TenantId, chunk.JobId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UserPictureConfiguration : IEntityTypeConfiguration<UserPicture>
{
    public void Configure(EntityTypeBuilder<UserPicture> builder)
    {
        builder.ToTable("UserPictures");
        builder.HasKey(picture => new { picture.TenantId, picture.UserId });
        builder.Property(picture => picture.Content).HasMaxLength(-1);
        builder.HasOne<PortalUser>().WithOne().HasForeignKey<UserPicture>(picture => new { picture.TenantId, picture.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}
