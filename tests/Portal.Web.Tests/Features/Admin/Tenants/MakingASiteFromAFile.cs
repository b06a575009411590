using Portal.TestKit.Web;
using Portal.Web.Domain.Tenants;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tests.Features.Admin.TenantPolicies;

namespace Portal.Web.Tests.Features.Admin.Tenants;

public sealed class MakingASiteFromAFile : PolicyTest
{
    private const string NewSite = "/admin/new-tenant/file";

    [Fact]
    public async Task ADMIN_10_SITE_2_WhatItWillBe_IsShown_AndThenMade()
    {
        var browser = await SystemAdministratorAsync();

        var check = (await UploadAsync(browser, await FileAsync("clinic"), NewSite)).ShouldBeOk();

        check.ShouldShow("まだ作成していません").ShouldShow("clinic").ShouldShow("clinic.example.com").ShouldShow("日本語、英語").ShouldShow("orders");
        (await App.CreateBrowser().GetAsync("/t/clinic/login")).ShouldBeNotFound();
        (await SaveAsync(check)).ShouldRedirectTo("/admin/tenants/clinic");
        (await App.CreateBrowser().GetAsync("/t/clinic/login")).ShouldBeOk();
        var happened = (await EventsAsync(ProfileEvents.Created)).ShouldHaveSingleItem();
        (happened.Tenant, happened.Event.Reason, happened.Event.ActorName).ShouldBe(("clinic", Why, SystemId));
    }

    [Theory]
    [InlineData("rental", "ほかのサイトが使っています")]
    [InlineData("renta1", "見間違えやすい")]
    [InlineData("dev", "slug：")]
    public async Task ADMIN_10_ANameThatCannotBe_IsSaidAtTheField(string slug, string said)
    {
        (await UploadAsync(await SystemAdministratorAsync(), await FileAsync(slug), NewSite)).ShouldBeRefused().ShouldShow(said);
        (await EventsAsync(ProfileEvents.Created)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"doors\":[null]}", "doors[0]：null")]
    [InlineData("not json", "JSONとして読み取れません")]
    public async Task ADMIN_10_IV_01_WhatIsNoProfile_IsSaidAtTheField(string content, string said) =>
        (await UploadAsync(await SystemAdministratorAsync(), content, NewSite)).ShouldBeRefused().ShouldShow(said);

    [Fact]
    public async Task ADMIN_10_OfTwoAtOnce_OneGetsTheName()
    {
        var browser = await SystemAdministratorAsync();
        var file = await FileAsync("clinic");
        var checks = new[] { await UploadAsync(browser, file, NewSite), await UploadAsync(browser, file, NewSite) };

        var answers = await Task.WhenAll(checks.Select(SaveAsync));

        answers.Select(answer => (int)answer.Status).Order().ShouldBe([303, 422]);
        (await EventsAsync(ProfileEvents.Created)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ADMIN_10_MFA_6_OnlySystemAdministrators_AndOnlyAfterAFreshProof()
    {
        (await (await AdministratorAsync()).GetAsync(NewSite)).ShouldBeForbidden();
        var browser = await SystemAdministratorAsync();
        App.Time.Advance(TimeSpan.FromMinutes(11));
        (await browser.GetAsync(NewSite)).Location!.ShouldStartWith("/admin/reauth");
    }

    private async Task<string> FileAsync(string slug) =>
        ProfileJson.Write(await ProfileAsync(Rental) with { Slug = slug, Host = "clinic.example.com" });
}
