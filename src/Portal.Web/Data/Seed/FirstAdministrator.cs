using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Rules.Delegation;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Starting;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Tenancy;

namespace Portal.Web.Data.Seed;

public sealed class FirstAdministratorOptions
{
    public const string Section = "Portal:FirstAdministrator";

    /// <summary>
    /// The address that signs in, and to which mails go; empty makes nobody, null takes "admin" at the portal's host.
    /// </summary>
    public string? Email { get; set; }
}

/// <param name="Password">Temporary: good for one sign-in, in which a password of one's own is set. Told once, kept
/// nowhere.</param>
public sealed record FirstAdministratorAccess(string Email, string Password, DateTimeOffset ExpiresAt)
{
    /// <summary>Keeps the password out of logs (AU-05).</summary>
    public override string ToString() => nameof(FirstAdministratorAccess);
}

/// <summary>
/// Somebody has to be able to come in first: on a staff realm without anybody, one system administrator.
/// </summary>
public sealed class FirstAdministrator(IServiceScopeFactory scopes, TenantCatalog tenants, IOptions<FirstAdministratorOptions> options,
    IOptions<SiteOptions> site)
{
    /// <returns>How the new administrator signs in; null where there is staff already, or nobody is wanted.</returns>
    public async Task<FirstAdministratorAccess?> CreateAsync(CancellationToken cancellationToken = default)
    {
        var email = EmailAddress.Stored(options.Value.Email ?? $"admin@{site.Value.BaseUrl?.Host}");
        if (!EmailAddress.IsAcceptable(email))
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<TenantEntry>().Enter(await tenants.StaffRealmAsync(cancellationToken));
        services.GetRequiredService<AuditActor>().Be(ActorKind.System, "start");
        var work = services.GetRequiredService<UnitOfWork>();
        if (await work.RunAsync(() => ExistsAsync(services, cancellationToken), cancellationToken))
        {
            return null;
        }

        // Hashed before the lock, behind which the other nodes wait.
        var password = await services.GetRequiredService<TemporaryPasswordService>().PrepareAsync();
        return await work.RunAsync(
            async () =>
            {
                await services.GetRequiredService<StartLock>().TakeAsync(cancellationToken);
                return await ExistsAsync(services, cancellationToken) ? null : await AddAsync(services, email, password);
            },
            cancellationToken);
    }

    private static Task<bool> ExistsAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<PortalDbContext>().Users.AnyAsync(cancellationToken);

    private static async Task<FirstAdministratorAccess> AddAsync(IServiceProvider services, string email, PreparedPassword password)
    {
        var door = services.GetRequiredService<CurrentTenant>().Value.Profile.Doors[0].Key;
        var user = await services.GetRequiredService<AccountFactory>()
            .AddAsync(new PortalUser { UserName = email, Email = email, Door = door, Role = AccountRole.SystemAdministrator });
        await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        services.GetRequiredService<AuditLog>().Record(AuditKinds.FirstAdministratorCreated, AuditSubject.Of(user));
        var issued = await services.GetRequiredService<TemporaryPasswordService>()
            .IssueAsync(user.Id, password, TemporaryPasswordOrigin.Staff);
        return new FirstAdministratorAccess(email, issued.Password, issued.ExpiresAt);
    }
}
