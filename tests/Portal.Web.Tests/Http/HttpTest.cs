using System.Net;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
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

    /// <summary>False where tests change more than rows: the ring of keys, what a host keeps of its stop.</summary>
    protected virtual bool SharesItsApp => Settings.Count == 0;

    public virtual async ValueTask InitializeAsync()
    {
        App = SharesItsApp
            ? await PortalApp.CreateSharedAsync("probes", WithProfiles(Settings), AddProbes)
            : await CreateAppAsync(Settings);
        UserId = await new Account("alpha", Id).AddToAsync(App);
        await new Account("beta", Id).AddToAsync(App);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static Task<PortalApp> CreateAppAsync(IReadOnlyDictionary<string, string?> settings) =>
        PortalApp.CreateAsync(WithProfiles(settings), AddProbes);

    protected async Task<PortalBrowser> SignedInAsync(string tenant = "alpha", string id = Id)
    {
        var browser = App.CreateBrowser();
        (await browser.TrySignInAsync(tenant, id)).ShouldBe(HttpStatusCode.SeeOther);
        return browser;
    }

    protected Task<long> HoldersAsync(string name) => App.World.Holders.CountAsync(row => row.Name == name);

    protected Task<long> EventsAsync(string kind) => App.World.Audit.CountAsync(kind);

    private static Dictionary<string, string?> WithProfiles(IReadOnlyDictionary<string, string?> settings) =>
        new(settings) { ["Portal:ProfileFolders:0"] = Path.Combine(AppContext.BaseDirectory, "Http", "Profiles") };

    private static void AddProbes(IServiceCollection services) =>
        services.Select(service => service.ImplementationInstance).OfType<ApplicationPartManager>().Single()
            .ApplicationParts.Add(new AssemblyPart(typeof(ProbeController).Assembly));
}
