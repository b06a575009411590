using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Passkeys;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.OwnAccount.Passkeys;

/// <summary>
/// What the tests of this folder share: two tenants of one host
/// that offer passkeys, one user with one, and another user.
/// </summary>
public abstract class PasskeyTest : IAsyncLifetime
{
    protected const string Tenant = "security";
    protected const string OtherTenant = "officephone";
    protected const string Id = "owner.test.cs";
    protected const string List = "/t/security/account/passkeys";

    protected PortalApp App { get; private set; } = null!;

    protected Guid UserId { get; private set; }

    /// <summary>Signed in with the password, ten seconds ago.</summary>
    protected PortalBrowser Owner { get; private set; } = null!;

    protected SoftPasskey Passkey { get; } = new();

    public virtual async ValueTask InitializeAsync()
    {
        App = await PortalApp.CreateAsync();
        foreach (var tenant in new[] { Tenant, OtherTenant })
        {
            await App.ChangeProfileAsync(tenant,
                profile => profile with { SecondFactor = new SecondFactorProfile(SecondFactorMode.Optional, ["emailCode", "passkey"]) });
        }

        UserId = await new Account(Tenant, Id) { Email = "owner@security.example.jp" }.AddToAsync(App);
        Owner = await SignedInAsync(Tenant, Id);
        await Owner.AddPasskeyAsync(Tenant, Passkey);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Passkey.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task<PortalBrowser> SignedInAsync(string tenant, string id)
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(tenant, id);
        return browser;
    }

    protected Task<PasskeyDialog> SignInDialogAsync(PortalBrowser? browser = null) =>
        PasskeyDialog.OpenAsync(browser ?? App.CreateBrowser(), "/t/security/login");

    /// <summary>The events of a kind, the oldest first; those of one moment in any order.</summary>
    protected Task<List<AuditEvent>> EventsAsync(string kind, string tenant = Tenant) =>
        App.QueryAsync(tenant, db => db.AuditEvents.Where(row => row.Kind == kind).OrderBy(row => row.OccurredAt).ToListAsync());

    protected Task<int> SessionsAsync(string tenant = Tenant) =>
        App.QueryAsync(tenant, db => db.Sessions.CountAsync(row => row.EndedAt == null));

    protected Task<Session> LastSessionAsync() =>
        App.QueryAsync(Tenant, db => db.Sessions.Where(row => row.UserId == UserId && row.EndedAt == null)
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).FirstAsync());

    protected Task<Passkey> RowAsync() => App.QueryAsync(Tenant, db => db.Passkeys.SingleAsync(row => row.CredentialId == Passkey.Id));

    protected Task ChangeUserAsync(Action<PortalUser> change) => App.QueryAsync(Tenant, async db =>
    {
        change(await db.Users.Include(row => row.SignIn).Include(row => row.Contract).SingleAsync(row => row.Id == UserId));
        return true;
    });

    /// <summary>Nobody got in, the page says no more than it may, and the log knows why.</summary>
    protected async Task ShouldBeRefusedAsync(PortalPage answer, int sessions, string reason, string? why = null,
        string says = "パスキーでログインできませんでした", string kind = "passkey-refused")
    {
        answer.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Headers["Content-Type"].ShouldStartWith("application/problem+json");
        Regex.Unescape(answer.Body).ShouldContain(says);
        answer.SetCookies.ShouldNotContain(cookie => cookie.StartsWith("__Secure-portal=", StringComparison.Ordinal));
        var refusal = (await EventsAsync(kind)).ShouldHaveSingleItem();
        refusal.Reason.ShouldBe(reason);
        if (why is not null)
        {
            refusal.Details!.ShouldContain(why, Case.Insensitive);
        }

        (await SessionsAsync()).ShouldBe(sessions);
    }

}
