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
        builder.HasOne(user => user.Contract).WithMany().HasForeignKey(user => new { user.TenantId, user.ContractId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StaffAssignmentConfiguration : IEntityTypeConfiguration<StaffAssignment>
{
    public void Configure(EntityTypeBuilder<StaffAssignment> builder)
    {
        builder.ToTable("StaffAssignments");
        builder.HasKey(assignment => new { assignment.UserId, assignment.TenantId });
        builder.HasOne<Tenant>().WithMany().HasForeignKey(assignment => assignment.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FormerPasswordConfiguration : IEntityTypeConfiguration<FormerPassword>
{
    public void Configure(EntityTypeBuilder<FormerPassword> builder)
    {
        builder.ToTable("FormerPasswords");
        builder.HasKey(former => new { former.TenantId, former.Id });
        builder.HasIndex(former => new { former.TenantId, former.UserId, former.ReplacedAt });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(former => new { former.TenantId, former.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}

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
        builder.HasOne<PortalUser>().WithOne(user => user.SignIn).HasForeignKey<SignInState>(row => new { row.TenantId, row.UserId }).OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>Double quotes are understood by both databases (SQL Server with QUOTED_IDENTIFIER, its default).</summary>
    private const string LockedSince = "COALESCE(\"VoidedAt\", \"StrangerLockedAt\", \"KnownLockedAt\")";
}

internal sealed class TemporaryPasswordConfiguration : IEntityTypeConfiguration<TemporaryPassword>
{
    public void Configure(EntityTypeBuilder<TemporaryPassword> builder)
    {
        builder.ToTable("TemporaryPasswords");
        builder.HasKey(password => new { password.TenantId, password.Id });
        builder.HasIndex(password => new { password.TenantId, password.UserId }, "IX_TemporaryPasswords_Current").IsUnique().HasFilter(CurrentOnly);
        builder.HasIndex(password => new { password.TenantId, password.UserId, password.IssuedAt });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(password => new { password.TenantId, password.UserId }).OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>Double quotes are understood by both databases (SQL Server with QUOTED_IDENTIFIER, its default).</summary>
    private const string CurrentOnly = "\"EndedAt\" IS NULL";
}

internal sealed class RecoveryRequestConfiguration : IEntityTypeConfiguration<RecoveryRequest>
{
    public void Configure(EntityTypeBuilder<RecoveryRequest> builder)
    {
        builder.ToTable("RecoveryRequests");
        builder.HasKey(request => new { request.TenantId, request.Id });
        builder.HasIndex(request => new { request.TenantId, request.HandledAt, request.CreatedAt });
    }
}

internal sealed class RecoveryRowConfiguration : IEntityTypeConfiguration<RecoveryRow>
{
    public void Configure(EntityTypeBuilder<RecoveryRow> builder)
    {
        builder.ToTable("Recoveries");
        builder.HasKey(row => new { row.TenantId, row.UserId });
        builder.HasOne<PortalUser>().WithOne().HasForeignKey<RecoveryRow>(row => new { row.TenantId, row.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AddressWindowConfiguration : IEntityTypeConfiguration<AddressWindow>
{
    public void Configure(EntityTypeBuilder<AddressWindow> builder)
    {
        builder.ToTable("AddressWindows");
        builder.HasKey(window => window.AddressKey);
        builder.Property(window => window.AddressKey).IsKeyText(64);
        builder.HasIndex(window => window.WindowStart);
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions");
        builder.HasKey(session => new { session.TenantId, session.Id });
        builder.Property(session => session.SidHash).HasMaxLength(32);
        builder.Property(session => session.Browser).HasMaxLength(512);
        builder.Property(session => session.PreviousBrowser).HasMaxLength(512);
        builder.HasIndex(session => new { session.TenantId, session.SidHash }).IsUnique();
        builder.HasIndex(session => new { session.TenantId, session.UserId, session.CreatedAt });
        builder.HasIndex(session => new { session.TenantId, session.ExpiresAt });
        builder.HasOne(session => session.User).WithMany().HasForeignKey(session => new { session.TenantId, session.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}

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
        builder.HasOne(attempt => attempt.User).WithMany().HasForeignKey(attempt => new { attempt.TenantId, attempt.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CodeFailureRowConfiguration : IEntityTypeConfiguration<CodeFailureRow>
{
    public void Configure(EntityTypeBuilder<CodeFailureRow> builder)
    {
        builder.ToTable("CodeFailures");
        builder.HasKey(row => new { row.TenantId, row.UserId });
        builder.HasOne<PortalUser>().WithOne().HasForeignKey<CodeFailureRow>(row => new { row.TenantId, row.UserId }).OnDelete(DeleteBehavior.Cascade);
    }
}
