using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Tenancy;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Http.Watch;

/// <summary>What operators are shown, and that nobody else sees it.</summary>
[Collection(nameof(CountersOfTheProcess))]
public sealed class AskingForMetrics : HttpTest
{
    private readonly int port = PortalApp.FreePort();

    protected override IReadOnlyDictionary<string, string?> Settings => Scraping.At(port);

    [Fact]
    public async Task ADMIN_13_MetricsTellOfSignIns_AndOfNobody()
    {
        (await App.CreateBrowser().TrySignInAsync("alpha", Id, "wrong")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        await SignedInAsync();

        var metrics = await Scraping.ReadAsync(port);

        metrics.ShouldMatch("""(?m)^portal_sign_ins_total\{[^}]*outcome="completed"[^}]*tenant="alpha"[^}]*\} [1-9]""");
        metrics.ShouldMatch("""(?m)^portal_sign_ins_total\{[^}]*outcome="refused",reason="WrongPassword",tenant="alpha"[^}]*\} [1-9]""");
        metrics.ShouldMatch("""(?m)^portal_events_total\{[^}]*kind="signed-in"[^}]*tenant="alpha"[^}]*\} [1-9]""");
        metrics.ShouldMatch("""(?m)^http_server_request_duration_seconds_count\{[^\n]*http_route="login/[^\n]* [1-9]""");
        metrics.ShouldNotContain(Id);
        metrics.ShouldNotContain(UserId.ToString());
        metrics.ShouldNotContain("Password=");
    }

    [Fact]
    public async Task ADMIN_13_WhatIsNotCommitted_IsNotCounted()
    {
        using var counted = new MeterReading("portal.events");

        await Should.ThrowAsync<InvalidOperationException>(() => RecordAsync(fails: true));
        counted.Total.ShouldBe(0);

        await RecordAsync(fails: false);
        counted.Total.ShouldBe(1);
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/metrics/")]
    [InlineData("/t/alpha/metrics")]
    [InlineData("/admin/metrics")]
    public async Task WB_15_ThePublicAddress_DoesNotKnowThem(string path) =>
        (await App.CreateBrowser().GetAsync(path)).ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task WB_15_NoWordOfARequest_LeadsFromThePublicPortToThem()
    {
        var metricsPort = PortalApp.FreePort();
        await using var listening = await PortalApp.ListenAsync(Scraping.At(metricsPort));
        var publicPort = listening.ClientOptions.BaseAddress.Port;

        foreach (var host in new[] { "localhost", $"localhost:{metricsPort}", $"127.0.0.1:{metricsPort}" })
        {
            (await Scraping.AskAsync(publicPort, host: host)).StatusCode.ShouldBe(HttpStatusCode.NotFound, host);
        }

        (await Scraping.AskAsync(metricsPort)).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var path in new[] { "/", "/healthz/ready", "/t/control/login", "/admin/login" })
        {
            (await Scraping.AskAsync(metricsPort, path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task ADMIN_13_WhereNobodyWasNamed_NothingIsMeasured()
    {
        await using var usual = await PortalApp.CreateAsync();

        usual.Services.GetService<MeterProvider>().ShouldBeNull();
        usual.Services.GetService<TracerProvider>().ShouldBeNull();
    }

    private async Task RecordAsync(bool fails)
    {
        var tenant = await App.Services.GetRequiredService<TenantCatalog>().FindBySlugAsync("alpha");
        await App.Services.GetRequiredService<TenantWork>().RunAsync(
            tenant!,
            WorkActor.System("test"),
            services =>
            {
                services.GetRequiredService<AuditLog>().Record(AuditKinds.SignInFailed);
                return fails ? throw new InvalidOperationException("The work failed.") : Task.FromResult(1);
            },
            CancellationToken.None);
    }
}
