using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin.TenantPolicies;

/// <summary>How people get back in is changed on the pages of policies, with what belongs to it (ADMIN-3).</summary>
public sealed class ChangingWaysBackIn : PolicyTest
{
    private const string Phone = "homephone";

    [Fact]
    public async Task ADMIN_3_TEMP_1_RESET_1_FromKeywordsToLinks_AndBack_WithThePasswordsThatAreEmailed()
    {
        await new Account(Control, "N0009001") { Email = "one@control.example.jp" }.AddToAsync(App);
        await new Account(Control, "N0009002").AddToAsync(App);
        var staff = await AdministratorAsync();
        (await staff.GetAsync(Page)).ShouldBeOk().Texts("tr").Single(row => row.StartsWith("再設定の方法", StringComparison.Ordinal))
            .ShouldContain("推奨より弱い");

        var check = (await (await MethodAsync(staff, "link")).SubmitAsync("check")).ShouldBeOk()
            .ShouldShow("1人は、メールアドレスが登録されていないため、自分では再設定できません");

        check.Texts("main tbody tr").ShouldContain(row => row.StartsWith("メールでの発行", StringComparison.Ordinal));
        (await SaveAsync(check)).ShouldRedirectTo(Page);
        await ShouldHaveAsync(RecoveryProfile.ByLink, isEmailed: false);

        var back = (await (await MethodAsync(staff, "keyword")).SubmitAsync("check")).ShouldBeOk()
            .ShouldShow("2人は、メールアドレスまたはキーワードが登録されていないため、自分では再設定できません");
        (await SaveAsync(back)).ShouldRedirectTo(Page);
        await ShouldHaveAsync(RecoveryProfile.ByKeyword, isEmailed: true);
    }

    [Fact]
    public async Task ADMIN_3_AWayThatWhatElseIsThereRulesOut_IsRefusedAtItsField()
    {
        var staff = await SystemAdministratorAsync();

        var answer = (await (await MethodAsync(staff, "keyword", "/admin/policies/officephone")).SubmitAsync("check")).ShouldBeRefused();

        answer.Find("[id*=method][id$=error]").TextContent.ShouldContain("管理者IDの連携を使うサイトでは");
        (await ProfileAsync("officephone")).Recovery!.Method.ShouldBe(RecoveryProfile.ByLink);
    }

    [Theory]
    [InlineData(Rental, false)]
    [InlineData(Security, false)]
    [InlineData(Control, true)]
    public async Task ADMIN_3_RecoveryByKeyword_IsOffered_WhereASiteHasTemporaryPasswords(string slug, bool isOffered)
    {
        var staff = await SystemAdministratorAsync();
        var page = (await staff.GetAsync($"/admin/policies/{slug}/recovery")).ShouldBeOk();

        page.Has("option[value=keyword]").ShouldBe(isOffered);
        if (!isOffered)
        {
            (await page.Form("main form").Forge("Values[method]", "keyword").Fill("Reason", Why).SubmitAsync("check")).ShouldBeRefused();
            (await ProfileAsync(slug)).Recovery!.Method.ShouldBe(RecoveryProfile.ByLink);
        }
    }

