using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class SignInAttemptConfiguration : IEntityTypeConfiguration<SignInAttempt>
{
    public void Configure(EntityTypeBuilder<SignInAttempt> builder)
    {
        builder.ToTable("SignInAttempts");
        builder.HasKey(attempt => new { attempt.TenantId, attempt.Id });
        builder.Property(attempt => attempt.TokenHash).HasMaxLength(32);
        builder.Property(attempt => attempt.ReturnUrl).HasMaxLength(2048);
        builder.Property(attempt => attempt.FormerCodeHashes).HasMaxLength(2048);
        builder.HasIndex(attempt => new { attempt.TenantId, attempt.TokenHash }).IsUnique();
        builder.HasIndex(attempt => new { attempt.TenantId, attempt.UserId, attempt.CreatedAt });
        builder.HasOne(attempt => attempt.User).WithMany().HasForeignKey(attempt => new { attempt.TenantId, attempt.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
