using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin.TenantPolicies;

/// <summary>
/// The staff changes the policies of a tenant: previewed, with a reason, as a version that can come back.
/// </summary>
public sealed class ChangingPolicies : StaffTest
{
    private const string Page = "/admin/policies/control";
    private const string Changed = "tenant-profile-changed";

    private static readonly TimeSpan Old = TimeSpan.FromDays(50);

    [Fact]
    public async Task ADMIN_3_TheOverview_SaysWhatIsInForceAndAdvised_AndWhatIsWeaker()
    {
        await App.ChangeProfileAsync(Control, profile => profile with { Session = profile.Session with { IdleMinutes = 240 } });
        var staff = await AdministratorAsync();

        (await staff.GetAsync("/admin/policies")).ShouldBeOk().ShouldShow(await NameAsync(Control)).ShouldNotShow(await NameAsync(Rental));
        (await staff.GetAsync(Page)).ShouldBeOk().ShouldShow("240").ShouldShow("推奨より弱い").ShouldShow("変更できません");
    }

    [Fact]
    public async Task ADMIN_3_Previewed_Applied_AVersionAndAnEvent_AndBack()
    {
        await new Account(Control, "N0009001") { With = Aged }.AddToAsync(App);
        await new Account(Control, "N0009002").AddToAsync(App);
        var staff = await AdministratorAsync();
        var form = Form(await staff.GetAsync($"{Page}/password"));

        var check = (await form.Fill("Values[maximumAgeDays]", "30").Fill("Reason", "監査の指摘").SubmitAsync("check")).ShouldBeOk();

        check.ShouldShow("まだ適用していません").ShouldShow("1人は、次のログインでパスワードの変更が必要になります");
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
        var done = await (await Form(check).SubmitAsync("save")).FollowAsync();

        done.ShouldBeOk().ShouldShow("設定を適用しました（第2版）");
        var happened = (await EventsAsync(Changed)).ShouldHaveSingleItem();
        (happened.Tenant, happened.Event.Reason, happened.Event.ActorKind).ShouldBe((Control, "監査の指摘", ActorKind.Staff));
        happened.Event.Details!.ShouldContain("\"password.maximumAgeDays\":[null,30]");

        // Those who were counted really have to change theirs, and nobody else.
        (await App.CreateBrowser().SignInAsync(Control, "N0009001")).Address.AbsolutePath.ShouldBe("/t/control/password/required");
        (await App.CreateBrowser().SignInAsync(Control, "N0009002")).Address.AbsolutePath.ShouldBe("/t/control/home");

        var revert = (await staff.GetAsync($"{Page}/versions/1/revert")).ShouldBeOk().ShouldShow("1人のパスワードが、そのまま使える");
        var back = await (await Form(revert).Fill("Reason", "元に戻す").SubmitAsync()).FollowAsync();

        back.ShouldBeOk().ShouldShow("第1版の内容に戻しました（第3版）").ShouldShow("監査の指摘").ShouldShow("納品時");
        (await App.World.ProfileVersions.AskAsync(rows => rows.Where(row => row.Number == 3).Select(row => row.RevertOf))).ShouldBe([1]);
        (await App.CreateBrowser().SignInAsync(Control, "N0009001")).Address.AbsolutePath.ShouldBe("/t/control/home");
    }