    [Fact]
    public async Task ADMIN_3_ADMIN_11_KeywordsInsteadOfLinks_ProtectLess_AndWaitForAnother()
    {
        await App.ChangeProfileAsync(Control, profile => profile with
        {
            Recovery = profile.Recovery! with { Method = RecoveryProfile.ByLink },
            TemporaryPassword = profile.TemporaryPassword! with { ByMail = false },
            Approval = new ApprovalProfile(["weaker-policy"]),
        });
        var staff = await AdministratorAsync();

        await SaveAsync((await (await MethodAsync(staff, "keyword")).SubmitAsync("check")).ShouldBeOk());

        (await ProfileAsync()).Recovery!.Method.ShouldBe(RecoveryProfile.ByLink);
        (await App.World.Approvals.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_3_TEMP_3_WhomToCall_IsChangedAndShownAsItIs()
    {
        var staff = await SystemAdministratorAsync();
        const string number = "0120-000-999（通話料無料、24時間）";

        var check = await (await TemporaryAsync(staff, Phone)).Fill("Values[phoneNumber]", number).Fill("Reason", Why).SubmitAsync("check");

        (await SaveAsync(check)).ShouldRedirectTo("/admin/policies/homephone");
        (await App.CreateBrowser().GetAsync("/t/homephone/temp-password/phone")).ShouldBeOk().ShouldShow(number);
        var tooLong = (await TemporaryAsync(staff, Phone)).Fill("Values[phoneNumber]", new string('1', 41)).Fill("Reason", Why);
        (await tooLong.SubmitAsync("check")).ShouldBeRefused().Find("[id*=phoneNumber][id$=error]").TextContent.ShouldContain("40");
    }

    [Fact]
    public async Task ADMIN_3_TEMP_3_CallsThatNothingCouldCheck_AreNotOffered()
    {
        await NumbersSignInAsync();
        var staff = await SystemAdministratorAsync();

        var form = (await TemporaryAsync(staff, Control)).Choose("Values[byPhone]", "true").Fill("Reason", Why);

        var answer = await form.SubmitAsync("check");

        answer.ShouldBeRefused().Find("[id*=byPhone][id$=error]").TextContent.ShouldContain("署名を確かめる鍵がありません");
        (await App.CreateBrowser().GetAsync("/t/control/temp-password/phone")).ShouldBeNotFound();
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_3_TEMP_3_AFileIsNoWayAroundThat()
    {
        await NumbersSignInAsync();
        var staff = await AdministratorAsync();

        var answer = await UploadAsync(staff, profile => profile with
        {
            TemporaryPassword = profile.TemporaryPassword! with { ByPhone = true },
        });

        answer.ShouldBeRefused().ShouldShow("署名を確かめる鍵がありません");
        (await UploadAsync(staff, profile => profile with
        {
            TemporaryPassword = profile.TemporaryPassword! with { PhoneNumber = new string('1', 41) },
        })).ShouldBeRefused();
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_3_CALL_1_CallsAreTakenOnly_WhereNumbersSignIn()
    {
        var staff = await SystemAdministratorAsync();
        var form = (await TemporaryAsync(staff, Control)).Choose("Values[byPhone]", "true").Fill("Reason", Why);

        (await form.SubmitAsync("check")).ShouldBeRefused().Find("[id*=byPhone][id$=error]").TextContent
            .ShouldContain("電話番号でログインするサイトだけで");
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
    }

    private Task NumbersSignInAsync() => App.ChangeProfileAsync(Control, profile => profile with
    {
        Doors = [.. profile.Doors.Select(door =>
            door with { Identifier = door.Identifier with { Kind = IdentifierKind.PhoneNumber } })],
    });

    private static async Task<PortalForm> MethodAsync(PortalBrowser staff, string method, string page = Page) =>
        (await staff.GetAsync(page + "/recovery")).ShouldBeOk().Form("main form").Choose("Values[method]", method).Fill("Reason", Why);

    private static async Task<PortalForm> TemporaryAsync(PortalBrowser staff, string slug) =>
        (await staff.GetAsync($"/admin/policies/{slug}/temporaryPassword")).ShouldBeOk().Form("main form");

    /// <summary>The page for those who cannot sign in asks for a keyword, or does not.</summary>
    private async Task ShouldHaveAsync(string method, bool isEmailed)
    {
        var profile = await ProfileAsync();
        (profile.Recovery!.Method, profile.TemporaryPassword!.ByMail).ShouldBe((method, isEmailed));
        (await App.CreateBrowser().GetAsync("/t/control/unlock")).ShouldBeOk().Has("input[name=Keyword]").ShouldBe(isEmailed);
    }
}
