using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;

namespace Portal.Web.Tests.Features.LinkedAdministrators;

public sealed class Consenting : LinkedTest
{
    private const string Asked = "ikou@officephone.example.jp";
    private const string Consent = Base + "/consent";
    private Guid asked;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        asked = await new Account(Tenant, Asked)
        {
            Door = "email",
            Role = AccountRole.LinkedManager,
            Contract = null,
            Email = Asked,
            With = user => user.CreatedAt = new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero),
        }.AddToAsync(App);
    }

    [Fact]
    public async Task LINK_3_ConsentIsAskedOnce_AndRecordedWithTimeAndVersion()
    {
        var browser = App.CreateBrowser();
        var page = await browser.SignInAsync(Tenant, Asked, door: "email");
        page.ShouldBeOk().Address.AbsolutePath.ShouldBe(Consent);
        (await page.ClickAsync("規約の全文を読む")).ShouldBeOk().ShouldShow("版：2026-04");

        var done = await (await page.Form("form[action$='/consent']").SubmitAsync("同意してログイン")).FollowAsync();

        done.ShouldBeOk().Find("meta[http-equiv=refresh]").GetAttribute("content").ShouldNotBeNull().ShouldContain(Base + "/home");
        (await done.ClickAsync("次へ進む")).ShouldBeOk().Address.AbsolutePath.ShouldBe(Base + "/home");
        (await App.World.Consents.ReadAsync(asked, row => row.Version)).ShouldBe("2026-04");
        (await App.World.Consents.ReadAsync(asked, row => row.AcceptedAt)).ShouldBe(App.Time.GetUtcNow());
        (await App.World.Audit.CountAsync("terms-accepted", asked)).ShouldBe(1);
        (await App.CreateBrowser().SignInAsync(Tenant, Asked, door: "email")).Address.AbsolutePath.ShouldBe(Base + "/home");
    }

    [Fact]
    public async Task LINK_3_BeforeThat_NothingElseOpens()
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Asked, door: "email");

        (await browser.GetAsync(Ids)).ShouldRedirectTo(Consent);
        (await browser.GetAsync(Base + "/account")).ShouldRedirectTo(Consent);
        var page = await browser.GetAsync(Consent);
        (await browser.PostAsync(Ids + "/link", page.Form().Fields.Select(field => KeyValuePair.Create(field.Name, field.Value))))
            .ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync(Consent + "/done")).ShouldRedirectTo(Consent);
    }

    [Fact]
    public async Task LINK_3_WhoDoesNotAgree_IsBackAtTheSignInPage()
    {
        var browser = App.CreateBrowser();
        var page = await browser.SignInAsync(Tenant, Asked, door: "email");

        (await page.Form("form[action$='/refuse']").SubmitAsync()).ShouldRedirectTo(Base + "/login/email");

        (await browser.GetAsync(Base + "/home")).Location.ShouldNotBeNull().ShouldStartWith(Base + "/login");
        (await App.World.Consents.CountAsync()).ShouldBe(0);
        (await App.World.Audit.CountAsync("terms-refused", asked)).ShouldBe(1);
        (await App.World.Sessions.CountOpenAsync(asked)).ShouldBe(0);
    }

    [Fact]
    public async Task LINK_3_YoungerAccountsAndOtherDomains_AreNotAsked()
    {
        (await App.CreateBrowser().SignInAsync(Tenant, ManagerId, door: "email")).Address.AbsolutePath.ShouldBe(Base + "/home");
        await App.World.Accounts.ChangeAsync(user => user.Id == asked, user => user.CreatedAt, App.Time.GetUtcNow());
        (await App.CreateBrowser().SignInAsync(Tenant, Asked, door: "email")).Address.AbsolutePath.ShouldBe(Base + "/home");
        (await AdministratorAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task LINK_3_ANewVersion_IsAskedAnew()
    {
        var browser = await AgreedAsync();
        await ChangeTermsAsync();

        (await browser.GetAsync(Base + "/home")).ShouldRedirectTo(Consent);
    }

    [Fact]
    public async Task LINK_3_LINK_7_InAnIdsPlace_ItIsTheReaderWhoIsAsked()
    {
        var browser = await AgreedAsync();
        var place = PlaceOf(await OpenAsync(browser, FirstId));
        var form = (await browser.GetAsync(place + "/operators")).ShouldBeOk().Form("form[action$='/logout']");
        await ChangeTermsAsync();

        (await browser.GetAsync(place + "/operators")).ShouldRedirectTo(Consent);
        (await browser.PostAsync($"{place}/operators/{FirstUser}/end-sessions",
            form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))).ShouldBeForbidden();

        await (await browser.GetAsync(Consent)).ShouldBeOk().Form("form[action$='/consent']").SubmitAsync();
        (await browser.GetAsync(place + "/operators")).ShouldBeOk();
        (await App.World.Consents.CountAsync(asked)).ShouldBe(2);
        (await App.World.Audit.CountAsync("terms-accepted", First)).ShouldBe(0);
    }

    [Fact]
    public async Task LINK_3_WhoIsNotAsked_RefusesNothing()
    {
        var browser = await AgreedAsync();
        var form = (await browser.GetAsync(Base + "/home")).Form("form[action$='/logout']");

        (await browser.PostAsync(Consent + "/refuse", form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value))))
            .ShouldRedirectTo(Base + "/home");

        (await EventsAsync("terms-refused")).ShouldBe(0);
        (await App.World.Sessions.CountOpenAsync(asked)).ShouldBe(1);
        (await browser.GetAsync(Base + "/home")).ShouldBeOk();
    }

    [Fact]
    public async Task LINK_3_CASE_8_AnOpenCase_IsToldNothingMore_AndItsScriptIsRefused()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Features = [.. profile.Features, "cases"] });
        var row = await App.InTenantAsync(Tenant, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var author = await db.Users.FindAsync([db.Scope.Current, First]);
            return (await services.GetRequiredService<CaseOpening>()
                .OpenAsync(author!, new NewCase(CaseKind.Fault, "つながらない", "最初の質問です", false))).Row;
        });
        var browser = await AgreedAsync();
        var page = $"{PlaceOf(await OpenAsync(browser, FirstId))}/cases/{CaseNumber.Of(row.Number)}";
        await using var open = await browser.ListenAsync(page + "/live?after=0");
        (await open.NextAsync()).ShouldNotBeNull().Data.ShouldBe("1");
        await ChangeTermsAsync();

        // The look that was under way had asked already; the next one has not.
        await CommentAsync(row);
        if (await open.NextAsync() is not null)
        {
            await CommentAsync(row);
            (await open.NextAsync()).ShouldBeNull();
        }

        (await browser.GetAsync(page + "/entries?after=0")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync(page + "/live?after=0")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync(page)).ShouldRedirectTo(Consent);
    }

    private Task CommentAsync(SupportCase row) => App.InTenantAsync(Tenant,
        services => services.GetRequiredService<CaseTalk>().CommentAsync(row.Id, CaseActor.System, "補足です"));

    private async Task<PortalBrowser> AgreedAsync()
    {
        var browser = App.CreateBrowser();
        var page = await browser.SignInAsync(Tenant, Asked, door: "email");
        await page.Form("form[action$='/consent']").SubmitAsync();
        return browser;
    }

    private Task ChangeTermsAsync() => App.ChangeProfileAsync(Tenant, profile =>
    {
        var linked = profile.LinkedAdministrators!;
        return profile with { LinkedAdministrators = linked with { Consent = linked.Consent! with { Version = "2027-01" } } };
    });
}
