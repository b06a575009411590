using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Domain.Tenants;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin.Tenants;

public sealed class MakingASite : StaffTest
{
    private const string NewSite = "/admin/new-tenant?from=rental";

    [Fact]
    public async Task ADMIN_10_SITE_2_ACopyWorksAtOnce_WithItsOwnFaceAndNobodysData()
    {
        await new Account(Rental, "R900001").AddToAsync(App);
        var browser = await SystemAdministratorAsync();

        var answer = await Filled(await browser.GetAsync(NewSite)).SubmitAsync();

        answer.ShouldRedirectTo("/admin/tenants/clinic");
        (await answer.FollowAsync()).ShouldShow("北クリニックを作成しました").ShouldShow("#205080");
        (await App.CreateBrowser().GetAsync("/t/clinic/login")).ShouldBeOk().ShouldShow("北クリニック");
        var row = await App.World.Tenants.ReadAsync(tenant => tenant.Slug == "clinic", tenant => tenant);
        var (made, template) = (ProfileJson.Read(row!.Profile, "clinic"), await ProfileAsync(Rental));
        made.Contact.ShouldBeEmpty();
        made.Mail.ReportAddress.ShouldBeNull();
        made.Doors.Select(door => door.Key).ShouldBe(template.Doors.Select(door => door.Key));
        made.Features.ShouldBe(template.Features);
        made.Password.MinimumLength.ShouldBe(template.Password.MinimumLength);
        (await App.QueryAsync("clinic", db => db.Users.CountAsync())).ShouldBe(0);
        (await App.QueryAsync("clinic", db => db.Contracts.CountAsync())).ShouldBe(0);
        var happened = (await EventsAsync(ProfileEvents.Created)).ShouldHaveSingleItem();
        (happened.Tenant, happened.Event.Reason, happened.Event.ActorName).ShouldBe(("clinic", "新しいお客さま", SystemId));
    }

