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
public sealed class FirstAdministrator(TenantWork work, TenantCatalog tenants, IOptions<FirstAdministratorOptions> options,
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

        return await work.RunAsync(
            await tenants.StaffRealmAsync(cancellationToken),
            WorkActor.System("start"),
            services => PrepareAsync(services, cancellationToken),
            (services, password) => AddFirstAsync(services, email, password, cancellationToken),
            cancellationToken);
    }

    /// <summary>Hashed before the lock, behind which the other nodes wait; null where nobody is needed.</summary>
    private static async Task<PreparedPassword?> PrepareAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        await services.GetRequiredService<UnitOfWork>().RunAsync(() => ExistsAsync(services, cancellationToken), cancellationToken)
            ? null
            : await services.GetRequiredService<TemporaryPasswordService>().PrepareAsync();

    private static async Task<FirstAdministratorAccess?> AddFirstAsync(IServiceProvider services, string email,
        PreparedPassword? password, CancellationToken cancellationToken)
    {
        if (password is null)
        {
            return null;
        }

        await services.GetRequiredService<StartLock>().AcquireAsync(cancellationToken);
        return await ExistsAsync(services, cancellationToken) ? null : await AddAsync(services, email, password);
    }

    private static Task<bool> ExistsAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<PortalDbContext>().Users.AnyAsync(cancellationToken);

    private static async Task<FirstAdministratorAccess> AddAsync(IServiceProvider services, string email, PreparedPassword password)
    {
        var door = services.GetRequiredService<CurrentTenant>().Value.Profile.Doors[0].Key;
        var user = await services.GetRequiredService<AccountFactory>()
            .AddAsync(new PortalUser { UserName = email, Email = email, Door = door, Role = AccountRole.SystemAdministrator });
        await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        services.GetRequiredService<AuditLog>().Record(SeedEvents.FirstAdministratorCreated, AuditSubject.Of(user));
        var issued = await services.GetRequiredService<TemporaryPasswordService>()
            .IssueAsync(user.Id, password, TemporaryPasswordOrigin.Staff);
        return new FirstAdministratorAccess(email, issued.Password, issued.ExpiresAt);
    }
}
