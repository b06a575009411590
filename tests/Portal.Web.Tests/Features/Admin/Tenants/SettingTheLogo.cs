using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Domain.Tenants;
using Portal.Web.Tests.Features.Admin.TenantPolicies;
using Portal.Web.Tests.Files;

namespace Portal.Web.Tests.Features.Admin.Tenants;

public sealed class SettingTheLogo : PolicyTest
{
    private const string LogoPage = "/admin/tenants/control/logo";
    private const string Removal = LogoPage + "/delete";

    [Fact]
    public async Task ADMIN_10_FACE_1_ALogo_StandsOnEveryPageOfItsSite_AndOnNoOther()
    {
        await new Account(Control, "N0009001").AddToAsync(App);
        var staff = await AdministratorAsync();

        var answer = await SendAsync(staff, SamplePictures.Png(160, 64, SamplePictures.Chunk("tEXt", "Author\0somebody"u8.ToArray())));

        answer.ShouldRedirectTo(LogoPage);
        var row = (await App.World.TenantLogos.ListAsync(each => each)).ShouldHaveSingleItem();
        System.Text.Encoding.Latin1.GetString(row.Content).ShouldNotContain("somebody");
        (await answer.FollowAsync()).ShouldShow("ロゴを登録しました").Has($"img.p-logo[src='{LogoPage}/{row.Id}'][width='80']").ShouldBeTrue();
        var address = $"/t/control/logo/{row.Id:N}";
        var shown = $"img.p-logo[src='{address}'][alt=''][width='80'][height='32']";
        var guest = await App.CreateBrowser().GetAsync("/t/control/login");
        guest.Has(".p-header " + shown).ShouldBeTrue();
        guest.Has(".p-panel " + shown).ShouldBeTrue();
        (await App.CreateBrowser().SignInAsync(Control, "N0009001")).Has(".p-header " + shown).ShouldBeTrue();
        (await App.CreateBrowser().GetAsync("/t/security/login")).Has("img.p-logo").ShouldBeFalse();
        (await staff.GetAsync("/admin/home")).Has("img.p-logo").ShouldBeFalse();

        var picture = (await App.CreateBrowser().GetAsync(address)).ShouldBeOk();
        picture.Headers["Content-Type"].ShouldBe("image/png");
        picture.Headers["Cache-Control"].ShouldBe("public, max-age=31536000, immutable");
        picture.Headers["Content-Security-Policy"].ShouldBe("default-src 'none'; sandbox");
        (await App.CreateBrowser().GetAsync($"/t/security/logo/{row.Id:N}")).ShouldBeNotFound();
        (await staff.GetAsync($"{LogoPage}/{row.Id}")).ShouldBeOk();
        (await staff.GetAsync($"{LogoPage}/{Guid.NewGuid()}")).ShouldBeNotFound();
        var happened = (await EventsAsync(ProfileEvents.LogoSet)).ShouldHaveSingleItem();
        (happened.Tenant, happened.Event.Reason, happened.Event.ActorName).ShouldBe((Control, Why, AdministratorId));
    }

    [Fact]
    public async Task ADMIN_10_AnotherLogo_HasAnotherAddress_AndTheFormerIsGone()
    {
        var staff = await AdministratorAsync();
        await SendAsync(staff, SamplePictures.Png(64, 64));
        var former = (await App.World.TenantLogos.ListAsync(row => row.Id)).Single();

        await SendAsync(staff, SamplePictures.Png(128, 64));

        (await App.World.TenantLogos.ListAsync(row => row.Id)).ShouldHaveSingleItem().ShouldNotBe(former);
        (await App.CreateBrowser().GetAsync($"/t/control/logo/{former:N}")).ShouldBeNotFound();
        (await App.CreateBrowser().GetAsync("/t/control/login")).Has($"img[src$='{former:N}']").ShouldBeFalse();
    }

    [Theory]
    [InlineData(64, 63, "縦は63ピクセルです。縦64ピクセル以上")]
    [InlineData(400, 64, "横が縦の5倍まで")]
    [InlineData(64, 130, "縦が横の2倍まで")]
    public async Task ADMIN_10_WhatCannotBeALogo_IsSaidAtItsField_AndNothingIsSaved(int width, int height, string said)
    {
        var answer = await SendAsync(await AdministratorAsync(), SamplePictures.Png(width, height));

        answer.ShouldBeRefused().ShouldShow(said);
        answer.Form().Fields.ShouldContain(("Reason", Why));
        (await App.World.TenantLogos.CountAsync()).ShouldBe(0);
        (await EventsAsync(ProfileEvents.LogoSet)).ShouldBeEmpty();
    }

