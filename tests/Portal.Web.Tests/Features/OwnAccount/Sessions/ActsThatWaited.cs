using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.TemporaryPasswords;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.TestKit.World;
using Portal.Web.Data;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Features.OwnAccount.Sessions;

/// <summary>
/// Requests that stand in the queue for a hash while somebody ends their session: they come to nothing.
/// </summary>
[Trait("Review", "S5")]
public sealed class ActsThatWaited : SignInTest
{
    private const string Fresh = "Violet8642tram";
    private const string ParentId = "N0009050";
    private readonly SessionReads reads = new();

    /// <summary>The queue is to be long: here it is the account's own, not the session's.</summary>
    protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Portal:RequestsInFlight:PerSession"] = "100" };

    protected override Action<IServiceCollection>? Services =>
        services => services.ConfigureDbContext<NpgsqlPortalDbContext>(options => options.AddInterceptors(reads));

    [Theory]
    [InlineData("disabled by its parent")]
    [InlineData("signed out by its parent")]
    [InlineData("signed out everywhere")]
    [InlineData("password initialised")]
    [InlineData("contract suspended")]
    [InlineData("tenant suspended")]
    [InlineData("validity ended")]
    public async Task SE_03_TR_04_AForcedChangeThatWaited_ChangesNothingAndRevivesNoSession(string meanwhile)
    {
        var temporary = await App.IssueTemporaryPasswordAsync(Tenant, UserId, TemporaryPasswordOrigin.Manager);
        var browser = App.CreateBrowser();
        var page = await browser.SignInAsync(Tenant, Id, temporary);
        page.Address.AbsolutePath.ShouldBe("/t/control/password/required");
        var other = App.CreateBrowser();
        await other.SignInAsync(Tenant, Id, temporary);
        await new Account(Tenant, ParentId) { IsManager = true }.AddToAsync(App);
        var parent = App.CreateBrowser();
        await parent.SignInAsync(Tenant, ParentId);

        var answers = await MeanwhileAsync(
            () => [.. Enumerable.Range(0, 14)
                .Select(i => page.Form("main form").Fill("Current", temporary).Fill("New", i == 13 ? Fresh : "unfit")
                    .Fill("Again", i == 13 ? Fresh : "unfit").SubmitAsync())],
            () => DoAsync(meanwhile, parent));

        answers.ShouldAllBe(answer => answer.Status != HttpStatusCode.OK
            && !answer.SetCookies.Any(cookie => cookie.StartsWith("__Secure-portal=C", StringComparison.Ordinal)));
        (await App.World.Accounts.PasswordHashAsync(UserId)).ShouldBeNull();
        (await EventsAsync("password-changed")).ShouldBe(0);
        (await App.World.Sessions.CountAsync(session => session.UserId == UserId && session.EndedAt == null
            && (session.EndReason == "completed" || session.EndReason == "credentials-changed"))).ShouldBe(0);
        (await App.World.Sessions.CountAsync(UserId)).ShouldBe(2);
    }