    [Fact]
    public async Task ADMIN_10_AnotherNodeServesTheSite()
    {
        await using var other = App.SecondNode();
        (await other.CreateBrowser().GetAsync("/t/clinic/login")).ShouldBeNotFound();
        await Filled(await (await SystemAdministratorAsync()).GetAsync(NewSite)).SubmitAsync();

        await UntilAsync(other, "/t/clinic/login", HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Slug", "renta1", "見間違えやすい")]
    [InlineData("Slug", "dev", "システムが使っています")]
    [InlineData("Slug", "Clinic", "英小文字")]
    [InlineData("Slug", "security", "ほかのサイトが使っています")]
    [InlineData("Color", "#FFEE00", "4.5:1")]
    [InlineData("Host", "not a host", "ホスト名として使えません")]
    [InlineData("NameJa", "", "サイト名（日本語）")]
    [InlineData("SenderAddress", "nobody", "差出人のメールアドレス")]
    [InlineData("Reason", "", "理由")]
    public async Task ADMIN_10_WhatIsWrong_IsSaidAtItsField_AndNothingTypedIsLost(string field, string typed, string said)
    {
        var browser = await SystemAdministratorAsync();

        var answer = await Filled(await browser.GetAsync(NewSite)).Fill(field, typed).SubmitAsync();

        answer.ShouldBeRefused().ShouldShow(said);
        answer.Form().Fields.ShouldContain(("PurposeJa", "診療所の皆さまのためのサイトです"));
        (await App.World.Tenants.AskAsync(rows => rows.Where(row => row.Slug == "clinic").Select(row => row.Slug))).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_10_OfTwoAtOnce_OneGetsTheName()
    {
        var browser = await SystemAdministratorAsync();
        var (first, second) = (Filled(await browser.GetAsync(NewSite)), Filled(await browser.GetAsync(NewSite)));

        var answers = await Task.WhenAll(first.SubmitAsync(), second.SubmitAsync());

        answers.Select(answer => (int)answer.Status).Order().ShouldBe([303, 422]);
        (await EventsAsync(ProfileEvents.Created)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ADMIN_10_MFA_6_OnlySystemAdministrators_AndOnlyAfterAFreshProof()
    {
        (await (await AgentAsync()).GetAsync("/admin/tenants")).ShouldBeForbidden();
        var administrator = await AdministratorAsync();
        (await administrator.GetAsync(NewSite)).ShouldBeForbidden();
        (await administrator.GetAsync("/admin/tenants")).ShouldBeOk().ShouldNotShow("サイトの作成");
        var browser = await SystemAdministratorAsync();
        App.Time.Advance(TimeSpan.FromMinutes(11));
        (await browser.GetAsync(NewSite)).Location!.ShouldStartWith("/admin/reauth");
    }

    [Fact]
    public async Task ADMIN_10_AnAdministratorBrandsItsOwnSite_AndNoOther()
    {
        var administrator = await AdministratorAsync();
        (await administrator.GetAsync("/admin/tenants")).ShouldShow("security").ShouldNotShow("homephone");
        (await administrator.GetAsync("/admin/tenants/rental/brand")).ShouldBeNotFound();
        (await administrator.GetAsync("/admin/tenants/admin")).ShouldBeNotFound();

        var answer = await (await administrator.GetAsync("/admin/tenants/control/brand")).Form().Fill("Color", "#205080")
            .Fill("NameJa", "新しい名前").Fill("Reason", "名称変更").SubmitAsync();

        answer.ShouldRedirectTo("/admin/tenants/control");
        var profile = await ProfileAsync(Control);
        (profile.Brand.PrimaryColor, profile.Name.Ja).ShouldBe(("#205080", "新しい名前"));
        (await EventsAsync(ProfileEvents.Changed)).ShouldHaveSingleItem().Event.Reason.ShouldBe("名称変更");
        (await App.CreateBrowser().GetAsync("/t/control/login")).ShouldShow("新しい名前");
    }

    [Fact]
    public async Task ADMIN_10_FACE_1_AColour_IsShownWithItsContrast_BeforeItIsSaved()
    {
        var administrator = await AdministratorAsync();

        var shown = (await (await administrator.GetAsync("/admin/tenants/control/brand")).Form().Fill("Color", "#FFEE00")
            .Fill("NameJa", "新しい名前").SubmitAsync("show")).ShouldBeOk();

        shown.ShouldShow("4.5:1以上が必要です").Has("link[href*='color-preview.css?color=%23FFEE00']").ShouldBeTrue();
        shown.Form().Fields.ShouldContain(("NameJa", "新しい名前"));
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
        (await administrator.GetAsync("/admin/color-preview.css?color=%23205080")).ShouldBeOk().Body.ShouldStartWith(".p-sample{--brand:");
        (await administrator.GetAsync("/admin/color-preview.css?color=red")).ShouldBeNotFound();
        (await (await AgentAsync()).GetAsync("/admin/color-preview.css?color=%23205080")).ShouldBeForbidden();
    }

    [Fact]
    public async Task SAFE_1_WhoSawAnOlderLook_OverwritesNothing()
    {
        var administrator = await AdministratorAsync();
        var stale = (await administrator.GetAsync("/admin/tenants/control/brand")).Form().Fill("NameJa", "古い人の名前").Fill("Reason", "変更");
        await (await administrator.GetAsync("/admin/tenants/control/brand")).Form().Fill("NameJa", "先の人の名前").Fill("Reason", "変更")
            .SubmitAsync();

        var answer = await stale.SubmitAsync();

        ((int)answer.Status).ShouldBe(409);
        answer.Form().Fields.ShouldContain(("NameJa", "古い人の名前"));
        (await ProfileAsync(Control)).Name.Ja.ShouldBe("先の人の名前");
    }

    private async Task<TenantProfile> ProfileAsync(string slug) =>
        ProfileJson.Read((await App.World.Tenants.ReadAsync(row => row.Slug == slug, row => row.Profile))!, slug);

    private static PortalForm Filled(PortalPage page) => page.ShouldBeOk().Form().Fill("Slug", "clinic").Fill("NameJa", "北クリニック")
        .Fill("PurposeJa", "診療所の皆さまのためのサイトです").Fill("SenderJa", "北クリニック").Fill("SenderAddress", "noreply@clinic.example.jp")
        .Fill("Color", "#205080").Fill("Reason", "新しいお客さま");
}