    [Fact]
    public async Task FI_05_ADMIN_10_NoPictureNoReason_AreRefused()
    {
        var staff = await AdministratorAsync();

        (await SendAsync(staff, "<svg onload=alert(1)>"u8.ToArray())).ShouldBeRefused().ShouldShow("対応していない形式です");
        (await SendAsync(staff, SamplePictures.Png(64, 64), why: "")).ShouldBeRefused().ShouldShow("理由を入力してください");
        (await (await staff.GetAsync(LogoPage)).Form().Fill("Reason", Why).SubmitAsync()).ShouldBeRefused()
            .ShouldShow("画像ファイルを選択してください");

        (await App.World.TenantLogos.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_10_ARemovedLogo_LeavesTheMark_AndIsRecorded()
    {
        var staff = await AdministratorAsync();
        await SendAsync(staff, SamplePictures.Png(64, 64));
        var confirm = (await staff.GetAsync(Removal)).ShouldBeOk();
        (await confirm.Form().SubmitAsync()).ShouldBeRefused().ShouldShow("理由を入力してください");

        var answer = await confirm.Form().Anew().Fill("Reason", "社名変更").SubmitAsync();

        (await answer.ShouldRedirectTo(LogoPage).FollowAsync()).ShouldShow("ロゴを削除しました").ShouldShow("登録されていません");
        (await App.World.TenantLogos.CountAsync()).ShouldBe(0);
        (await App.CreateBrowser().GetAsync("/t/control/login")).Has("img.p-logo").ShouldBeFalse();
        (await EventsAsync(ProfileEvents.LogoRemoved)).ShouldHaveSingleItem().Event.Reason.ShouldBe("社名変更");
        (await (await confirm.Form().Anew().Fill("Reason", "もう一度").SubmitAsync()).FollowAsync()).ShouldShow("ロゴは登録されていません");
        (await (await staff.GetAsync(Removal)).FollowAsync()).ShouldShow("ロゴは登録されていません");
        (await EventsAsync(ProfileEvents.LogoRemoved)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ADMIN_10_SAFE_1_OfManyAtOnce_OneIsInForce_AndItsPictureIsThere()
    {
        var staff = await AdministratorAsync();
        var forms = new List<PortalForm>();
        for (var i = 0; i < 6; i++)
        {
            var form = (await staff.GetAsync(LogoPage)).Form();
            forms.Add(form.Attach("file", "logo.png", SamplePictures.Png(64 + i, 64)).Fill("Reason", Why));
        }

        var answers = await Task.WhenAll(forms.Select(form => form.SubmitAsync()));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther);
        var stored = (await App.World.TenantLogos.ListAsync(row => row.Id)).ShouldHaveSingleItem();
        (await App.World.Tenants.ReadAsync(row => row.Slug == Control, row => row.LogoId)).ShouldBe(stored);
        (await EventsAsync(ProfileEvents.LogoSet)).Count.ShouldBe(6);
    }

    [Fact]
    public async Task ADMIN_11_OutOfReachIsNotFound_AndAnAgentIsForbidden()
    {
        var staff = await AdministratorAsync();
        (await staff.GetAsync("/admin/tenants/rental/logo")).ShouldBeNotFound();
        (await staff.GetAsync("/admin/tenants/admin/logo")).ShouldBeNotFound();
        (await staff.GetAsync("/admin/tenants/rental/logo/delete")).ShouldBeNotFound();
        var agent = await AgentAsync();
        (await agent.GetAsync(LogoPage)).ShouldBeForbidden();
        (await agent.GetAsync(Removal)).ShouldBeForbidden();
    }

    private static async Task<PortalPage> SendAsync(PortalBrowser by, byte[] file, string why = Why) =>
        await (await by.GetAsync(LogoPage)).ShouldBeOk().Form().Attach("file", "logo.png", file).Fill("Reason", why).SubmitAsync();
}
