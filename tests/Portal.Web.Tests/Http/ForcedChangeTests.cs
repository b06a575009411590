using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Http;

public sealed class ForcedChangeTests : HttpTest
{
    [Fact]
    public async Task TEMP_6_TR_15_WhereTheTenantExplains_OtherPagesAreRefusedWithTheReason()
    {
        var browser = await MustChangeAsync("alpha");

        var page = await browser.GetAsync(Alpha + "/probe");

        page.ShouldBeForbidden().ShouldShow("先にパスワードを変更してください");
        page.Find($"a[href='{Alpha}/password/required']");
    }

    [Theory]
    [InlineData("TemporaryPassword", "仮パスワードでログインしています")]
    [InlineData("Expired", "有効期限が切れています")]
    [InlineData("MustChange", "このサイトへの移行にともない、パスワードの変更が必要です")]
    public async Task TEMP_6_SAFE_4_TheRefusalSaysTheTrueReason_AndLeadsNowhereElse(string reason, string said)
    {
        var browser = await MustChangeAsync("alpha");
        await App.World.Sessions.ChangeAllAsync(set => set.SetProperty(session => session.ChangeReason, reason));

        var page = (await browser.GetAsync(Alpha + "/probe")).ShouldBeForbidden().ShouldShow(said);

        page.Document.QuerySelectorAll("main .p-actions a").Select(link => link.GetAttribute("href"))
            .ShouldBe([Alpha + "/password/required"]);
    }

    [Fact]
    public async Task TEMP_6_TR_15_WhereTheTenantLeads_OtherPagesLeadToTheChange() =>
        (await (await MustChangeAsync("beta")).GetAsync(Beta + "/probe"))
            .ShouldBe(HttpStatusCode.SeeOther).Location.ShouldBe(Beta + "/password/required");

    [Theory]
    [InlineData("alpha")]
    [InlineData("beta")]
    public async Task TEMP_6_WhatSendsOrFetches_IsRefusedEverywhere(string tenant)
    {
        var browser = await MustChangeAsync(tenant);
        (await browser.GetAsync($"/t/{tenant}/probe/file")).ShouldBeForbidden();
        (await browser.GetAsync($"/t/{tenant}/probe/script")).ShouldBeForbidden();
        (await browser.PostAsync($"/t/{tenant}/probe", [])).ShouldBeForbidden();
    }

    [Theory]
    [InlineData("/password/required")]
    [InlineData("/login/help")]
    [InlineData("/privacy")]
    [InlineData("/probe/open")]
    public async Task TEMP_6_TheChangeAndWhatIsOpenToEverybody_StayOpen(string path) =>
        (await (await MustChangeAsync("beta")).GetAsync(Beta + path)).ShouldBeOk();

    private async Task<PortalBrowser> MustChangeAsync(string tenant)
    {
        await new Account(tenant, "fresh001") { With = user => user.MustChangePassword = true }.AddToAsync(App);
        return await SignedInAsync(tenant, "fresh001");
    }
}
