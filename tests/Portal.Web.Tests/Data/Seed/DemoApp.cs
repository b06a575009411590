using Portal.TestKit.Web;

namespace Portal.Web.Tests.Data.Seed;

/// <summary>One demonstration for all tests that only look or sign in at accounts of their own.</summary>
public sealed class DemoApp : IAsyncLifetime
{
    public PortalApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        App = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Demo"] = "true" });

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
