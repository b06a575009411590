using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.TestKit.Databases;
using Portal.TestKit.World;
using Portal.Web.Domain.Announcements;
using Portal.Web.Domain.Submissions;
using Portal.Web.Mail;
using Portal.Web.Tenancy;

namespace Portal.TestKit.Web;

/// <summary>The real application, through its whole pipeline, on a database of its own.</summary>
public sealed class PortalApp : WebApplicationFactory<Program>
{
    private const string MailServer = "Portal:Mail:Smtp:Host";
    private readonly bool ownsDatabase;
    private readonly IReadOnlyDictionary<string, string?> settings;
    private readonly Action<IServiceCollection> services;
    private string? shelf;

    private PortalApp(
        PostgresDatabase database, bool ownsDatabase, FakeTime time, IReadOnlyDictionary<string, string?> settings,
            Action<IServiceCollection> services)
    {
        (Database, this.ownsDatabase, Time, this.settings, this.services) = (database, ownsDatabase, time, settings, services);
        ClientOptions.BaseAddress = BaseAddress;
    }

    /// <summary>https, so that cookies and headers are tested as they are served (SE-08).</summary>
    public static Uri BaseAddress { get; } = new("https://localhost");

    public PostgresDatabase Database { get; }

    public FakeTime Time { get; }

    /// <summary>What went wrong inside, since the test began.</summary>
    internal FaultLog Faults { get; } = new();

    /// <summary>What is stored, by domain.</summary>
    public DatabaseWorld World => new(Database, Time);

    /// <summary>
    /// A usual application may have served another test before: all it keeps is in its database, which is as after the
    /// start again. Whoever changes more than rows makes its own with a service, a clock or an unusual setting.
    /// </summary>
    /// <param name="settings">Configuration on top of the application's own, such as <c>Portal:Demo</c>.</param>
    /// <param name="services">Replaces services that reach outside: never our own.</param>
    public static async Task<PortalApp> CreateAsync(
        IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null, FakeTime? time = null)
    {
        settings ??= new Dictionary<string, string?>();
        return services is null && time is null && UsedApps.ShelfOf(settings) is { } shelf
            ? await CreateSharedAsync(shelf, settings, _ => { })
            : await CreateOwnAsync(settings, services, time);
    }

    /// <summary>An application that others with the same settings and services have used before, or will.</summary>
    /// <param name="shelf">Their name; all who say it mean the same settings and services.</param>
    /// <param name="settings">As for <see cref="CreateAsync"/>.</param>
    /// <param name="services">As for <see cref="CreateAsync"/>; nothing that belongs to one test.</param>
    public static async Task<PortalApp> CreateSharedAsync(string shelf, IReadOnlyDictionary<string, string?> settings,
        Action<IServiceCollection> services)
    {
        if (UsedApps.Take(shelf) is { } used)
        {
            return used;
        }

        var app = await CreateOwnAsync(settings, services, null);
        _ = app.Services;
        await app.Database.KeepAsync();
        app.shelf = shelf;
        return app;
    }

    /// <summary>On a database that the test has made, and ends.</summary>
    public static PortalApp On(PostgresDatabase database, FakeTime time) =>
        new(database, ownsDatabase: false, time, new Dictionary<string, string?>(), _ => { });

    /// <summary>
    /// On a real port of this machine and with a clock that runs, in demonstration mode unless the settings say
    /// otherwise, for a real browser.
    /// </summary>
    public static async Task<PortalApp> ListenAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var port = FreePort();
        var address = new Uri($"http://localhost:{port}");
        var all = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>());
        all.TryAdd("Portal:Demo", "true");
        all.TryAdd("Portal:BaseUrl", address.ToString().TrimEnd('/'));
        var app = await CreateOwnAsync(all, null, FakeTime.Running());
        app.UseKestrel(port);
        app.StartServer();
        app.ClientOptions.BaseAddress = address;
        return app;
    }

    /// <summary>Another process's worth of the application, on the same database and clock.</summary>
    /// <remarks>It has started when this returns: thirty first requests at once would each start one.</remarks>
    public PortalApp SecondNode()
    {
        var node = new PortalApp(Database, ownsDatabase: false, Time, settings, services);
        _ = node.Services;
        return node;
    }

    public PortalBrowser CreateBrowser() => new(this);

    /// <param name="through">Where a reverse proxy listens, in front of nodes that run by themselves.</param>
    public PortalBrowser CreateBrowser(Uri through) => new(this) { Through = through };

    /// <summary>Works with the application's own services, in a scope of their own.</summary>
    public async Task<T> WithServicesAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task WithServicesAsync(Func<IServiceProvider, Task> work) => WithServicesAsync(async provider =>
    {
        await work(provider);
        return true;
    });

#pragma warning disable CA2215 // an application that waits for its next test goes on
    public override async ValueTask DisposeAsync()
#pragma warning restore CA2215
    {
        if (shelf is not null && await UsedApps.PutAsync(shelf, this))
        {
            return;
        }

        await EndAsync();
    }

    /// <summary>As after its start, for the next test.</summary>
    internal async Task RenewAsync()
    {
        await Database.RestoreAsync();
        Time.Set(FakeTime.Usual);
        Faults.Forget();
        Services.GetRequiredService<TenantCatalog>().Invalidate();
        Services.GetRequiredService<RefusalTally>().TakeBefore(DateTimeOffset.MaxValue);
        Services.GetRequiredService<StandingBanners>().Forget();
    }

    private static async Task<PortalApp> CreateOwnAsync(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? services,
        FakeTime? time)
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        return new PortalApp(database, ownsDatabase: true, time ?? FakeTime.StandingStill(), settings, services ?? (_ => { }));
    }

    private async ValueTask EndAsync()
    {
        await base.DisposeAsync();
        if (ownsDatabase)
        {
            await Database.DisposeAsync();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseEnvironment("Testing");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("ConnectionStrings:Portal", Database.AppConnectionString);
        builder.UseSetting("Portal:Passwords:Iterations", "1000");

        // Tests build and run side by side: what takes seconds here says nothing of the database.
        builder.UseSetting("Portal:Database:PatienceFactor", PostgresDatabase.PatienceFactor.ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("Portal:Workers", "false");

        // All tests that share an application are guests of one address.
        builder.UseSetting("Portal:GuestRefusals:PerMinute", "1000000");
        builder.UseSetting("Portal:FirstAdministrator:Email", "");
        builder.UseSetting("Portal:BaseUrl", BaseAddress.ToString().TrimEnd('/'));
        if (!IsDemonstration)
        {
            builder.UseSetting(MailServer, "localhost");
        }

        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(collection =>
        {
            collection.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            if (!settings.ContainsKey(MailServer))
            {
                // Tests read mail where demonstration mode shows it.
                collection.Replace(ServiceDescriptor.Singleton<IMailTransport, CaughtMailTransport>());
            }

            Faults.ListenTo(collection);
            services(collection);
        });
    }

    private bool IsDemonstration => settings.TryGetValue("Portal:Demo", out var demo) && bool.TryParse(demo, out var on) && on;

    /// <summary>One of this machine that nothing listens on just now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
