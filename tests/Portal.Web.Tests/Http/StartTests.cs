using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.TestKit.Accounts;
using Portal.TestKit.Databases;
using Portal.TestKit.Web;
using Portal.TestKit.World;
using Portal.Web.Cli;
using Portal.Web.Data.Starting;
using Portal.Web.Http.Hosting;

namespace Portal.Web.Tests.Http;

public sealed class StartTests : HttpTest
{
    protected override bool SharesItsApp => false;

    public static TheoryData<string, string, string> WrongSettings => new()
    {
        { "Portal:BaseUrl", "not an address", "Portal:BaseUrl" },
        { "Portal:BaseUrl", "https://portal.example.jp/below", "Portal:BaseUrl" },
        { "Portal:KnownProxies:0", "proxy.example", "Portal:KnownProxies" },
        { "Portal:ProfileFolders:0", "/nowhere/at/all", "Portal:ProfileFolders" },
        { "Portal:ShutdownNoticeSeconds", "3600", "Portal:ShutdownNoticeSeconds" },
        { "Portal:Passwords:Iterations", "0", "Portal:Passwords:Iterations" },
        { "Portal:Telemetry:MetricsPort", "0", "Portal:Telemetry:MetricsPort" },
        { "Portal:Telemetry:MetricsAddress", "watch.example", "Portal:Telemetry:MetricsAddress" },
        { "Portal:Telemetry:OtlpEndpoint", "collector:4317", "Portal:Telemetry:OtlpEndpoint" },
        { "Portal:Telemetry:TraceRatio", "2", "Portal:Telemetry:TraceRatio" },
        { "Portal:DataProtection:Certificate", "/nowhere/keys.pfx", "Portal:DataProtection:Certificate" },
    };

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public async Task FP_08_ASettingThatCannotWork_StopsTheStartAndIsNamed(string name, string value, string named)
    {
        await using var app = await PortalApp.CreateAsync(new Dictionary<string, string?> { [name] = value });
        Should.Throw<Exception>(() => app.Services).ToString().ShouldContain(named);
    }

    /// <summary>Places where nobody may write, not even root.</summary>
    [Theory]
    [InlineData("Portal:LogFile", "/proc/portal-.log")]
    [InlineData("Portal:LogFile", "/proc/nowhere/portal-.log")]
    [InlineData("Portal:Files:Directory", "/proc")]
    [InlineData("Portal:Audit:Heads:File", "/proc/heads.jsonl")]
    public async Task FP_10_AFolderThatCannotBeWritten_StopsTheStartAndIsNamed(string name, string value)
    {
        await using var app = await PortalApp.CreateAsync(new Dictionary<string, string?>
        {
            ["Portal:Files:Store"] = "Directory",
            ["Portal:Files:Directory"] = Path.GetTempPath(),
            [name] = value,
        });
        Should.Throw<Exception>(() => app.Services).ToString().ShouldContain(name);
    }

    [Fact]
    public async Task FP_08_ADemonstrationUnderAPublicAddress_IsRefused_UnlessWanted()
    {
        var settings = new Dictionary<string, string?> { ["Portal:Demo"] = "true", ["Portal:BaseUrl"] = "https://portal.example.jp" };
        await using (var app = await PortalApp.CreateAsync(settings))
        {
            Should.Throw<Exception>(() => app.Services).ToString().ShouldContain("Portal:DemoOnPublicHost");
        }

        settings["Portal:DemoOnPublicHost"] = "true";
        await using var wanted = await PortalApp.CreateAsync(settings);
        wanted.Services.ShouldNotBeNull();
    }

