using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin.Staff;

/// <summary>The staff's own accounts: seen, taken in, given rights, switched off, removed (ADMIN-11).</summary>
public sealed class ManagingStaff : StaffTest
{
    private const string People = "/admin/staff";
    private const string Other = "hanako@portal.test";
    private const string Why = "異動のため";

    private static string PathOf(Guid id) => $"{People}/{id}";

    [Fact]
    public async Task ADMIN_11_ASystemAdministratorSeesAll_OthersWhoLooksAfterTheirTenants()
    {
        await AddStaffAsync(Other, AccountRole.Agent, Rental);
        await AddStaffAsync(AgentId, AccountRole.Agent, Control, Rental);

        var administrator = (await (await AdministratorAsync()).GetAsync(People)).ShouldBeOk();
        administrator.ShouldShow(AgentId).ShouldShow("ほか1サイト").ShouldShow(AdministratorId).ShouldNotShow(Other).ShouldNotShow(SystemId);
        var system = await SystemAdministratorAsync();
        (await system.GetAsync(People)).ShouldShow(AgentId).ShouldShow(Other).ShouldShow(SystemId).ShouldShow("すべてのサイト");
        (await system.GetAsync($"{People}?tenant=rental")).Texts("tbody tr th").ShouldBe([$"試験 太郎{AgentId}", $"試験 太郎{Other}"]);
        (await system.GetAsync($"{People}?role=systemadministrator")).Texts("tbody tr th").ShouldBe([$"試験 太郎{SystemId}"]);
        (await system.GetAsync($"{People}?q=hanako")).ShouldShow(Other).ShouldNotShow(AgentId);
    }

    [Fact]
    public async Task FACE_7_OneSite_IsNotSaidAsSeveral()
    {
        var id = await AddStaffAsync(Other, AccountRole.Agent, Control, Rental);
        var administrator = await AdministratorAsync();

        (await administrator.GetAsync($"{People}?culture=en")).ShouldShow("1 other site").ShouldNotShow("site(s)");
        (await administrator.GetAsync($"{PathOf(id)}/rights?culture=en")).ShouldShow("1 site that you do not look after stays as it is.");
    }

    [Fact]
    public async Task FACE_7_ADMIN_11_WhatMustBeChosen_IsMarkedSo()
    {
        var id = await AddStaffAsync(Other, AccountRole.Agent, Control);

        var page = (await (await AdministratorAsync()).GetAsync($"{PathOf(id)}/rights")).ShouldBeOk();
        page.Texts("main fieldset legend").ShouldBe(["役割※必須", "担当サイト※必須"]);
        page.ShouldNotShow("すべてのサイトを担当するため");
        (await (await SystemAdministratorAsync()).GetAsync($"{PathOf(id)}/rights")).ShouldShow("すべてのサイトを担当するため");
    }

    [Fact]
    public async Task ADMIN_10_ADMIN_11_TwoSitesOfOneName_AreToldApartWhereverOneIsChosen()
    {
        var id = await AddStaffAsync(Other, AccountRole.Agent, Control, Security);
        await App.ChangeProfileAsync(Security, profile => profile with { Name = new LocalText("回線コントロール", "Twin") });
        var system = await SystemAdministratorAsync();

        var rights = (await system.GetAsync($"{PathOf(id)}/rights")).ShouldBeOk();
        rights.ShouldShow("回線コントロール · control").ShouldShow("回線コントロール · security").ShouldNotShow("· rental");
        (await system.GetAsync(PathOf(id))).ShouldBeOk().ShouldShow("回線コントロール · security");
        foreach (var path in new[] { "/admin/audit", "/admin/lockouts", "/admin/users", "/admin/contracts", "/admin/imports" })
        {
            (await system.GetAsync(path)).ShouldBeOk().ShouldShow("回線コントロール · control").ShouldShow("回線コントロール · security");
        }

        (await system.GetAsync($"{PathOf(id)}/rights?culture=en")).ShouldShow("Twin").ShouldNotShow("· security");
    }