    [Fact]
    public async Task ADMIN_3_TEMP_4_RulesThatNoPasswordKeeps_AreRefusedAtTheirField()
    {
        var form = Form(await (await AdministratorAsync()).GetAsync($"{Page}/password")).Fill("Values[minimumLength]", "4")
            .Fill("Values[maximumLength]", "4").Fill("Values[minimumStrength]", "4").Fill("Reason", "見直し");

        var answer = (await form.SubmitAsync("check")).ShouldBeRefused();

        answer.Find("[id*=maximumLength][id$=error]").TextContent.ShouldContain("満たすパスワードを作れません");
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_3_ASecondFactorThatShutsPeopleOut_SaysWhomItCounts()
    {
        await new Account(Control, "N0009001") { Email = "one@control.example.jp" }.AddToAsync(App);
        await new Account(Control, "N0009002").AddToAsync(App);
        var staff = await AdministratorAsync();

        var mails = Form(await staff.GetAsync($"{Page}/secondFactor")).Choose("Values[mode]", "required").Check("Methods", "emailCode")
            .Fill("Reason", "見直し");
        (await mails.SubmitAsync("check")).ShouldBeOk().ShouldShow("1人がログインできなくなります");

        var apps = Form(await staff.GetAsync($"{Page}/secondFactor")).Choose("Values[mode]", "required").Check("Methods", "app")
            .Fill("Reason", "見直し");
        (await apps.SubmitAsync("check")).ShouldBeOk().ShouldShow("2人は、次のログインで登録が必要になります")
            .ShouldNotShow("ログインできなくなります");
    }

    [Fact]
    public async Task ADMIN_3_HowALockGrows_IsNotJudgedWhereNoTimeEndsIt() =>
        (await (await AdministratorAsync()).GetAsync(Page)).ShouldBeOk().Texts("tr")
            .Single(row => row.StartsWith("ロックのたびに2倍にする", StringComparison.Ordinal)).ShouldNotContain("推奨より弱い");

    [Fact]
    public async Task ADMIN_3_ALockoutThatNobodyCanRelease_IsRefusedAtItsField()
    {
        var form = Form(await (await AdministratorAsync()).GetAsync($"{Page}/lockout")).Choose("Values[ends]", "void")
            .Uncheck("ReleasedBy", "temporaryPassword").Fill("Reason", "見直し");

        var answer = (await form.SubmitAsync("check")).ShouldBeRefused();

        answer.ShouldShow("実際に解除できるもの");
        answer.Find("#ReleasedBy-error, [id^=ReleasedBy][id$=error]").TextContent.ShouldContain("実際に解除できるもの");
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_3_ATenantsAdministrator_AllowsSymbols_AndSaysWhenAnIdIsDormant()
    {
        var staff = await AdministratorAsync();
        var form = Form(await staff.GetAsync($"{Page}/password")).Choose("Values[characters]", "lettersDigitsAndListedSymbols")
            .Fill("Values[symbols]", ",!#").Fill("Reason", "お客さまの要望");

        (await ApplyAsync(form)).ShouldRedirectTo(Page);
        (await ApplyAsync(Form(await staff.GetAsync($"{Page}/operators")).Fill("Values[dormantDays]", "200")
            .Choose("Values[disableDormant]", "true")
            .Fill("Reason", "棚卸し"))).ShouldRedirectTo(Page);

        var profile = await ProfileAsync(Control);
        (profile.Password.Characters, profile.Password.Symbols).ShouldBe((PasswordCharacters.LettersDigitsAndListedSymbols, ",!#"));
        (profile.Operators!.DormantDays, profile.Operators.DisableDormant).ShouldBe((200, true));
        (await staff.GetAsync(Page)).ShouldBeOk().ShouldShow("半角の英字、数字、指定した記号").ShouldShow(",!#").ShouldShow("休眠のID");
        (await EventsAsync(Changed)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task ADMIN_3_WhatAnotherGroupNeeds_IsSaidAtWhatWasSwitchedOff()
    {
        var form = Form(await (await AdministratorAsync()).GetAsync($"{Page}/temporaryPassword")).Choose("Values[byMail]", "false")
            .Fill("Reason", "見直し");

        var answer = (await form.SubmitAsync("check")).ShouldBeRefused();

        answer.Find("[id*=byMail][id$=error]").TextContent.ShouldContain("仮パスワードのメール発行が必要です");
        answer.Has("[id*=hours][id$=error]").ShouldBeFalse();
    }

    [Fact]
    public async Task ADMIN_3_SessionsThatWereCounted_ReallyEnd()
    {
        await new Account(Control, "N0009001").AddToAsync(App);
        await new Account(Control, "N0009002").AddToAsync(App);
        var (idle, busy) = (App.CreateBrowser(), App.CreateBrowser());
        await idle.SignInAsync(Control, "N0009001");
        App.Time.Advance(TimeSpan.FromMinutes(10));
        await busy.SignInAsync(Control, "N0009002");
        var staff = await AdministratorAsync();
        var form = Form(await staff.GetAsync($"{Page}/session")).Fill("Values[idleMinutes]", "5").Fill("Reason", "短くする");

        var check = (await form.SubmitAsync("check")).ShouldBeOk().ShouldShow("操作のない1件のログインが、すぐに終わります");
        (await Form(check).SubmitAsync("save")).ShouldRedirectTo(Page);

        (await idle.GetAsync("/t/control/home")).Status.ShouldBe(HttpStatusCode.Found);
        (await busy.GetAsync("/t/control/home")).ShouldBeOk();
    }

    [Theory]
    [InlineData("password", "Values[minimumLength]", "3", "4")]
    [InlineData("password", "Values[minimumLength]", "200", "最小が最大を超えない")]
    [InlineData("lockout", "Values[ends]", "timed", "ロックの長さを入力し")]
    [InlineData("lockout", "Values[limit]", "", "ロックまでの失敗回数")]
    [InlineData("historyDays", "Values[historyDays]", "1", "30")]
    [InlineData("session", "Reason", "", "理由を入力してください")]
    [InlineData("password", "Values[symbols]", "!!", "半角の記号を、重ならないように")]
    [InlineData("password", "Values[symbols]", "！", "半角の記号を、重ならないように")]
    [InlineData("password", "Values[symbols]", "!a", "半角の記号を、重ならないように")]
    [InlineData("password", "Values[characters]", "lettersDigitsAndListedSymbols", "1つ以上必要です")]
    [InlineData("operators", "Values[dormantDays]", "0", "1")]
    public async Task ADMIN_3_WhatMakesNoSense_IsSaidAtItsField_AndNothingIsSaved(string group, string field, string typed, string said)
    {
        var staff = await AdministratorAsync();
        var form = Form(await staff.GetAsync($"{Page}/{group}")).Fill("Reason", "見直し");

        form = field is "Values[ends]" or "Values[characters]" ? form.Choose(field, typed) : form.Fill(field, typed);
        var answer = await form.SubmitAsync("check");

        answer.ShouldBeRefused().ShouldShow(said);
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task SAFE_1_ADMIN_3_WhatSomebodyElseChanged_IsShownBesideOnesOwn_BeforeThePreview()
    {
        var staff = await AdministratorAsync();
        var form = Form(await staff.GetAsync($"{Page}/session")).Fill("Values[perAccount]", "7").Fill("Reason", "見直し");
        await IdleAsync(staff, "41");

        var conflict = (await form.SubmitAsync("check")).ShouldBe(HttpStatusCode.Conflict);

        var rows = conflict.Texts("main tbody tr");
        rows.ShouldContain(row => row.Contains('7', StringComparison.Ordinal) && row.Contains("同時にログインできる数", StringComparison.Ordinal));
        rows.ShouldContain(row => row.Contains("41", StringComparison.Ordinal));
        rows.ShouldContain(row => row.Contains("見直し", StringComparison.Ordinal));
        conflict.Text.ShouldNotContain("まだ適用していません");
        var typed = (await Form(conflict).SubmitAsync("back")).ShouldBeOk();
        typed.Find("input[name='Values[perAccount]']").GetAttribute("value").ShouldBe("7");
        typed.Find("textarea[name=Reason]").TextContent.ShouldContain("見直し");

        (await ApplyAsync(Form(typed).Fill("Values[idleMinutes]", "41"))).ShouldRedirectTo(Page);
        var session = (await ProfileAsync()).Session;
        (session.PerAccount, session.IdleMinutes).ShouldBe((7, 41));
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task SAFE_1_ADMIN_3_WhatWasChangedBehindThePreview_IsNotOverwrittenUnseen_AndNothingTypedIsLost()
    {
        var staff = await AdministratorAsync();
        var check = (await Form(await staff.GetAsync($"{Page}/session")).Fill("Values[perAccount]", "7").Fill("Reason", "見直し")
            .SubmitAsync("check")).ShouldBeOk();
        await IdleAsync(staff, "41");

        var conflict = (await Form(check).SubmitAsync("save")).ShouldBe(HttpStatusCode.Conflict);

        (await ProfileAsync()).Session.IdleMinutes.ShouldBe(41);
        var again = (await Form(conflict).SubmitAsync("check")).ShouldBeOk().ShouldShow("まだ適用していません").ShouldShow("見直し");
        (await Form(again).SubmitAsync("save")).ShouldRedirectTo(Page);
        (await ProfileAsync()).Session.PerAccount.ShouldBe(7);
    }

    [Fact]
    public async Task SAFE_1_ADMIN_3_ChosenWords_TravelThroughTheComparison()
    {
        var staff = await AdministratorAsync();
        var form = Form(await staff.GetAsync($"{Page}/password")).Check("Refuses", "sequential").Fill("Reason", "見直し");
        await IdleAsync(staff, "41");

        var conflict = (await form.SubmitAsync("check")).ShouldBe(HttpStatusCode.Conflict);

        var typed = (await Form(conflict).SubmitAsync("back")).ShouldBeOk();
        typed.Find("input[name=Refuses][value=sequential]").HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task ADMIN_3_WhatIsTheSame_IsNoVersion()
    {
        var form = Form(await (await AdministratorAsync()).GetAsync($"{Page}/session")).Fill("Reason", "見直し");

        (await (await ApplyAsync(form)).FollowAsync()).ShouldBeOk().ShouldShow("今の設定と同じです");

        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_11_AnotherTenantsAdministrator_AndAnAgent_ChangeNothing()
    {
        var other = await SignedInAsync("other@portal.test", Portal.Rules.Delegation.AccountRole.TenantAdministrator, Rental);
        var agent = await AgentAsync();

        foreach (var path in new[] { Page, $"{Page}/session", $"{Page}/versions", $"{Page}/versions/1", $"{Page}/versions/1/revert" })
        {
            (await other.GetAsync(path)).ShouldBeNotFound();
            (await agent.GetAsync(path)).ShouldBeForbidden();
        }
    }

    [Theory]
    [InlineData("menu")]
    [InlineData("versions/9")]
    [InlineData("versions/9/revert")]
    public async Task ADMIN_3_WhatIsNotThere_IsNotFound(string path) =>
        (await (await AdministratorAsync()).GetAsync($"{Page}/{path}")).ShouldBeNotFound();

    [Fact]
    public async Task ADMIN_3_EveryGroupOfEveryTenant_CanBeSavedAsItStands()
    {
        var staff = await SystemAdministratorAsync();
        foreach (var slug in new[] { Control, Rental, Security, "homephone", "officephone", Staff })
        {
            foreach (var group in PolicyFieldsOf(await ProfileAsync(slug)))
            {
                var page = (await staff.GetAsync($"/admin/policies/{slug}/{group}")).ShouldBeOk();
                (await ApplyAsync(Form(page).Fill("Reason", "確認"))).ShouldRedirectTo($"/admin/policies/{slug}");
            }

            (await App.World.ProfileVersions.CountAsync()).ShouldBe(0, slug);
        }
    }

    private static IEnumerable<string> PolicyFieldsOf(TenantProfile profile) =>
        Portal.Web.Features.Admin.TenantPolicies.PolicyFields.GroupsOf(profile);

    private void Aged(PortalUser user) => user.PasswordChangedAt = App.Time.GetUtcNow() - Old;

    private async Task<TenantProfile> ProfileAsync(string slug) =>
        ProfileJson.Read((await App.World.Tenants.ReadAsync(row => row.Slug == slug, row => row.Profile))!, slug);

    private async Task<string> NameAsync(string slug) => (await ProfileAsync(slug)).Name.Ja;

    /// <summary>What somebody else does in another window.</summary>
    private static async Task IdleAsync(PortalBrowser staff, string minutes) =>
        (await ApplyAsync(Form(await staff.GetAsync($"{Page}/session")).Fill("Values[idleMinutes]", minutes).Fill("Reason", "別の人")))
            .ShouldRedirectTo(Page);

    private async Task<TenantProfile> ProfileAsync() =>
        ProfileJson.Read((await App.World.Tenants.ReadAsync(row => row.Slug == Control, row => row.Profile))!, Control);

    private static async Task<PortalPage> ApplyAsync(PortalForm form) =>
        await Form((await form.SubmitAsync("check")).ShouldBeOk()).SubmitAsync("save");

    private static PortalForm Form(PortalPage page) => page.Form("main form");
}