    [Fact]
    public async Task FP_04_ANodeOlderOrNewerThanItsDatabase_IsAliveAndNotReady()
    {
        await App.Database.ExecuteAsync($"""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_FromTheFuture', '99.0.0')""");
        (await App.CreateBrowser().GetAsync("/healthz/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable).Body.ShouldBe("Unhealthy");

        await App.Database.ExecuteAsync($"""DELETE FROM "__EFMigrationsHistory" """);
        (await App.CreateBrowser().GetAsync("/healthz/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await App.CreateBrowser().GetAsync("/healthz/live")).ShouldBeOk();
    }

    [Fact]
    public async Task FP_01_REL_3_AtAStop_ReadinessGoesFirst()
    {
        var notice = App.Services.GetServices<IHostedService>().OfType<ShutdownNotice>().Single();

        await notice.StoppingAsync(CancellationToken.None);

        (await App.CreateBrowser().GetAsync("/healthz/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await App.CreateBrowser().GetAsync(Alpha + "/login")).ShouldBeOk();
    }

    [Fact]
    public async Task FP_03_NodesThatStartTogetherOnAnEmptyRing_EndWithOneKeyAndReadEachOthersCookies()
    {
        await App.World.Keys.ClearAsync();
        await using var one = App.SecondNode();
        await using var two = App.SecondNode();
        await using var three = App.SecondNode();
        await Task.WhenAll(Task.Run(() => one.Services), Task.Run(() => two.Services), Task.Run(() => three.Services));

        (await App.World.Keys.CountAsync()).ShouldBe(1);
        var browser = one.CreateBrowser();
        (await browser.TrySignInAsync("alpha", Id)).ShouldBe(HttpStatusCode.SeeOther);
        (await browser.At(two).GetAsync(Alpha + "/probe")).ShouldBeOk();
        (await browser.At(three).GetAsync(Alpha + "/probe")).ShouldBeOk();
    }

    [Fact]
    public async Task FP_03_REL_4_NodesThatStartTogetherOnAnEmptyDatabase_MigrateOnce()
    {
        await using var database = await (await PostgresServer.SharedAsync()).CreateEmptyDatabaseAsync();
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Portal"] = database.AppConnectionString,
            ["ConnectionStrings:PortalOwner"] = database.OwnerConnectionString,
            ["Portal:Database:MigrateAtStart"] = "true",
        };
        await using var one = await CreateAppAsync(settings);
        await using var two = one.SecondNode();
        await Task.WhenAll(Task.Run(() => one.Services), Task.Run(() => two.Services));

        (await one.CreateBrowser().GetAsync("/healthz/ready")).ShouldBeOk();
        (await two.CreateBrowser().GetAsync("/healthz/ready")).ShouldBeOk();
        (await two.CreateBrowser().GetAsync(Alpha + "/login")).ShouldBeOk();
        (await new DatabaseWorld(database, TimeProvider.System).Tenants.ListAsync(tenant => tenant.Slug)).ShouldBeUnique();
        (await new DatabaseWorld(database, TimeProvider.System).Keys.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task FP_09_AWorkerThatFails_LeavesThePagesUp()
    {
        await using var app = await PortalApp.CreateAsync(services: services => services.AddHostedService<FailingWorker>());
        (await app.CreateBrowser().GetAsync("/privacy")).ShouldBeOk();
        await FailingWorker.Failed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        (await app.CreateBrowser().GetAsync("/privacy")).ShouldBeOk();
    }

    [Fact]
    public async Task FD_01_REL_2_WithoutADatabase_PagesSaySoAndComeBack()
    {
        (await App.CreateBrowser().GetAsync(Alpha + "/login")).ShouldBeOk();
        await LimitConnectionsAsync(0);
        try
        {
            await App.Database.ExecuteAsync($"""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'portal_app'
                """);
            var page = await App.CreateBrowser().GetAsync(Alpha + "/login");
            page.ShouldBe(HttpStatusCode.ServiceUnavailable).ShouldHaveHeader("Retry-After", "60");
            (await App.CreateBrowser().GetAsync("/healthz/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await App.CreateBrowser().GetAsync("/healthz/live")).ShouldBeOk();
        }
        finally
        {
            await LimitConnectionsAsync(-1);
        }

        (await App.CreateBrowser().GetAsync(Alpha + "/login")).ShouldBeOk();
        (await App.CreateBrowser().GetAsync("/healthz/ready")).ShouldBeOk();
    }

    [Fact]
    [Trait("Review", "F2")]
    public async Task FP_08_REL_2_WhatIsWrongOnceTheDatabaseIsBack_EndsTheNode_ForWhoeverStartsItAnew()
    {
        await using var node = await PortalApp.CreateAsync(services: services => services.AddScoped<IStartStep, FailingStep>());
        await LimitConnectionsAsync(node, 0);
        var (end, lifetime) = (node.Services.GetRequiredService<NodeEnd>(), node.Services.GetRequiredService<IHostApplicationLifetime>());
        end.Code.ShouldBe(PortalCommandLine.Done);
        var stopping = new TaskCompletionSource();
        await using var told = lifetime.ApplicationStopping.Register(stopping.SetResult);

        await LimitConnectionsAsync(node, -1);

        await stopping.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        end.Code.ShouldBe(PortalCommandLine.Failed);
    }

    private Task LimitConnectionsAsync(int limit) => LimitConnectionsAsync(App, limit);

    private static Task LimitConnectionsAsync(PortalApp app, int limit) =>
        app.Database.ExecuteAsync(FormattableStringFactory.Create($"ALTER DATABASE {app.Database.Name} CONNECTION LIMIT {limit}"));

    private sealed class FailingStep : IStartStep
    {
        public int Order => 100;

        public Task RunAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("A profile that cannot be read.");
    }

    private sealed class FailingWorker : BackgroundService
    {
        public static readonly TaskCompletionSource Failed = new();

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            Failed.SetResult();
            throw new InvalidOperationException("A worker's mistake.");
        }
    }
}