    [Fact]
    public async Task ADMIN_11_TabsSayWhoIsInvitedAndWhoIsDisabled()
    {
        await AddInvitedAsync();
        await AddStaffAsync(AgentId, AccountRole.Agent, Control);
        var system = await SystemAdministratorAsync();

        (await system.GetAsync($"{People}?view=invited")).ShouldShow(Other).ShouldNotShow("パスワード未設定").ShouldNotShow(AgentId);
        (await system.GetAsync($"{People}?view=invited")).Texts("tbody .p-tag").ShouldContain("招待中");
        (await system.GetAsync($"{People}?view=active")).ShouldShow(AgentId).ShouldNotShow(Other);
        (await system.GetAsync($"{People}?view=disabled")).ShouldShow("該当するものはありません");
    }

    [Fact]
    public async Task AZ_01_ADMIN_11_OutOfReachIsNotFound_AndAgentsHaveNoSuchPages()
    {
        var id = await AddStaffAsync(Other, AccountRole.Agent, Rental);
        var administrator = await AdministratorAsync();
        foreach (var path in new[] { "", "/rights", "/disable", "/remove", "/invitation" })
        {
            (await administrator.GetAsync(PathOf(id) + path)).ShouldBeNotFound();
        }

        (await administrator.GetAsync(PathOf(Guid.NewGuid()))).ShouldBeNotFound();
        (await EventsAsync("foreign-id-requested")).Count.ShouldBe(5);
        (await (await AgentAsync()).GetAsync(People)).ShouldBeForbidden();
    }

    [Fact]
    public async Task ADMIN_11_PASS_6_TheFieldsOfAnInvitation_SayWhatTheyAre() =>
        (await (await AdministratorAsync()).GetAsync($"{People}/new")).ShouldBeOk().Document
            .QuerySelectorAll("main input[autocomplete]").Select(input => input.GetAttribute("autocomplete"))
            .ShouldBe(["email", "family-name", "given-name"]);

    [Fact]
    public async Task ADMIN_11_SomebodyIsInvited_SetsAPasswordFromTheMail_AndComesIn()
    {
        var administrator = await AdministratorAsync();
        var form = (await administrator.GetAsync($"{People}/new")).ShouldBeOk().Form();

        var answer = await Fill(form, Other, AccountRole.Agent, Control).SubmitAsync();

        answer.ShouldRedirectTo(People);
        (await answer.FollowAsync()).ShouldShow($"{Other}に招待メールを送りました").ShouldShow("鈴木 花子");
        var registered = (await EventsAsync("user-registered")).ShouldHaveSingleItem();
        (registered.Tenant, registered.Event.ActorName, registered.Event.Reason).ShouldBe((Staff, AdministratorId, Why));
        registered.Event.Details!.ShouldContain("\"tenants\":[\"control\"]");
        var mail = (await App.MailsAsync(Other)).ShouldHaveSingleItem();
        var browser = App.CreateBrowser();
        var link = mail.Text.Split('\n').Single(line => line.Contains("/admin/invite/", StringComparison.Ordinal)).Trim();
        var page = await (await browser.GetAsync(new Uri(link).PathAndQuery)).FollowAsync();
        const string Password = "correct horse battery";
        await page.ShouldBeOk().Form().Fill("New", Password).Fill("Again", Password).SubmitAsync();
        (await browser.SignInAsync(Staff, Other, Password)).ShouldBeOk();
        (await browser.GetAsync("/admin/users?tenant=control&q=N0009")).ShouldBeOk();
        (await browser.GetAsync("/admin/users?tenant=security&q=N0009")).ShouldBeNotFound();
    }

