using Portal.TestKit.Web;
using Xunit;

namespace Portal.Browser.Tests;

/// <summary>
/// The application on a port of this machine, one for the tests of a class that do not disturb each other.
/// </summary>
public sealed class Site : IAsyncLifetime
{
    private PortalApp? app;

    public PortalApp App => app ?? throw new InvalidOperationException("The application has not been started.");

    public Uri Address => App.ClientOptions.BaseAddress;

    public async ValueTask InitializeAsync() => app = await PortalApp.ListenAsync();

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }
}
