using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class SignInStateConfiguration : IEntityTypeConfiguration<SignInState>
{
    public void Configure(EntityTypeBuilder<SignInState> builder)
    {
        builder.ToTable("SignInStates");
        builder.HasKey(row => new { row.TenantId, row.UserId });
        builder.Property(row => row.FailureAddresses).HasMaxLength(600);
        builder.Property(row => row.LastSignInBrowser).HasMaxLength(512);
        builder.Property(row => row.LockedSince).HasComputedColumnSql(LockedSince, stored: true);
        builder.HasIndex(row => new { row.TenantId, row.LockedSince });
        builder.HasOne<PortalUser>().WithOne(user => user.SignIn).HasForeignKey<SignInState>(row => new { row.TenantId, row.UserId })
            .OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>
    /// Double quotes are understood by both databases (SQL Server with QUOTED_IDENTIFIER, its default).
    /// </summary>
    private const string LockedSince = "COALESCE(\"VoidedAt\", \"StrangerLockedAt\", \"KnownLockedAt\")";
}
