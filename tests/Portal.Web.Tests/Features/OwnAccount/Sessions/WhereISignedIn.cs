using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Tests.Features.Operators;

namespace Portal.Web.Tests.Features.OwnAccount.Sessions;

public sealed class WhereISignedIn : OperatorsTest
{
    private const string Url = "/t/control/account/sessions";

    [Fact]
    public async Task HIST_1_EachSessionIsShownWithDeviceAddressTimesAndMethodAndThisOneIsMarked()
    {
        var phone = App.CreateBrowser();
        (phone.Address, phone.UserAgent) =
            (IPAddress.Parse("198.51.100.7"), "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1");
        await phone.SignInAsync(Tenant, ChildId);
        App.Time.Advance(TimeSpan.FromMinutes(5));
        var desk = await SignedInAsync(ChildId);

        var page = (await desk.GetAsync(Url)).ShouldBeOk();

        page.Texts("main .p-box h2").Count.ShouldBe(2);
        page.Texts("main .p-box h2")[0].ShouldEndWith("この端末");
        page.Texts("main .p-box h2")[1].ShouldBe("Safari 18 (iPhone)");
        page.ShouldShow("198.51.100.7").ShouldShow("パスワード").ShouldShow("2026/05/13 10:00").ShouldShow("2026/05/13 20:00");
        page.Document.QuerySelectorAll("form[action$='/end']").Length.ShouldBe(1);
        (await desk.GetAsync(Url + "?culture=en")).ShouldShow("Your devices").ShouldShow("This device");
    }

    [Fact]
    public async Task HIST_1_SE_07_AnEndedSessionIsRefusedAtItsNextRequestOnEveryNodeAndToldWhy()
    {
        var lost = await SignedInAsync(ChildId);
        var desk = await SignedInAsync(ChildId);
        await using var other = App.SecondNode();
        (await lost.At(other).GetAsync(Url)).ShouldBeOk();

        (await (await desk.GetAsync(Url)).Form("form[action$='/end']").SubmitAsync()).ShouldRedirectTo(Url);

        var refused = await lost.At(other).GetAsync(Url);
        refused.ShouldBe(HttpStatusCode.Found);
        refused.Location.ShouldNotBeNull().ShouldContain("ended=ended-by-user");
        (await refused.FollowAsync()).ShouldShow("ほかの端末からの操作により、ログアウトしました。");
        (await desk.GetAsync(Url)).ShouldBeOk().ShouldShow("端末をログアウトしました。").Document.QuerySelectorAll("main .p-box").Length.ShouldBe(1);
        var recorded = await App.QueryAsync(Tenant, db => db.AuditEvents.SingleAsync(row => row.Kind == AuditKinds.SessionEnded));
        (recorded.SubjectId, recorded.ActorId, recorded.Reason, recorded.Details)
            .ShouldBe((Child, Child, "ended-by-user", """{"sessions":1}"""));
    }

    [Fact]
    public async Task HIST_1_AllOthersEndAtOnceAndThisOneStays()
    {
        PortalBrowser[] others = [await SignedInAsync(ChildId), await SignedInAsync(ChildId), await SignedInAsync(ChildId)];
        var sibling = await SignedInAsync(SiblingId);
        var desk = await SignedInAsync(ChildId);

        (await (await desk.GetAsync(Url)).Form("form[action$='end-others']").SubmitAsync()).ShouldRedirectTo(Url);

        foreach (var browser in others)
        {
            (await browser.GetAsync(Url)).ShouldBe(HttpStatusCode.Found);
        }

        (await sibling.GetAsync(Url)).ShouldBeOk();
        (await desk.GetAsync(Url)).ShouldBeOk().ShouldShow("ほかの端末（3台）をログアウトしました。").Has("form[action$='end-others']").ShouldBeFalse();
    }

    [Fact]
    public async Task HIST_1_ASecondClickEndsNothingAndSaysSo()
    {
        await SignedInAsync(ChildId);
        var desk = await SignedInAsync(ChildId);
        var form = (await desk.GetAsync(Url)).Form("form[action$='/end']");
        var inAnotherTab = (await desk.GetAsync(Url)).Form("form[action$='/end']");
        await form.SubmitAsync();
        await desk.GetAsync(Url);

        (await (await inAnotherTab.SubmitAsync()).FollowAsync()).ShouldShow("その端末はすでにログアウトしています。");

        (await App.QueryAsync(Tenant, db => db.AuditEvents.CountAsync(row => row.Kind == AuditKinds.SessionEnded))).ShouldBe(1);
    }

    [Fact]
    public async Task AZ_05_AnothersSessionIsNotFound()
    {
        await SignedInAsync(SiblingId);
        await SignedInAsync(ChildId);
        var desk = await SignedInAsync(ChildId);
        var foreign =
            await App.QueryAsync(Tenant, db => db.Sessions.Where(row => row.UserId == Sibling).Select(row => row.Id).SingleAsync());
        var token = (await desk.GetAsync(Url)).Find("main form input[name=__RequestVerificationToken]").GetAttribute("value")!;

        (await desk.PostAsync($"{Url}/{foreign}/end", [new("__RequestVerificationToken", token)])).ShouldBeNotFound();
        (await desk.PostAsync($"{Url}/{Guid.NewGuid()}/end", [new("__RequestVerificationToken", token)])).ShouldBeNotFound();

        (await App.QueryAsync(Tenant, db => db.Sessions.CountAsync(row => row.UserId == Sibling && row.EndedAt == null))).ShouldBe(1);
        (await App.CreateBrowser().GetAsync(Url)).ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task SE_07_MFA_6_EndingAsksForAProofWhenTheLastOneIsOld()
    {
        var lost = await SignedInAsync(ChildId);
        var desk = await SignedInAsync(ChildId);
        App.Time.Advance(TimeSpan.FromMinutes(11));
        await lost.GetAsync(Url);

        var asked = await (await desk.GetAsync(Url)).Form("form[action$='/end']").SubmitAsync();

        asked.ShouldBe(HttpStatusCode.SeeOther).Location.ShouldNotBeNull().ShouldStartWith("/t/control/reauth?next=");
        (await lost.GetAsync(Url)).ShouldBeOk();
    }

    [Fact]
    public async Task SE_06_TenParallelSignInsLeaveNoMoreSessionsThanThePolicyAllows()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Session = profile.Session with { PerAccount = 3 } });

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SignedInAsync(ChildId)));

        (await App.QueryAsync(Tenant, db => db.Sessions.CountAsync(row => row.UserId == Child && row.EndedAt == null))).ShouldBe(3);
        (await App.QueryAsync(Tenant, db => db.Sessions.CountAsync(row => row.UserId == Child && row.EndReason == "too-many"))).ShouldBe(7);
    }

    [Fact]
    public async Task SE_12_PagesOfTheAccountAreNotKeptByTheBrowserAndSigningOutClearsItsCache()
    {
        var desk = await SignedInAsync(ChildId);
        var page = (await desk.GetAsync(Url)).ShouldHaveHeader("Cache-Control", "no-store");

        var left = await page.Form("form[action$='/logout']").SubmitAsync();

        left.ShouldHaveHeader("Clear-Site-Data", "\"cache\"");
        (await desk.GetAsync(Url)).ShouldBe(HttpStatusCode.Found);
    }
}
