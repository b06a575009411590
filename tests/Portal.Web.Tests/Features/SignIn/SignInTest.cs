using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>
/// What the tests of this folder share: an application of their own and an account in tenant `control`.
/// </summary>
public abstract class SignInTest : IAsyncLifetime
{
    protected const string Tenant = "control";
    protected const string Id = "N0009001";
    protected const string Right = Account.UsualPassword;
    protected const string Wrong = "Wrong1357-Tiger";

    protected PortalApp App { get; private set; } = null!;

    protected Guid UserId { get; private set; }

    protected virtual Account Usual => new(Tenant, Id) { Email = "owner@control.example.jp" };

    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    protected virtual Action<IServiceCollection>? Services => null;

    /// <summary>
    /// Names applications with these <see cref="Settings"/> that tests use one after the other; null starts one for
    /// each test.
    /// </summary>
    protected virtual string? Shelf => null;

    public virtual async ValueTask InitializeAsync()
    {
        App = Shelf is { } shelf
            ? await PortalApp.CreateSharedAsync(shelf, Settings, _ => { })
            : await PortalApp.CreateAsync(Settings, Services);
        UserId = await Usual.AddToAsync(App);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected PortalBrowser Stranger(string address = "203.0.113.10") => new PortalBrowserAt(App, address).Browser;

    protected async Task FailAsync(int times, string id = Id, string tenant = Tenant, string password = Wrong)
    {
        for (var i = 0; i < times; i++)
        {
            (await App.CreateBrowser().TrySignInAsync(tenant, id, password)).ShouldBeRefused();
        }
    }

    protected Task<long> EventsAsync(string kind) =>
        App.World.Audit.CountAsync(kind, UserId);

    protected Task<int> FailuresAsync() =>
        App.World.Locks.StrangerFailuresAsync(UserId);

    protected async Task<bool> IsLockedAsync() => await App.World.Locks.IsLockedAsync(UserId);

    private sealed record PortalBrowserAt(PortalApp App, string Address)
    {
        public PortalBrowser Browser
        {
            get
            {
                var browser = App.CreateBrowser();
                browser.Address = IPAddress.Parse(Address);
                return browser;
            }
        }
    }
}
