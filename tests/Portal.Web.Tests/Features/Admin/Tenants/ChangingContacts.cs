using Portal.TestKit.Web;
using Portal.Web.Domain.Tenants;
using Portal.Web.Tests.Features.Admin.TenantPolicies;

namespace Portal.Web.Tests.Features.Admin.Tenants;

public sealed class ChangingContacts : PolicyTest
{
    private const string Contact = "/admin/tenants/control/contact";

    [Fact]
    public async Task ADMIN_10_ContactLinesAndLanguages_AreChanged_WithAVersionAndAnEvent()
    {
        var staff = await AdministratorAsync();

        var answer = await (await staff.GetAsync(Contact)).ShouldBeOk().Form().Fill("Values[labelJa0]", "夜間窓口")
            .Fill("Values[labelEn0]", "At night").Fill("Values[valueJa0]", "0120-000-199").Fill("Values[valueEn0]", "0120-000-199")
            .Uncheck("Languages", "en").Fill("Reason", Why).SubmitAsync();

        answer.ShouldRedirectTo("/admin/tenants/control");
        (await answer.FollowAsync()).ShouldShow("お問い合わせ先と言語を変更しました").ShouldShow("夜間窓口");
        var profile = await ProfileAsync();
        profile.Contact[0].Label.Ja.ShouldBe("夜間窓口");
        profile.Languages.ShouldBe(["ja"]);
        (await EventsAsync(ProfileEvents.Changed)).ShouldHaveSingleItem().Event.Reason.ShouldBe(Why);
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(2);
    }

    [Theory]
    [InlineData("Values[valueJa0]", "", "内容（日本語）")]
    [InlineData("Reason", "", "理由を入力してください")]
    public async Task ADMIN_10_WhatIsMissing_IsSaidAtItsField_AndNothingIsSaved(string field, string typed, string said)
    {
        var form = (await (await AdministratorAsync()).GetAsync(Contact)).Form().Fill("Values[labelJa0]", "夜間窓口")
            .Fill("Values[valueJa0]", "0120-000-199").Fill("Reason", Why);

        var answer = await form.Fill(field, typed).SubmitAsync();

        answer.ShouldBeRefused().ShouldShow(said);
        answer.Form().Fields.ShouldContain(("Values[labelJa0]", "夜間窓口"));
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_10_TheFirstLanguage_IsOneOfThoseInUse()
    {
        var form = (await (await AdministratorAsync()).GetAsync(Contact)).Form().Uncheck("Languages", "ja").Fill("Reason", Why);

        (await form.SubmitAsync()).ShouldBeRefused().ShouldShow("使う言語の中から選んでください");
    }

    [Fact]
    public async Task SAFE_1_WhoSawAnOlderOne_OverwritesNothing()
    {
        var staff = await AdministratorAsync();
        var stale = (await staff.GetAsync(Contact)).Form().Fill("Values[labelJa0]", "古い").Fill("Values[valueJa0]", "1").Fill("Reason", Why);
        await (await staff.GetAsync(Contact)).Form().Fill("Values[labelJa0]", "先").Fill("Values[valueJa0]", "2").Fill("Reason", Why)
            .SubmitAsync();

        ((int)(await stale.SubmitAsync()).Status).ShouldBe(409);

        (await ProfileAsync()).Contact[0].Label.Ja.ShouldBe("先");
    }

    [Fact]
    public async Task ADMIN_11_OutOfReachIsNotFound_AndAnAgentIsForbidden()
    {
        (await (await AdministratorAsync()).GetAsync("/admin/tenants/rental/contact")).ShouldBeNotFound();
        (await (await AgentAsync()).GetAsync(Contact)).ShouldBeForbidden();
    }
}