    [Theory]
    [InlineData("Email", "no-address", "メールアドレス")]
    [InlineData("Email", "", "メールアドレスを入力してください")]
    [InlineData("FamilyName", "", "姓を入力してください")]
    [InlineData("Reason", "", "理由を入力してください")]
    [InlineData("Email", AdministratorId, "すでに登録されています")]
    public async Task ADMIN_11_WhatCannotBeInvitedIsSaidAtItsField_AndWhatWasTypedStays(string field, string value, string said)
    {
        var administrator = await AdministratorAsync();
        var form = Fill((await administrator.GetAsync($"{People}/new")).Form(), Other, AccountRole.Agent, Control).Fill(field, value);

        var answer = (await form.SubmitAsync()).ShouldBeRefused();

        answer.ShouldShow(said);
        answer.Find("input[name=GivenName]").GetAttribute("value").ShouldBe("花子");
        answer.Has("input[name=Tenants][value=control][checked]").ShouldBeTrue();
        (await EventsAsync("user-registered")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_11_WithoutATenantNobodyIsAnAgent()
    {
        var form = Fill((await (await AdministratorAsync()).GetAsync($"{People}/new")).Form(), Other, AccountRole.Agent);
        (await form.SubmitAsync()).ShouldBeRefused().ShouldShow("担当サイトを1つ以上選択してください");
    }

    [Theory]
    [InlineData("Role", "SystemAdministrator")]
    [InlineData("Role", "Manager")]
    [InlineData("Tenants", "rental")]
    [InlineData("Tenants", "admin")]
    public async Task AZ_06_WhatThePageDoesNotOfferIsNotGranted(string field, string value)
    {
        var administrator = await AdministratorAsync();
        var form = Fill((await administrator.GetAsync($"{People}/new")).Form(), Other, AccountRole.Agent, Control).Forge(field, value);

        (await form.SubmitAsync()).ShouldBeRefused();

        (await EventsAsync("user-registered")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_11_RightsChange_WithOneEvent_OneMail_AndFromTheNextRequest()
    {
        var agent = await AgentAsync();
        var id = await IdAsync(AgentId);
        var (administrator, mails) = (await AdministratorAsync(), await MailsAsync(id));
        var form = (await (await administrator.GetAsync(PathOf(id))).ClickAsync("役割と担当サイトを変更")).ShouldBeOk().Form();

        var answer = await form.Uncheck("Tenants", Security).Fill("Reason", Why).SubmitAsync();

        answer.ShouldRedirectTo(PathOf(id));
        (await answer.FollowAsync()).ShouldShow("役割と担当サイトを変更しました");
        var changed = (await EventsAsync("permissions-changed")).ShouldHaveSingleItem().Event;
        (changed.SubjectId, changed.Reason).ShouldBe((id, Why));
        changed.Details!.ShouldContain("""{"changes":{"tenants":[["control","security"],["control"]]}}""");
        (await MailsAsync(id)).ShouldBe(mails + 1);
        var mail = (await App.MailsAsync(AgentId))[^1].Text;
        mail.ShouldContain("外れた担当サイト: ");
        mail.ShouldNotContain("追加された担当サイト");
        mail.ShouldNotContain("役割: ");
        (await agent.GetAsync("/admin/users?tenant=security&q=N0009")).ShouldBeNotFound();
        (await agent.GetAsync("/admin/users?tenant=control&q=N0009")).ShouldBeOk();
    }

    [Fact]
    public async Task ADMIN_11_LOGIN_6_AHigherRoleNeedsANewSession()
    {
        var agent = await AgentAsync();
        var id = await IdAsync(AgentId);
        var administrator = await AdministratorAsync();

        await (await administrator.GetAsync($"{PathOf(id)}/rights")).Form().Choose("Role", "TenantAdministrator").Fill("Reason", Why)
            .SubmitAsync();

        (await agent.GetAsync("/admin/users")).Status.ShouldBe(HttpStatusCode.Found);
        (await agent.SignInAsync(Staff, AgentId)).ShouldBeOk();
        (await agent.GetAsync("/admin/audit")).ShouldBeOk();
    }

    [Fact]
    public async Task AZ_06_WhoReachesFurther_LosesOnlyWhatIsTheAdministrators()
    {
        var id = await AddStaffAsync(Other, AccountRole.Agent, Control, Rental);
        var administrator = await AdministratorAsync();
        var page = await administrator.GetAsync(PathOf(id));
        page.ShouldBeOk().ShouldShow("あなたの担当ではないサイトも担当しています").Has(".p-danger").ShouldBeFalse();
        (await administrator.GetAsync(PathOf(id) + "/disable")).ShouldBeForbidden();
        var form = (await administrator.GetAsync(PathOf(id) + "/rights")).ShouldBeOk().ShouldShow("1サイトは、そのまま残ります").Form();

        (await form.Choose("Role", "TenantAdministrator").Fill("Reason", Why).SubmitAsync()).ShouldBeForbidden();
        (await TenantsAsync(id)).ShouldBe([Control, Rental], ignoreOrder: true);
        (await form.Choose("Role", "Agent").Uncheck("Tenants", Control).Check("Tenants", Security).Anew().SubmitAsync())
            .ShouldRedirectTo(PathOf(id));
        (await TenantsAsync(id)).ShouldBe([Security, Rental], ignoreOrder: true);
    }

    [Fact]
    public async Task AZ_06_NobodyChangesItself()
    {
        var system = await SystemAdministratorAsync();
        var id = await IdAsync(SystemId);
        (await system.GetAsync(PathOf(id))).ShouldBeOk().ShouldShow("自分のアカウントは変更できません").Has("main a[href$='/rights']").ShouldBeFalse();
        foreach (var act in new[] { "rights", "disable", "enable", "remove", "invitation" })
        {
            (await system.GetAsync($"{PathOf(id)}/{act}")).ShouldBeForbidden();
        }
    }

    [Fact]
    public async Task MFA_6_ADMIN_11_ThePasswordIsAskedAgainBeforeAnythingIsGranted()
    {
        var administrator = await AdministratorAsync();
        var id = await AddStaffAsync(Other, AccountRole.Agent, Control);
        App.Time.Advance(TimeSpan.FromMinutes(11));

        foreach (var path in new[] { $"{People}/new", $"{PathOf(id)}/rights", $"{PathOf(id)}/disable", $"{PathOf(id)}/remove" })
        {
            (await administrator.GetAsync(path)).Location.ShouldNotBeNull().ShouldStartWith("/admin/reauth");
        }
    }

    [Fact]
    public async Task SAFE_1_ADMIN_11_RightsThatSomebodyElseChangedAreNotOverwritten()
    {
        var id = await AddStaffAsync(Other, AccountRole.Agent, Control);
        var administrator = await AdministratorAsync();
        var (first, second) = ((await administrator.GetAsync($"{PathOf(id)}/rights")).Form(),
            (await administrator.GetAsync($"{PathOf(id)}/rights")).Form());
        await first.Check("Tenants", Security).Fill("Reason", Why).SubmitAsync();

        (await second.Choose("Role", "TenantAdministrator").Fill("Reason", Why).SubmitAsync()).ShouldBe(HttpStatusCode.Conflict)
            .ShouldShow("ほかの管理者がこのアカウントを変更しました");
        (await TenantsAsync(id)).ShouldBe([Control, Security], ignoreOrder: true);
    }

    [Fact]
    public async Task ADMIN_11_DisabledAndEnabledAndRemoved_EachWithAReason()
    {
        var agent = await AgentAsync();
        var id = await IdAsync(AgentId);
        var administrator = await AdministratorAsync();

        (await ActAsync(administrator, id, "disable", " ")).ShouldBeRefused().ShouldShow("理由を入力してください");
        (await (await ActAsync(administrator, id, "disable")).FollowAsync()).ShouldShow("アカウントを無効にしました");
        (await agent.GetAsync("/admin/users")).Status.ShouldBe(HttpStatusCode.Found);
        (await (await ActAsync(administrator, id, "disable")).FollowAsync()).ShouldShow("すでにその状態でした");
        (await (await ActAsync(administrator, id, "enable")).FollowAsync()).ShouldShow("アカウントを有効にしました");
        (await ActAsync(administrator, id, "remove")).ShouldRedirectTo(People);

        (await App.QueryAsync(Staff, db => db.Users.AnyAsync(row => row.Id == id))).ShouldBeFalse();
        (await TenantsAsync(id)).ShouldBeEmpty();
        (await EventsAsync("user-disabled")).ShouldHaveSingleItem().Event.Reason.ShouldBe(Why);
        (await EventsAsync("user-enabled")).ShouldHaveSingleItem();
        (await EventsAsync("user-removed")).ShouldHaveSingleItem().Event.Reason.ShouldBe(Why);
        (await administrator.GetAsync(PathOf(id))).ShouldBeNotFound();
    }

    [Fact]
    public async Task ADMIN_11_WhoHasNoPasswordYetIsInvitedAgain()
    {
        var id = await AddInvitedAsync();
        var administrator = await AdministratorAsync();

        (await (await ActAsync(administrator, id, "invitation")).FollowAsync()).ShouldShow("招待メールをもう一度送りました");

        (await App.MailsAsync(Other)).ShouldHaveSingleItem().Text.ShouldContain("/admin/invite/");
        (await EventsAsync("invitation-sent")).ShouldHaveSingleItem().Event.Reason.ShouldBe(Why);
    }

    [Fact]
    public async Task AZ_08_TwoSystemAdministratorsDemotingEachOtherAtOnce_ExactlyOneSucceeds() =>
        await BothAtOnceAsync("rights", form => form.Choose("Role", "Agent").Check("Tenants", Control));

    [Fact]
    public async Task AZ_08_TwoSystemAdministratorsDisablingEachOtherAtOnce_ExactlyOneSucceeds() =>
        await BothAtOnceAsync("disable", form => form);

    [Fact]
    public async Task AZ_08_TwoSystemAdministratorsRemovingEachOtherAtOnce_ExactlyOneSucceeds() =>
        await BothAtOnceAsync("remove", form => form);

    [Fact]
    public async Task AZ_07_ADMIN_11_WhoWasDemotedSinceThePageWasOpenedChangesNothing()
    {
        var administrator = await AdministratorAsync();
        var id = await AddStaffAsync(Other, AccountRole.Agent, Control);
        var form = (await administrator.GetAsync($"{PathOf(id)}/rights")).Form();
        var system = await SystemAdministratorAsync();
        await (await system.GetAsync($"{PathOf(await IdAsync(AdministratorId))}/rights")).Form().Choose("Role", "Agent")
            .Fill("Reason", Why).SubmitAsync();

        (await form.Check("Tenants", Security).Fill("Reason", Why).SubmitAsync()).ShouldBeForbidden();
        (await TenantsAsync(id)).ShouldBe([Control]);
    }

    private async Task BothAtOnceAsync(string act, Func<PortalForm, PortalForm> fill)
    {
        var (one, two) = (await SystemAdministratorAsync(), await SignedInAsync(Other, AccountRole.SystemAdministrator));
        var (first, second) = (await IdAsync(SystemId), await IdAsync(Other));
        var forms = new[]
        {
            fill((await one.GetAsync($"{PathOf(second)}/{act}")).ShouldBeOk().Form()).Fill(ReasonOf(act), Why),
            fill((await two.GetAsync($"{PathOf(first)}/{act}")).ShouldBeOk().Form()).Fill(ReasonOf(act), Why),
        };

        var answers = await Task.WhenAll(forms.Select(form => Task.Run(() => form.SubmitAsync())));

        answers.Count(answer => answer.Status == HttpStatusCode.SeeOther && answer.Location!.StartsWith(People, StringComparison.Ordinal))
            .ShouldBe(1);
        (await App.QueryAsync(Staff,
            db => db.Users.CountAsync(row => row.Role == AccountRole.SystemAdministrator && row.DisabledAt == null))).ShouldBe(1);
    }

    private static string ReasonOf(string act) => act == "rights" ? "Reason" : "Form.Reason";

    private static async Task<PortalPage> ActAsync(PortalBrowser by, Guid id, string act, string reason = Why) =>
        await (await by.GetAsync($"{PathOf(id)}/{act}")).ShouldBeOk().Form().Fill("Form.Reason", reason).SubmitAsync();

    private static PortalForm Fill(PortalForm form, string email, AccountRole role, params string[] tenants) =>
        tenants.Aggregate(form.Fill("Email", email).Fill("FamilyName", "鈴木").Fill("GivenName", "花子").Choose("Role", role.ToString())
            .Fill("Reason", Why), (filled, tenant) => filled.Check("Tenants", tenant));

    private async Task<Guid> AddInvitedAsync()
    {
        var id = await new Account(Staff, Other)
        {
            Role = AccountRole.Agent,
            Contract = null,
            Email = Other,
            Password = null,
            With = user => user.InvitedAt = App.Time.GetUtcNow(),
        }.AddToAsync(App);
        await App.InTenantAsync(Staff, async services => services.GetRequiredService<PortalDbContext>().StaffAssignments
            .Add(new StaffAssignment
            {
                UserId = id,
                TenantId = (await services.GetRequiredService<TenantCatalog>().FindBySlugAsync(Control))!.Id,
            }));
        return id;
    }

    private Task<Guid> IdAsync(string loginId) =>
        App.QueryAsync(Staff, db => db.Users.Where(row => row.UserName == loginId).Select(row => row.Id).SingleAsync());

    private Task<List<string>> TenantsAsync(Guid id) => App.QueryAsync(Staff, db => db.StaffAssignments.Where(row => row.UserId == id)
        .Join(db.Tenants, row => row.TenantId, tenant => tenant.Id, (_, tenant) => tenant.Slug).ToListAsync());
}
