using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.TestKit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Nodes;

/// <summary>
/// Nodes as processes on one database, killed while people write (SCALE-4, REL-1): who was answered with success finds
/// it there, once, and nobody signs in again.
/// </summary>
[Collection(nameof(KillingANode))]
public sealed class KillingANode : IAsyncLifetime
{
    private const int Writers = 5;
    private const string Contract = "N900000001";

    private readonly ConcurrentBag<string> accepted = [];
    private PortalApp app = null!;
    private string page = "";

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync(services: _ => { }, time: FakeTime.Running());
        await app.ChangeProfileAsync("security",
            profile => profile with { SecondFactor = new SecondFactorProfile(), SignInNotice = "off" });
        var ids = new List<Guid>();
        for (var number = 0; number < Writers; number++)
        {
            ids.Add(await new Account("security", Login(number)) { Contract = Contract, Email = Login(number)[..^3] }.AddToAsync(app));
        }

        var row = await app.InTenantAsync("security", async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var user = await db.Users.FindAsync([db.Scope.Current, ids[0]]);
            var opened = await services.GetRequiredService<CaseOpening>()
                .OpenAsync(user!, new NewCase(CaseKind.Alert, "警報について", "最初の質問です", false));
            db.RecordedEvents.Clear();
            return opened.Row;
        });
        page = $"/t/security/cases/{CaseNumber.Of(row.Number)}";
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task SCALE_4_OneOfTwoNodesIsKilledUnderLoad_NobodyIsThrownOut_AndNothingAcceptedIsLost()
    {
        using var one = await NodeProcess.StartAsync(app.Database, PortalApp.FreePort());
        using var two = await NodeProcess.StartAsync(app.Database, PortalApp.FreePort());
        await using var proxy = await NodesBehindAProxy.StartAsync([one.Address, two.Address]);
        var browsers = await SignInAsync(proxy.Address);
        using var end = new CancellationTokenSource();

        var writing = browsers.Select((browser, number) => WriteAsync(browser, number, end.Token)).ToList();
        await ReachedAsync(10, writing);
        await one.KillAsync();
        await ReachedAsync(accepted.Count + 20, writing);
        await end.CancelAsync();
        await Task.WhenAll(writing);

        await ShouldBeThereOnceAsync(browsers);
    }

    [Fact]
    public async Task REL_1_FP_02_KilledAgainAndAgainUnderLoad_WhatWasAnsweredIsThere_Once()
    {
        var port = PortalApp.FreePort();
        var node = await NodeProcess.StartAsync(app.Database, port);
        try
        {
            await using var proxy = await NodesBehindAProxy.StartAsync([node.Address]);
            var browsers = await SignInAsync(proxy.Address);
            using var end = new CancellationTokenSource();
            var writing = browsers.Select((browser, number) => WriteAsync(browser, number, end.Token)).ToList();
            for (var kill = 0; kill < 4; kill++)
            {
                await ReachedAsync(accepted.Count + 5, writing);
                await node.KillAsync();
                node.Dispose();
                node = await NodeProcess.StartAsync(app.Database, port);
            }

            await ReachedAsync(accepted.Count + 5, writing);
            await end.CancelAsync();
            await Task.WhenAll(writing);

            await ShouldBeThereOnceAsync(browsers);
        }
        finally
        {
            node.Dispose();
        }
    }

    private static string Login(int number) => $"writer{number}@example.jp.cs";

    private async Task<PortalBrowser[]> SignInAsync(Uri proxy) => await Task.WhenAll(Enumerable.Range(0, Writers).Select(async number =>
    {
        var browser = app.CreateBrowser(proxy);
        (await browser.SignInAsync("security", Login(number))).ShouldBeOk();
        return browser;
    }));

    /// <summary>Writes one comment after the other; what got no answer is sent again, the same form.</summary>
    private async Task WriteAsync(PortalBrowser browser, int number, CancellationToken end)
    {
        for (var count = 0; !end.IsCancellationRequested; count++)
        {
            var text = $"書き手{number}の{count}件目";
            var form = (await Insistence.InsistAsync(() => browser.GetAsync(page))).ShouldBeOk()
                .Form("form[action$='/comments']").Fill("Text", text);
            (await Insistence.InsistAsync(() => form.SubmitAsync("送信"))).ShouldRedirectTo(page);
            accepted.Add(text);
        }
    }

    /// <summary>Waits until so many were accepted; ends with whoever writes.</summary>
    private async Task ReachedAsync(int count, List<Task> writing)
    {
        while (accepted.Count < count)
        {
            var ended = await Task.WhenAny([.. writing, Task.Delay(20)]);
            if (writing.Contains(ended))
            {
                await ended;
            }
        }
    }

    private async Task ShouldBeThereOnceAsync(PortalBrowser[] browsers)
    {
        var written = await app.World.CaseEntries.AskAsync(rows => rows.Where(row => row.Source != null).Select(row => row.Source!));
        accepted.Count.ShouldBeGreaterThan(Writers);
        accepted.Except(written).ShouldBeEmpty("accepted and lost");
        written.ShouldBeUnique();
        (await app.World.Audit.CountAsync("case-commented")).ShouldBe(written.Count - 1); // one opened the case
        (await app.World.Sessions.CountAsync()).ShouldBe(Writers);
        foreach (var browser in browsers)
        {
            (await browser.GetAsync("/t/security/home")).ShouldBeOk();
        }
    }
}
