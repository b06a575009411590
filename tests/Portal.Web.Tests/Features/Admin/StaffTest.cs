using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin;

/// <summary>
/// What the tests of this folder share: the staff, who need no code here, and customers of two tenants.
/// </summary>
public abstract class StaffTest : IAsyncLifetime
{
    protected const string Control = "control";
    protected const string Rental = "rental";
    protected const string Security = "security";
    protected const string Staff = "admin";
    protected const string AgentId = "agent@portal.test";
    protected const string AdministratorId = "tenantadmin@portal.test";
    protected const string SystemId = "system@portal.test";

    protected PortalApp App { get; private set; } = null!;

    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    /// <summary>What a test adds to the application's own services.</summary>
    protected virtual Action<IServiceCollection>? Added => null;

    public virtual async ValueTask InitializeAsync()
    {
        App = await PortalApp.CreateAsync(Settings, Added);
        await App.ChangeProfileAsync(Staff, profile => profile with { SecondFactor = new SecondFactorProfile() });
    }

    public virtual async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>An agent of `control` and `security`, signed in.</summary>
    protected Task<PortalBrowser> AgentAsync() => SignedInAsync(AgentId, AccountRole.Agent, Control, Security);

    /// <summary>A tenant administrator of `control` and `security`, signed in.</summary>
    protected Task<PortalBrowser> AdministratorAsync() =>
        SignedInAsync(AdministratorId, AccountRole.TenantAdministrator, Control, Security);

    protected Task<PortalBrowser> SystemAdministratorAsync() => SignedInAsync(SystemId, AccountRole.SystemAdministrator);

    protected async Task<PortalBrowser> SignedInAsync(string loginId, AccountRole role, params string[] tenants)
    {
        await AddStaffAsync(loginId, role, tenants);
        var browser = App.CreateBrowser();
        (await browser.SignInAsync(Staff, loginId)).ShouldBeOk();
        return browser;
    }

    protected async Task<Guid> AddStaffAsync(string loginId, AccountRole role, params string[] tenants)
    {
        var id = await new Account(Staff, loginId) { Role = role, Contract = null, Email = loginId }.AddToAsync(App);
        await App.InTenantAsync(Staff, async services =>
        {
            var (catalog, db) = (services.GetRequiredService<TenantCatalog>(), services.GetRequiredService<PortalDbContext>());
            foreach (var slug in tenants)
            {
                db.StaffAssignments.Add(new StaffAssignment { UserId = id, TenantId = (await catalog.FindBySlugAsync(slug))!.Id });
            }
        });
        return id;
    }

    /// <summary>An account that locked itself out with five wrong passwords an hour ago.</summary>
    protected Task<Guid> AddLockedAsync(string tenant, string loginId, Func<Account, Account>? with = null, DateTimeOffset? until = null)
    {
        var account = new Account(tenant, loginId)
        {
            Email = loginId.ToLowerInvariant() + "@example.jp",
            With = user => user.SignIn = new SignInState
            {
                UserId = user.Id,
                StrangerLockedAt = App.Time.GetUtcNow().AddHours(-1),
                StrangerLockedUntil = until,
                StrangerFailures = 5,
                TotalFailures = 5,
                FailureAddresses = "198.51.100.7 198.51.100.7 203.0.113.9 198.51.100.7 198.51.100.7",
            },
        };
        return (with?.Invoke(account) ?? account).AddToAsync(App);
    }

    protected Task<Guid> AddVoidAsync(string tenant, string loginId) => new Account(tenant, loginId)
    {
        With = user =>
            user.SignIn = new SignInState
            {
                UserId = user.Id,
                VoidedAt = App.Time.GetUtcNow().AddHours(-2),
                StrangerFailures = 10,
                TotalFailures = 10
            },
    }.AddToAsync(App);

    protected static string Key(string tenant, Guid id) => $"{tenant}.{id:N}";

    protected static string PathOf(string tenant, Guid id) => $"/admin/users/{tenant}/{id}";

    protected async Task<bool> IsLockedAsync(Guid userId) =>
        await App.World.Locks.IsLockedAsync(userId);

    protected Task<long> MailsAsync(Guid userId) =>
        App.World.Mails.CountToAsync(userId);

    /// <summary>The events of a kind, wherever they stand, oldest first.</summary>
    protected Task<IReadOnlyList<Recorded>> EventsAsync(string kind) => App.WithServicesAsync(async services =>
    {
        var rows = new List<Recorded>();
        var catalog = services.GetRequiredService<TenantCatalog>();
        foreach (var tenant in (await catalog.ListAsync()).Append(await catalog.StaffRealmAsync()))
        {
            rows.AddRange(await App.QueryAsync(tenant.Slug,
                db => db.AuditEvents.Where(row => row.Kind == kind).OrderBy(row => row.OccurredAt)
                .Select(row => new Recorded(tenant.Slug, row)).ToListAsync()));
        }

        return (IReadOnlyList<Recorded>)rows;
    });

    /// <summary>Nodes learn of each other's changes within a second of the clock on the wall.</summary>
    protected static async Task UntilAsync(PortalApp node, string path, HttpStatusCode status)
    {
        ArgumentNullException.ThrowIfNull(node);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await node.CreateBrowser().GetAsync(path)).Status != status)
        {
            await Task.Delay(20, limit.Token);
        }
    }

    protected sealed record Recorded(string Tenant, AuditEvent Event);
}
