using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Domain.Tenants;

namespace Portal.Web.Tests.Features.Admin.Tenants;

public sealed class SwitchingASiteOff : StaffTest
{
    private const string Page = "/admin/tenants/control";
    private const string LoginId = "N0009001";

    protected override IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?> { ["Portal:Telephony:Secrets:homephone"] = "secret-of-these-tests" };

    [Fact]
    public async Task AZ_21_EN_10_ASuspendedSite_IsNotThere_AndItsSessionsEnd()
    {
        var id = await new Account(Control, LoginId).AddToAsync(App);
        var user = App.CreateBrowser();
        await user.SignInAsync(Control, LoginId);
        var browser = await SystemAdministratorAsync();

        var answer = await SuspendAsync(browser);

        answer.ShouldRedirectTo(Page);
        (await answer.FollowAsync()).ShouldShow("停止しました").ShouldShow("停止中");
        (await user.GetAsync("/t/control/account/password")).ShouldBeNotFound();
        var unknown = await App.CreateBrowser().GetAsync("/t/none/login");
        var suspended = await App.CreateBrowser().GetAsync("/t/control/login");
        suspended.ShouldBeNotFound().Body.ShouldBe(unknown.Body);
        (await App.QueryAsync(Control, db => db.Sessions.CountAsync(row => row.EndedAt == null))).ShouldBe(0);
        (await browser.GetAsync(PathOf(Control, id))).ShouldBeOk();
        var happened = (await EventsAsync(ProfileEvents.Suspended)).ShouldHaveSingleItem();
        (happened.Tenant, happened.Event.Reason, happened.Event.ActorName).ShouldBe((Control, "契約の終了", SystemId));
    }

    [Fact]
    public async Task AZ_21_AResumedSite_IsThereAgain_ButNobodyIsInWithoutSigningIn()
    {
        await new Account(Control, LoginId).AddToAsync(App);
        var user = App.CreateBrowser();
        await user.SignInAsync(Control, LoginId);
        var browser = await SystemAdministratorAsync();
        await SuspendAsync(browser);

        var answer = await (await browser.GetAsync(Page + "/resume")).ShouldBeOk().Form().Fill("Reason", "再契約").SubmitAsync();

        (await answer.FollowAsync()).ShouldShow("再開しました").ShouldShow("稼働中");
        (await user.GetAsync("/t/control/account/password")).Status.ShouldBe(HttpStatusCode.Found);
        (await App.CreateBrowser().SignInAsync(Control, LoginId)).ShouldBeOk();
        (await EventsAsync(ProfileEvents.Resumed)).ShouldHaveSingleItem().Event.Reason.ShouldBe("再契約");
    }

    [Fact]
    public async Task AZ_21_CallsAreRefused_AndTheDataStays()
    {
        await new Account(Control, LoginId).AddToAsync(App);
        var browser = await SystemAdministratorAsync();
        var before = await CountsAsync();
        (await CallAsync()).ShouldBe(HttpStatusCode.Forbidden);

        await (await browser.GetAsync("/admin/tenants/homephone/suspend")).Form().Fill("Slug", "homephone").Fill("Reason", "終了")
            .SubmitAsync();
        await SuspendAsync(browser);

        (await CallAsync()).ShouldBe(HttpStatusCode.NotFound);
        (await CountsAsync()).ShouldBe(before);
    }

    private Task<(int Users, int Contracts)> CountsAsync() =>
        App.QueryAsync(Control, async db => (await db.Users.CountAsync(), await db.Contracts.CountAsync()));

    /// <summary>Not signed, so that a portal that is there refuses it.</summary>
    private async Task<HttpStatusCode> CallAsync()
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, "/telephony/homephone/voice")
        {
            Content = new FormUrlEncodedContent([new("CallSid", "CA1"), new("From", "+81666660001")]),
        };
        return (await App.CreateBrowser().SendAsync(post)).Status;
    }

    [Fact]
    public async Task AZ_21_AnotherNodeFollows()
    {
        await using var other = App.SecondNode();
        (await other.CreateBrowser().GetAsync("/t/control/login")).ShouldBeOk();
        await SuspendAsync(await SystemAdministratorAsync());

        await UntilAsync(other, "/t/control/login", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("contorl", "契約の終了", "「control」と入力してください")]
    [InlineData("", "契約の終了", "「control」と入力してください")]
    [InlineData("control", "", "理由")]
    public async Task ADMIN_10_WithoutTheNameTypedAndAReason_NothingIsSwitchedOff(string slug, string reason, string said)
    {
        var answer = await SuspendAsync(await SystemAdministratorAsync(), slug, reason);

        answer.ShouldBeRefused().ShouldShow(said);
        answer.Form().Fields.ShouldContain(("Slug", slug));
        (await App.CreateBrowser().GetAsync("/t/control/login")).ShouldBeOk();
        (await EventsAsync(ProfileEvents.Suspended)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_10_WhatIsOffIsNotSwitchedOffAgain()
    {
        var browser = await SystemAdministratorAsync();
        var open = (await browser.GetAsync(Page + "/suspend")).Form().Fill("Slug", Control).Fill("Reason", "二度目");
        await SuspendAsync(browser);

        (await (await open.SubmitAsync()).FollowAsync()).ShouldShow("すでに停止しています");

        (await (await browser.GetAsync(Page + "/suspend")).FollowAsync()).ShouldShow("すでに停止しています");
        (await EventsAsync(ProfileEvents.Suspended)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ADMIN_10_MFA_6_OnlySystemAdministrators_AndOnlyAfterAFreshProof()
    {
        var administrator = await AdministratorAsync();
        (await administrator.GetAsync(Page + "/suspend")).ShouldBeForbidden();
        (await administrator.GetAsync(Page)).ShouldBeOk().ShouldNotShow("サイトの停止");
        var browser = await SystemAdministratorAsync();
        (await browser.GetAsync("/admin/tenants/none/suspend")).ShouldBeNotFound();
        (await browser.GetAsync("/admin/tenants/admin/suspend")).ShouldBeNotFound();
        App.Time.Advance(TimeSpan.FromMinutes(11));
        (await browser.GetAsync(Page + "/suspend")).Location!.ShouldStartWith("/admin/reauth");
    }

    private static async Task<PortalPage> SuspendAsync(PortalBrowser browser, string slug = Control, string reason = "契約の終了") =>
        await (await browser.GetAsync(Page + "/suspend")).ShouldBeOk().Form().Fill("Slug", slug).Fill("Reason", reason).SubmitAsync();
}
