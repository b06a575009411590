using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Admin.People;

/// <summary>The staff changes what is known of a customer's user (ADMIN-4).</summary>
public sealed class ChangingDetails : StaffTest
{
    private const string LoginId = "N0009001";
    private const string Owner = "owner@control.example.jp";
    private const string Form = "form:has([name=Version])";
    private const string Why = "本人から電話で依頼";

    [Fact]
    public async Task ADMIN_4_NameAndDepartmentAreChanged_AfterACheckWithBothVersions()
    {
        var id = await AddAsync();
        var agent = await AgentAsync();
        (await agent.GetAsync(PathOf(Control, id))).ShouldBeOk().ShouldShow("登録内容を変更");

        var check = await CheckAsync(agent, id, form => form.Fill("FamilyName", "改姓").Fill("Department", "第三課"));
        check.ShouldBeOk().ShouldShow("この内容で保存しますか？").ShouldShow("試験").ShouldShow("改姓").ShouldShow(Why);
        (await UserAsync(id)).FamilyName.ShouldBe("試験");

        var saved = await check.Form(Form).SubmitAsync("保存");
        saved.ShouldRedirectTo(PathOf(Control, id));
        (await saved.FollowAsync()).ShouldShow("N0009001の登録内容を変更しました").ShouldShow("改姓");
        var user = await UserAsync(id);
        (user.FamilyName, user.Department, user.ChangedBy, user.Email).ShouldBe(("改姓", "第三課", AgentId, Owner));
        var row = (await EventsAsync("user-changed")).ShouldHaveSingleItem();
        (row.Tenant, row.Event.SubjectId, row.Event.ActorName, row.Event.ActorKind, row.Event.Reason)
            .ShouldBe((Control, id, AgentId, ActorKind.Staff, Why));
        row.Event.Details.ShouldBe("""{"changes":{"familyName":["試験","改姓"],"department":["","第三課"]}}""");
        (await EventsAsync("email-changed")).ShouldBeEmpty();
        (await ToldAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_4_AZ_08_TheLastManagersLastDay_IsRefusedAtItsField_AndNothingIsWritten()
    {
        var id = await new Account(Control, "N0009009") { IsManager = true, Contract = "C-900009", Email = "last@control.example.jp" }
            .AddToAsync(App);
        var agent = await AgentAsync();
        var day = DateOnly.FromDateTime(App.Time.GetUtcNow().AddHours(9).DateTime).AddDays(3).ToString("yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture);
        var check = await CheckAsync(agent, id, form => form.Fill("ValidUntil", day).Fill("Email", "moved@control.example.jp"));

        var saved = await check.ShouldBeOk().Form(Form).SubmitAsync("保存");

        saved.ShouldBeRefused().Find("[id$=error]").TextContent.ShouldContain("期限のない管理者がいなくなります");
        var user = await UserAsync(id);
        (user.ValidUntil, user.Email).ShouldBe((null, "last@control.example.jp"));
        (await EventsAsync("user-changed")).ShouldBeEmpty();
        (await EventsAsync("email-changed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_4_MAIL_3_AnAddressCountsAtOnce_IsNotConfirmed_AndBothAddressesAreTold()
    {
        var id = await AddAsync();
        var check = await CheckAsync(await AgentAsync(), id, form => form.Fill("Email", "ｎew@control.example.jp"));
        check.ShouldBeOk().ShouldShow("new@control.example.jp").ShouldShow("保存するとすぐに有効になります");
        (await check.Form(Form).SubmitAsync("保存")).ShouldRedirectTo(PathOf(Control, id));

        var user = await UserAsync(id);
        (user.Email, user.NormalizedEmail, user.EmailConfirmedAt).ShouldBe(("new@control.example.jp", "new@control.example.jp", null));
        var row = (await EventsAsync("email-changed")).ShouldHaveSingleItem();
        (row.Tenant, row.Event.SubjectId, row.Event.ActorKind, row.Event.Reason).ShouldBe((Control, id, ActorKind.Staff, Why));
        row.Event.Details.ShouldBe("""{"from":"owner@control.example.jp","to":"new@control.example.jp"}""");
        (await EventsAsync("user-changed")).ShouldBeEmpty();
        (await ToldAsync()).ShouldBe([Owner, "new@control.example.jp"], ignoreOrder: true);
    }

    [Fact]
    public async Task ADMIN_4_CONT_2_WhoIsInvited_IsInvitedAgainAtTheNewAddress()
    {
        var id = await new Account(Security, "taro@example.jp.cs")
        {
            Email = "mistyped@example.jp",
            EmailConfirmed = false,
            Password = null,
            With = user => user.InvitedAt = App.Time.GetUtcNow(),
        }.AddToAsync(App);

        var check = await CheckAsync(await AdministratorAsync(), id, form => form.Fill("Email", "taro@example.jp"), tenant: Security);
        (await check.Form(Form).SubmitAsync("保存")).ShouldRedirectTo(PathOf(Security, id));

        var sent = (await EventsAsync("invitation-sent")).ShouldHaveSingleItem();
        (sent.Event.SubjectId, sent.Event.Reason).ShouldBe((id, Why));
        var links = await App.QueryAsync(Security, db => db.SecurityLinks.Where(row => row.UserId == id && row.EndedAt == null
            && row.Purpose == LinkPurpose.Invitation).Select(row => row.Email).ToListAsync());
        links.ShouldBe(["taro@example.jp"]);
        (await ToldAsync()).Count(address => address == "taro@example.jp").ShouldBe(2, "that it was changed, and the invitation");
    }

    [Fact]
    public async Task ADMIN_2_ThePageOfAPerson_HasWhatTheFormChanges_InTheSitesWords_AndNoKeywordWhereThereIsNone()
    {
        var id = await new Account(Security, "taro@example.jp.cs")
        {
            With = user => (user.Title, user.MobilePhone, user.Phone) = ("課長", "090-8888-7777", "03-1234-3116"),
        }.AddToAsync(App);
        var staff = await AdministratorAsync();

        var page = (await staff.GetAsync(PathOf(Security, id))).ShouldBeOk().ShouldShow("課長").ShouldShow("090-8888-7777");

        page.ShouldShow("勤務先の電話番号").ShouldNotShow("合言葉").ShouldNotShow("キーワード");
        (await staff.GetAsync(PathOf(Control, await AddAsync()))).ShouldShow("キーワード");
    }

    [Fact]
    public async Task ADMIN_4_WithoutAReason_OrWithAnUnfitAddress_NothingIsSaved_AndNothingIsLost()
    {
        var id = await AddAsync();
        var agent = await AgentAsync();

        var refused = await CheckAsync(agent, id, form => form.Fill("Email", "nobody").Fill("Department", "第三課"), reason: " ");
        refused.ShouldBeRefused().ShouldShow("理由を入力してください").Find("input[name=Department]").GetAttribute("value").ShouldBe("第三課");
        refused.Find("input[name=Email]").GetAttribute("value").ShouldBe("nobody");
        (await CheckAsync(agent, id, form => form.Fill("FamilyName", ""))).ShouldBeRefused().ShouldShow("姓を入力してください");
        (await EventsAsync("user-changed")).ShouldBeEmpty();
        (await UserAsync(id)).Email.ShouldBe(Owner);
    }

    [Fact]
    public async Task ADMIN_4_SavingWhatIsThere_RecordsNothing_AndBackKeepsWhatWasTyped()
    {
        var id = await AddAsync();
        var check = await CheckAsync(await AgentAsync(), id, form => form);
        (await check.Form(Form).SubmitAsync("戻って修正")).ShouldBeOk().Find("textarea[name=Reason]").TextContent.Trim().ShouldBe(Why);
        (await (await check.Form(Form).SubmitAsync("保存")).FollowAsync()).ShouldShow("変更された項目はありません");
        (await EventsAsync("user-changed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_4_SAFE_1_AChangeMadeElsewhereIsShownBesideOnesOwn()
    {
        var id = await AddAsync();
        var slow = await CheckAsync(await AgentAsync(), id,
            form => form.Fill("Department", "遅い課").Fill("Email", "slow@control.example.jp"));
        await (await CheckAsync(await AdministratorAsync(), id, form => form.Fill("Department", "速い課"))).Form(Form).SubmitAsync("保存");

        var conflict = await slow.Form(Form).SubmitAsync("保存");
        conflict.ShouldBe(HttpStatusCode.Conflict).ShouldShow("遅い課").ShouldShow("速い課").ShouldShow(AdministratorId);
        var user = await UserAsync(id);
        (user.Department, user.Email).ShouldBe(("速い課", Owner));

        (await conflict.Form(Form).SubmitAsync("入力した内容で保存")).ShouldRedirectTo(PathOf(Control, id));
        user = await UserAsync(id);
        (user.Department, user.Email).ShouldBe(("遅い課", "slow@control.example.jp"));
    }

    [Fact]
    public async Task ADMIN_4_AnAddressThatSignsIn_IsNotGivenTwice_AndTakesTheLoginAlong()
    {
        await new Account(Rental, "L900001") { Email = "a@rental.example.jp" }.AddToAsync(App);
        var id = await new Account(Rental, "L900001") { Email = "b@rental.example.jp" }.AddToAsync(App);
        var agent = await SignedInAsync(AgentId, AccountRole.TenantAdministrator, Rental);

        (await CheckAsync(agent, id, form => form.Fill("Email", ""), tenant: Rental)).ShouldBeRefused();
        var taken = await (await CheckAsync(agent, id, form => form.Fill("Email", "a@rental.example.jp"), tenant: Rental))
            .ShouldShow("このメールアドレスはログインに使います").Form(Form).SubmitAsync("保存");
        taken.ShouldBeRefused().ShouldShow("ほかの利用者がログインに使っています");
        (await UserAsync(id)).Email.ShouldBe("b@rental.example.jp");

        var free = await CheckAsync(agent, id, form => form.Fill("Email", "c@rental.example.jp"), tenant: Rental);
        (await free.Form(Form).SubmitAsync("保存")).ShouldRedirectTo(PathOf(Rental, id));
        var user = await UserAsync(id);
        (user.UserName, user.Email).ShouldBe(("L900001", "c@rental.example.jp"));
    }

    [Fact]
    public async Task ADMIN_4_WhereNobodyLooksAfterOthers_NameAndAddressAreThere_AndANumberNeedsNoName()
    {
        var id = await new Account("homephone", "0399990001") { FamilyName = "", GivenName = "", Contract = "H-1" }.AddToAsync(App);
        var agent = await SignedInAsync(AgentId, AccountRole.Agent, "homephone");
        var check = await CheckAsync(agent, id, form => form.Fill("Email", "home@example.jp"), tenant: "homephone");
        (await check.ShouldBeOk().Form(Form).SubmitAsync("保存")).ShouldRedirectTo(PathOf("homephone", id));
        (await UserAsync(id)).Email.ShouldBe("home@example.jp");
    }

    [Fact]
    public async Task ADMIN_4_CONT_2_AGivenNameThatWasNeverThere_IsNotAskedFor_AndOneThatIsThereStays()
    {
        var id = await new Account(Security, "taro@example.jp.cs") { GivenName = "", Email = "taro@example.jp" }.AddToAsync(App);
        var other = await new Account(Security, "jiro@example.jp.cs") { Email = "jiro@example.jp" }.AddToAsync(App);
        var staff = await AdministratorAsync();

        var check = await CheckAsync(staff, id, form => form.Fill("Email", "new@example.jp"), tenant: Security);
        (await check.ShouldBeOk().Form(Form).SubmitAsync("保存")).ShouldRedirectTo(PathOf(Security, id));
        var user = await UserAsync(id);
        (user.GivenName, user.Email).ShouldBe(("", "new@example.jp"));

        (await CheckAsync(staff, id, form => form.Fill("FamilyName", ""), tenant: Security)).ShouldBeRefused()
            .Has("input[name=FamilyName][aria-invalid=true]").ShouldBeTrue();
        (await CheckAsync(staff, other, form => form.Fill("GivenName", ""), tenant: Security)).ShouldBeRefused()
            .Has("input[name=GivenName][aria-invalid=true]").ShouldBeTrue();
    }

    [Fact]
    public async Task ADMIN_4_TheBrowserIsNotAskedToFillInWhoTypes()
    {
        var id = await AddAsync();
        (await (await AgentAsync()).GetAsync(PathOf(Control, id) + "/edit")).ShouldBeOk().Has("main [autocomplete]").ShouldBeFalse();
    }

    [Fact]
    public async Task AZ_01_ADMIN_11_NoForeignTenant_NobodyOfTheStaff_AndNobodyWhoIsNotThere()
    {
        var foreign = await new Account(Rental, "L900001") { Email = "a@rental.example.jp" }.AddToAsync(App);
        var own = await AddAsync();
        var agent = await AgentAsync();
        (await agent.GetAsync(PathOf(Rental, foreign) + "/edit")).ShouldBeNotFound();
        (await agent.GetAsync(PathOf(Control, foreign) + "/edit")).ShouldBeNotFound();
        (await agent.GetAsync(PathOf(Control, Guid.NewGuid()) + "/edit")).ShouldBeNotFound();

        var colleague = await AddStaffAsync("other@portal.test", AccountRole.Agent);
        (await (await SystemAdministratorAsync()).GetAsync(PathOf(Staff, colleague) + "/edit")).ShouldBeNotFound();

        var customer = App.CreateBrowser();
        await customer.SignInAsync(Control, LoginId);
        (await customer.GetAsync(PathOf(Control, own) + "/edit")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task AZ_03_OverPostingChangesNoOtherColumn()
    {
        var id = await AddAsync();
        var check = await CheckAsync(await AgentAsync(), id, form => form.Fill("Department", "第三課"));
        var form = check.Form(Form).Forge("Role", "Manager").Forge("UserName", "N0000000").Forge("Target.User.Role", "Manager")
            .Forge("Title", "社長");
        (await form.SubmitAsync("保存")).ShouldRedirectTo(PathOf(Control, id));
        var user = await UserAsync(id);
        (user.Role, user.UserName, user.Title, user.Department).ShouldBe((AccountRole.Member, LoginId, "", "第三課"));
    }

    [Fact]
    public async Task ADMIN_4_ADMIN_11_WhereAgentsIssueNoPassword_TheyChangeNoAddress()
    {
        var id = await new Account(Security, "taro@example.jp.cs") { Email = "taro@example.jp" }.AddToAsync(App);
        var agent = await AgentAsync();
        var form = (await agent.GetAsync(PathOf(Security, id) + "/edit")).ShouldBeOk()
            .ShouldShow("メールアドレスは、サイトの管理者が変更できます").Form(Form);
        form.Fields.ShouldNotContain(field => field.Name == "Email");

        var check = await form.Fill("Department", "第三課").Fill("Reason", Why).Forge("Email", "agent@portal.test").SubmitAsync("確認へ進む");
        (await check.Form(Form).Forge("Email", "agent@portal.test").SubmitAsync("保存")).ShouldRedirectTo(PathOf(Security, id));

        var user = await UserAsync(id);
        (user.Email, user.Department).ShouldBe(("taro@example.jp", "第三課"));
        (await EventsAsync("email-changed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_2_AU_09_ThatTheFormShowsAPerson_IsRecorded()
    {
        var id = await AddAsync();

        await (await AgentAsync()).GetAsync(PathOf(Control, id) + "/edit");

        var seen = (await EventsAsync("user-viewed")).ShouldHaveSingleItem();
        (seen.Tenant, seen.Event.SubjectId, seen.Event.ActorName).ShouldBe((Control, id, AgentId));
    }

    [Fact]
    public async Task ADMIN_4_MFA_6_AFreshProofIsAskedFor()
    {
        var id = await AddAsync();
        var agent = await AgentAsync();
        App.Time.Advance(TimeSpan.FromMinutes(11));

        (await agent.GetAsync(PathOf(Control, id) + "/edit")).Location!.ShouldStartWith("/admin/reauth");
    }

    private Task<Guid> AddAsync() => new Account(Control, LoginId) { Email = Owner }.AddToAsync(App);

    private Task<PortalUser> UserAsync(Guid id) => App.World.Accounts.GetAsync(id);

    /// <summary>Beside the staff, who are told of their own sign-ins.</summary>
    private async Task<IEnumerable<string>> ToldAsync() =>
        (await App.World.Mails.RecipientsAsync()).Where(address => address.EndsWith("example.jp", StringComparison.Ordinal));

    private static async Task<PortalPage> CheckAsync(PortalBrowser staff, Guid id, Func<PortalForm, PortalForm> fill,
        string reason = Why, string tenant = Control) =>
        await fill((await staff.GetAsync(PathOf(tenant, id) + "/edit")).ShouldBeOk().Form(Form)).Fill("Reason", reason)
            .SubmitAsync("確認へ進む");
}
