using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.TestKit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Databases;
using Portal.TestKit.Web;
using Portal.Web.Audit.Verification;
using Portal.Web.Data;
using Portal.Web.Domain.Cases;
using Portal.Web.Jobs.Sealing;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Nodes;

/// <summary>
/// PostgreSQL killed while people write and guess. Three kills under eight writers, where the case asks for fifty
/// writers with a hundred writes each: what a kill can break does not depend on their number, and this takes seconds.
/// </summary>
[Collection(nameof(KillingANode))]
public sealed class KillingTheDatabase : IAsyncLifetime
{
    private const int Kills = 3;
    private const int Writers = 5;
    private const int Guessers = 3;
    private const string Contract = "N900000001";

    // Below the hundred that make a password void.
    private const int MostGuesses = 80;

    private readonly ConcurrentBag<string> accepted = [];
    private readonly int[] refused = new int[Guessers];
    private readonly List<Guid> guessed = [];
    private DurableServer server = null!;
    private PortalApp app = null!;
    private string page = "";

    public async ValueTask InitializeAsync()
    {
        server = await DurableServer.StartAsync();
        app = PortalApp.On(server.Database, FakeTime.Running());
        await app.ChangeProfileAsync("security", profile => profile with
        {
            SecondFactor = new SecondFactorProfile(),
            SignInNotice = "off",
            Lockout = profile.Lockout with { Limit = 99, RepeatedGuessCountsOnce = false },
        });
        var author = Guid.Empty;
        foreach (var login in Enumerable.Range(0, Writers).Select(Writer))
        {
            author = await new Account("security", login) { Contract = Contract, Email = login[..^3] }.AddToAsync(app);
        }

        foreach (var login in Enumerable.Range(0, Guessers).Select(Guessed))
        {
            guessed.Add(await new Account("security", login).AddToAsync(app));
        }

        page = await app.InTenantAsync("security", async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var opened = await services.GetRequiredService<CaseOpening>()
                .OpenAsync((await db.Users.FindAsync([db.Scope.Current, author]))!,
                    new NewCase(CaseKind.Alert, "警報について", "最初の質問です", false));
            db.RecordedEvents.Clear();
            return $"/t/security/cases/{CaseNumber.Of(opened.Row.Number)}";
        });
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task FD_04_KilledAgainAndAgain_WhatWasAnsweredIsThere_CountersAgree_AndTheLogIsWhatWasSealed()
    {
        var browsers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(SignInAsync));
        using var end = new CancellationTokenSource();
        List<Task> working = [
            .. browsers.Select((browser, number) => WriteAsync(browser, number, end.Token)),
            .. Enumerable.Range(0, Guessers).Select(number => GuessAsync(number, end.Token))];

        for (var kill = 0; kill < Kills; kill++)
        {
            await ReachedAsync(accepted.Count + 10, working);
            await server.KillAsync();
            await server.StartAgainAsync();
            app.Time.Advance(TimeSpan.FromMinutes(6)); // what was recorded so far can be sealed
            await ReachedAsync(accepted.Count + 5, working);
            await SealAsync();
        }

        await end.CancelAsync();
        await Task.WhenAll(working);

        await ShouldBeThereOnceAsync();
        await GuessesShouldBeCountedAsync();
        await LogShouldBeWholeAsync();
        foreach (var browser in browsers)
        {
            (await browser.GetAsync("/t/security/home")).ShouldBeOk();
        }
    }

    private static string Writer(int number) => $"writer{number}@example.jp.cs";

    private static string Guessed(int number) => $"guessed{number}.cs";

    private async Task<PortalBrowser> SignInAsync(int number)
    {
        var browser = app.CreateBrowser();
        (await browser.SignInAsync("security", Writer(number))).ShouldBeOk();
        return browser;
    }

    /// <summary>One comment after the other; a form that got no answer is sent again, the same.</summary>
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

    private async Task GuessAsync(int number, CancellationToken end)
    {
        for (var count = 0; count < MostGuesses && !end.IsCancellationRequested; count++)
        {
            var browser = app.CreateBrowser();
            browser.Address = IPAddress.Parse($"198.51.100.{(number * MostGuesses) + count + 1}");
            var form = (await Insistence.InsistAsync(() => browser.GetAsync("/t/security/login"))).ShouldBeOk().Form("main form")
                .Fill("Identifier", Guessed(number)).Fill("Password", $"Wrong{count}-Tiger");
            (await Insistence.InsistAsync(() => form.SubmitAsync())).ShouldBeRefused();
            Interlocked.Increment(ref refused[number]);
        }
    }

    /// <summary>Waits until so many were accepted; ends with whoever fails.</summary>
    private async Task ReachedAsync(int count, List<Task> working)
    {
        while (accepted.Count < count)
        {
            var ended = await Task.WhenAny([.. working.Where(task => !task.IsCompletedSuccessfully), Task.Delay(20)]);
            await ended;
        }
    }

    private async Task SealAsync()
    {
        while (await app.Services.GetRequiredService<AuditSealRound>().RunOnceAsync(TestContext.Current.CancellationToken) > 0)
        {
        }
    }

    private async Task ShouldBeThereOnceAsync()
    {
        var written = await app.World.CaseEntries.AskAsync(rows => rows.Where(row => row.Source != null).Select(row => row.Source!));
        accepted.Count.ShouldBeGreaterThanOrEqualTo(Kills * 15);
        accepted.Except(written).ShouldBeEmpty("accepted and lost");
        written.ShouldBeUnique();
        (await app.World.Audit.CountAsync("case-commented")).ShouldBe(written.Count - 1); // one opened the case
        (await app.World.Cases.ReadAsync(row => row.EntryCount)).ShouldBe((int)await app.World.CaseEntries.CountAsync());
    }

    private async Task GuessesShouldBeCountedAsync()
    {
        foreach (var (number, user) in guessed.Index())
        {
            var counted = await app.World.Locks.ReadAsync(user, state => state.TotalFailures);
            counted.ShouldBeGreaterThanOrEqualTo(refused[number], "each that was answered");
            ((int)await app.World.Audit.CountAsync("sign-in-failed", user)).ShouldBe(counted);
            (await app.World.Locks.FailuresAsync(user)).ShouldBe(counted);
        }
    }

    private async Task LogShouldBeWholeAsync()
    {
        app.Time.Advance(TimeSpan.FromMinutes(6));
        await SealAsync();
        var security = await app.QueryAsync("security", db => Task.FromResult(db.Scope.Current));
        var tenant = (await app.Services.GetRequiredService<TenantCatalog>().FindBySlugAsync("security"))!;
        var step = await app.Services.GetRequiredService<ChainVerification>().StepAsync(tenant, ChainCursor.Start, long.MaxValue);
        step.Break.ShouldBeNull();
        (await app.World.AuditLeaves.CountAsync(leaf => leaf.TenantId == security))
            .ShouldBe(await app.World.Audit.CountAsync(happened => happened.TenantId == security), "every event has its place");
        (await app.World.AuditSeals.CountAsync(seal => seal.TenantId == security)).ShouldBeGreaterThan(1);
    }
}
