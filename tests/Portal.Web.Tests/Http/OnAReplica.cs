using System.Net;
using System.Runtime.CompilerServices;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Http;

/// <summary>After a failover to a server that only reads (FD-06).</summary>
public sealed class OnAReplica : IAsyncLifetime
{
    private const string Id = "N0009001";
    private const string Password = "/t/control/account/password";

    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync(services: _ => { });
        await new Account("control", Id).AddToAsync(app);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task FD_06_NobodyIsLetIn_NothingIsWritten_WhatOnlyReadsGoesOn_AndAllComesBack()
    {
        var (inside, outside) = (app.CreateBrowser(), app.CreateBrowser());
        (await inside.SignInAsync("control", Id)).ShouldBeOk();
        var (events, sessions) = (await app.World.Audit.CountAsync(), await app.World.Sessions.CountAsync());
        await OnlyReadAsync(true);
        try
        {
            (await outside.GetAsync("/t/control/login")).ShouldBeOk();
            (await inside.GetAsync(Password)).ShouldBeOk();
            foreach (var secret in new[] { Account.UsualPassword, "Wrong.9753" })
            {
                (await outside.TrySignInAsync("control", Id, secret)).ShouldBe(HttpStatusCode.ServiceUnavailable)
                    .ShouldHaveHeader("Retry-After", "60");
            }

            (await outside.GetAsync("/t/control/home")).ShouldBe(HttpStatusCode.Found);
            (await app.World.Audit.CountAsync()).ShouldBe(events);
            (await app.World.Sessions.CountAsync()).ShouldBe(sessions);
        }
        finally
        {
            await OnlyReadAsync(false);
        }

        (await outside.SignInAsync("control", Id)).ShouldBeOk();
        (await inside.GetAsync("/t/control/home")).ShouldBeOk();
    }

    private async Task OnlyReadAsync(bool only)
    {
        await app.Database.ExecuteAsync(FormattableStringFactory.Create(
            $"ALTER ROLE portal_app IN DATABASE {app.Database.Name} SET default_transaction_read_only = {(only ? "on" : "off")}"));
        await app.Database.ExecuteAsync($"""
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'portal_app'
            """);

        // Each connection that the pool still has breaks once.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.CreateBrowser().GetAsync("/t/control/login"))))
            .All(page => page.Status == HttpStatusCode.OK))
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }
}