    [Theory]
    [InlineData("/t/control/account/password")]
    [InlineData("/t/control/reauth")]
    public async Task SE_03_AProofThatWaited_IsNotTakenAndTellsNothing(string path)
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);
        await new Account(Tenant, ParentId) { IsManager = true }.AddToAsync(App);
        var parent = App.CreateBrowser();
        await parent.SignInAsync(Tenant, ParentId);
        var page = await browser.GetAsync(path);
        var isReauthentication = path.EndsWith("reauth", StringComparison.Ordinal);
        PortalForm Form() =>
            isReauthentication
                ? page.Form("main form").Fill("Password", Right)
                : page.Form("main form").Fill("Current", Right).Fill("New", Fresh).Fill("Again", Fresh);

        var answers =
            await MeanwhileAsync(() => [Form().SubmitAsync(), Form().SubmitAsync()], () => DoAsync("signed out by its parent", parent));

        answers.ShouldAllBe(answer => answer.Status != HttpStatusCode.OK
            && !answer.SetCookies.Any(cookie => cookie.StartsWith("__Secure-portal=C", StringComparison.Ordinal)));
        (await LiveAsync()).ShouldBe(0);
        (await EventsAsync("reauthenticated")).ShouldBe(0);
    }

    [Fact]
    public async Task SE_05_ChangingAndEndingAtTheSameMoment_LeavesNoSessionAndNoDeadlock()
    {
        await new Account(Tenant, ParentId) { IsManager = true }.AddToAsync(App);
        var parent = App.CreateBrowser();
        await parent.SignInAsync(Tenant, ParentId);
        for (var round = 0; round < 10; round++)
        {
            var id = $"N00096{round:D2}";
            var user = await new Account(Tenant, id).AddToAsync(App);
            var browser = App.CreateBrowser();
            await browser.SignInAsync(Tenant, id);
            var confirm = (await (await browser.GetAsync("/t/control/account/password")).Form("main form").Fill("Current", Right)
                .Fill("New", Fresh).Fill("Again", Fresh).SubmitAsync()).ShouldBeOk().Form("main form");
            var end = (await parent.GetAsync($"/t/control/operators/{user}/disable")).ShouldBeOk().Form("main form");

            var answers = await Task.WhenAll(Task.Run(() => confirm.SubmitAsync("変更")), Task.Run(() => end.SubmitAsync()));

            answers[1].Status.ShouldBe(HttpStatusCode.SeeOther);
            answers[0].Status.ShouldBeOneOf(HttpStatusCode.SeeOther, HttpStatusCode.Found, HttpStatusCode.Conflict);
            (await App.World.Sessions.CountOpenAsync(user)).ShouldBe(0);
        }
    }

    [Fact]
    public async Task SE_03_AFormThatWaitedForARowLock_LeavesNothingOnceItsSessionIsOver()
    {
        const string site = "officephone";
        var id = await new Account(site, "A0599001") { Email = "first@office.example.jp", IsManager = true }.AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync(site, "A0599001");
        var form = (await browser.GetAsync("/t/officephone/account/email")).ShouldBeOk().Form("form[action$='/account/email']")
            .Fill("Email", "second@office.example.jp");
        Task<PortalPage>? waiting = null;

        await App.InTenantAsync(site, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await services.GetRequiredService<AccountLocks>().AllAsync(await db.Users.SingleAsync(row => row.Id == id));
            waiting = Task.Run(() => form.SubmitAsync());
            await UntilSomebodyWaitsAsync();
            await services.GetRequiredService<SessionService>().EndAllAsync(id, SessionEnds.EndedByManager);
        });

        (await waiting!).Location.ShouldNotBeNull().ShouldContain("/t/officephone/login");
        (await App.World.AddressChanges.CountAsync(id)).ShouldBe(0);
        (await App.World.Mails.CountToAsync("second@office.example.jp")).ShouldBe(0);
    }

    private async Task UntilSomebodyWaitsAsync()
    {
        while (await App.Database.ReadAsync<long>($"""
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            """) == 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>
    /// Takes the account's turn, lets the requests come as far as it, does the other thing, and gives the turn back.
    /// </summary>
    private async Task<PortalPage[]> MeanwhileAsync(Func<IReadOnlyList<Task<PortalPage>>> send, Func<Task> act)
    {
        var tenant = await App.WithServicesAsync(services => services.GetRequiredService<TenantCatalog>().FindBySlugAsync(Tenant).AsTask());
        IReadOnlyList<Task<PortalPage>> waiting;
        using (await App.Services.GetRequiredService<HashGate>()
            .EnterAsync(new HashCaller(HashQueue.Known, tenant!.Id, "", $"own/{UserId}")))
        {
            reads.Forget();
            waiting = await Task.Run(() => send());
            await reads.UntilAsync(waiting.Count);
            await act();
        }

        return await Task.WhenAll(waiting);
    }

    private Task DoAsync(string meanwhile, PortalBrowser parent) => meanwhile switch
    {
        "disabled by its parent" => PressAsync(parent, "disable"),
        "signed out by its parent" => PressAsync(parent, "end-sessions"),
        "signed out everywhere" => App.InTenantAsync(Tenant,
            services => services.GetRequiredService<SessionService>().EndAllAsync(UserId, SessionEnds.EndedByUser)),
        "password initialised" => App.IssueTemporaryPasswordAsync(Tenant, UserId, TemporaryPasswordOrigin.Staff),
        "contract suspended" => App.World.Contracts.SuspendAllAsync(),
        "tenant suspended" => App.World.Tenants.SuspendAsync(Tenant),
        _ => App.World.Accounts.SetValidUntilAsync(UserId, new DateOnly(2026, 1, 31)),
    };

    private async Task PressAsync(PortalBrowser parent, string act) =>
        (await (await parent.GetAsync($"/t/control/operators/{UserId}/{act}")).ShouldBeOk().Form("main form")
            .SubmitAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);

    private Task<long> LiveAsync() =>
        App.World.Sessions.CountOpenAsync(UserId);
}
