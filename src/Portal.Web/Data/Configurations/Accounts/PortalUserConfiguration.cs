using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Configurations;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("Users");
        builder.HasKey(user => new { user.TenantId, user.Id });
        builder.Property(user => user.UserName).IsRequired();
        builder.Property(user => user.NormalizedUserName).IsRequired().IsKeyText(400);
        builder.Property(user => user.NormalizedEmail).IsKeyText();
        builder.Property(user => user.MasterKey).IsKeyText(64);
        builder.Property(user => user.Door).IsKeyText(32);
        builder.Property(user => user.SecurityStamp).IsRequired().HasMaxLength(64);
        builder.Property(user => user.SearchKey).IsKeyText(-1);
        builder.Property(user => user.Permissions).HasMaxLength(400);
        builder.Property(user => user.Biography).HasMaxLength(1000);
        builder.Property(user => user.Version).IsConcurrencyToken();

        // Identity's read-modify-write counters lose increments under load; ours are in SignInState.
        builder.Ignore(user => user.AccessFailedCount).Ignore(user => user.LockoutEnabled).Ignore(user => user.LockoutEnd)
            .Ignore(user => user.TwoFactorEnabled).Ignore(user => user.ConcurrencyStamp).Ignore(user => user.EmailConfirmed)
            .Ignore(user => user.PhoneNumber).Ignore(user => user.PhoneNumberConfirmed).Ignore(user => user.DisplayName);
        builder.HasIndex(user => new { user.TenantId, user.Door, user.NormalizedUserName }).IsUnique();

        // The list of a contract, and its count without a look at the rows (PERF-2).
        builder.HasIndex(user => new { user.TenantId, user.ContractId, user.Door, user.NormalizedUserName });
        builder.HasIndex(user => new { user.TenantId, user.NormalizedEmail });

        // A contract's managers, few of many: whether there is another one, who gets its mails (PERF-2).
        builder.HasIndex(user => new { user.TenantId, user.ContractId, user.Role });

        // Whoever of a contract needs attention, for the home of its managers: few of many (PERF-2).
        builder.HasIndex(user => new { user.TenantId, user.ContractId, user.MustChangePassword });
        builder.HasIndex(user => new { user.TenantId, user.ContractId }, "IX_Users_WithoutPassword").HasFilter("\"PasswordHash\" IS NULL");
        builder.HasIndex(user => new { user.TenantId, user.ContractId, user.ValidUntil }, "IX_Users_Ending")
            .HasFilter("\"ValidUntil\" IS NOT NULL");

        // Those without one do not count, on either database.
        builder.HasIndex(user => new { user.TenantId, user.Door, user.MasterKey }).IsUnique();
        builder.HasOne(user => user.Contract).WithMany().HasForeignKey(user => new { user.TenantId, user.ContractId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
