using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tests.Http.Probes;

namespace Portal.Web.Tests.Http;

/// <summary>
/// What the tests of this folder share: tenants `alpha` (explains a forced change) and `beta` (leads to it), the probe
/// pages, and one account in each.
/// </summary>
public abstract class HttpTest : IAsyncLifetime
{
    protected const string Id = "u0000001";
    protected const string Alpha = "/t/alpha";
    protected const string Beta = "/t/beta";

    protected PortalApp App { get; private set; } = null!;

    protected Guid UserId { get; private set; }

    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    public virtual async ValueTask InitializeAsync()
    {
        App = await CreateAppAsync(Settings);
        UserId = await new Account("alpha", Id).AddToAsync(App);
        await new Account("beta", Id).AddToAsync(App);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static Task<PortalApp> CreateAppAsync(IReadOnlyDictionary<string, string?> settings) => PortalApp.CreateAsync(
        new Dictionary<string, string?>(settings)
        {
            ["Portal:ProfileFolders:0"] = Path.Combine(AppContext.BaseDirectory, "Http", "Profiles"),
        },
        services => services.AddControllers().AddApplicationPart(typeof(ProbeController).Assembly));

    protected async Task<PortalBrowser> SignedInAsync(string tenant = "alpha", string id = Id)
    {
        var browser = App.CreateBrowser();
        (await browser.TrySignInAsync(tenant, id)).ShouldBe(HttpStatusCode.SeeOther);
        return browser;
    }

    protected Task<long> HoldersAsync(string name) =>
        App.Database.ReadAsync<long>($"""SELECT count(*) FROM "Holders" WHERE "Name" = {name}""")!;

    protected Task<long> EventsAsync(string kind) =>
        App.Database.ReadAsync<long>($"""SELECT count(*) FROM "AuditEvents" WHERE "Kind" = {kind}""")!;
}
