using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.TemporaryPasswords;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin.People;

/// <summary>The staff adds a user to a contract (ADMIN-4).</summary>
public sealed class AddingUsers : StaffTest
{
    private const string Number = "C-900001";
    private const string NewId = "N0009500";
    private const string Form = "form:has([name=Reason])";
    private const string Why = "契約者から電話で依頼";

    [Fact]
    public async Task ADMIN_4_ADMIN_14_WhereOneIsIssued_TheTemporaryPasswordIsShownOnceWithItsSlip_AndSignsIn()
    {
        var contract = await ContractAsync(Control);
        var staff = await AdministratorAsync();
        (await staff.GetAsync(Page(Control, contract, ""))).ShouldBeOk().ShouldShow("オペレータを追加");

        var check = await CheckAsync(staff, Control, contract, form => form.Fill("LoginId", "ｎ０００９５００").Fill("FamilyName", "新規")
            .Fill("Phone", "０３－１２３４－５６７８").Fill("Email", "new@control.example.jp"));
        check.ShouldBeOk().ShouldShow(NewId).ShouldShow("03-1234-5678").ShouldShow("new@control.example.jp").ShouldShow("一般利用者")
            .ShouldShow(Why);
        (await App.World.Accounts.CountNamedAsync(NewId)).ShouldBe(0);

        var done = await check.Form(Form).SubmitAsync("追加");
        var id = await App.World.Accounts.IdOfAsync(NewId);
        done.ShouldRedirectTo(PathOf(Control, id) + "/added");
        var shown = (await done.FollowAsync()).ShouldBeOk().ShouldShow("N0009500を追加しました");
        var password = shown.Find("main code").TextContent;
        shown.Find(".p-slip__password").TextContent.ShouldBe(password);
        (await staff.GetAsync(done.Location!)).ShouldShow("表示済み").ShouldNotShow(password);

        var user = await App.World.Accounts.GetAsync(id);
        (user.ContractId, user.Role, user.FamilyName, user.Phone, user.Email, user.EmailConfirmedAt, user.ChangedBy)
            .ShouldBe((contract, AccountRole.Member, "新規", "03-1234-5678", "new@control.example.jp", null, AdministratorId));
        var row = (await EventsAsync("user-registered")).ShouldHaveSingleItem();
        (row.Tenant, row.Event.SubjectId, row.Event.ActorName, row.Event.ActorKind, row.Event.Reason)
            .ShouldBe((Control, id, AdministratorId, ActorKind.Staff, Why));
        row.Event.Details.ShouldNotBeNull().ShouldNotContain(password);
        (await App.World.TemporaryPasswords.CountAsync(each => each.UserId == id
            && each.Origin == TemporaryPasswordOrigin.Staff)).ShouldBe(1);
        (await App.World.Mails.CountToAsync("new@control.example.jp")).ShouldBe(1);
        (await App.World.EverythingAsync()).ShouldNotContain(password);
        (await App.CreateBrowser().TrySignInAsync(Control, NewId, password)).ShouldRedirectTo("/t/control/password/required");
    }

    [Fact]
    public async Task ADMIN_4_WhereTheProfileInvites_TheIdIsMadeOfTheAddress_AndAnInvitationIsMailed()
    {
        var contract = await ContractAsync(Security);
        var staff = await AdministratorAsync();
        var check = await CheckAsync(staff, Security, contract, form => form.Fill("Email", "new@example.jp").Fill("FamilyName", "新田")
            .Fill("GivenName", "一郎").Check("Administrator"));
        check.ShouldBeOk().ShouldShow("new@example.jp.cs").ShouldShow("管理者");
        var done = await check.Form(Form).SubmitAsync("追加して招待メールを送信");

        var id = await App.World.Accounts.IdOfAsync("new@example.jp.cs");
        done.ShouldRedirectTo(PathOf(Security, id));
        (await done.FollowAsync()).ShouldShow("new@example.jpに招待メールを送りました").ShouldShow("招待中");
        var user = await App.World.Accounts.GetAsync(id);
        (user.Role, user.Permissions, user.PasswordHash, user.ContractId).ShouldBe((AccountRole.Manager, null, null, contract));
        (await App.World.Links.CountOpenAsync(id, LinkPurpose.Invitation)).ShouldBe(1);
        (await EventsAsync("user-registered")).ShouldHaveSingleItem().Event.Reason.ShouldBe(Why);
        (await EventsAsync("invitation-sent")).ShouldHaveSingleItem().Event.Reason.ShouldBe(Why);
        (await App.MailsAsync("new@example.jp")).ShouldHaveSingleItem().Text.ShouldContain("/t/security/invite/");
    }

    [Fact]
    public async Task ADMIN_4_USER_1_WhereAPairSignsIn_ANewUserIsAnAddressOnTheLoginIdThereIs()
    {
        await new Account(Rental, "L900001") { Email = "a@rental.example.jp" }.AddToAsync(App);
        var contract = await ContractAsync(Rental);
        var staff = await SignedInAsync(AdministratorId, AccountRole.TenantAdministrator, Rental);

        var taken = await CheckAsync(staff, Rental, contract, form => form.Fill("FamilyName", "田中").Fill("Email", "a@rental.example.jp"));
        taken.ShouldBeRefused().ShouldShow("すでにこのログインIDに登録されています").Has("input[name=Email][aria-invalid=true]").ShouldBeTrue();
        taken.Find("input[name=FamilyName]").GetAttribute("value").ShouldBe("田中");

        var late = await CheckAsync(staff, Rental, contract, form => form.Fill("FamilyName", "佐藤").Fill("Email", "c@rental.example.jp"));
        await new Account(Rental, "L900001") { Email = "c@rental.example.jp" }.AddToAsync(App);
        (await late.Form(Form).SubmitAsync("追加して招待メールを送信")).ShouldBeRefused().ShouldShow("すでにこのログインIDに登録されています");

        var check = await CheckAsync(staff, Rental, contract, form => form.Fill("FamilyName", "田中").Fill("Email", "b@rental.example.jp"));
        check.ShouldBeOk().ShouldShow("L900001");
        (await check.Form(Form).Forge("LoginId", "L999999").SubmitAsync("追加して招待メールを送信")).ShouldBeRefused();
        (await check.Form(Form).SubmitAsync("追加して招待メールを送信")).ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.Accounts.CountNamedAsync("L900001")).ShouldBe(3);
        (await App.World.Mails.CountToAsync("b@rental.example.jp")).ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_4_BadInput_IsToldAtItsField_AndNothingIsLost()
    {
        var contract = await ContractAsync(Control);
        var refused = await CheckAsync(await AdministratorAsync(), Control, contract,
            form => form.Fill("LoginId", "X1").Fill("FamilyName", "新規").Fill("Email", "nobody"), reason: " ");
        refused.ShouldBeRefused().ShouldShow("理由を入力してください").Find("input[name=LoginId]").GetAttribute("value").ShouldBe("X1");
        refused.Find("input[name=FamilyName]").GetAttribute("value").ShouldBe("新規");
        refused.Has("input[name=LoginId][aria-invalid=true]").ShouldBeTrue();
        refused.Has("input[name=Email][aria-invalid=true]").ShouldBeTrue();
        (await EventsAsync("user-registered")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_4_EN_06_ATakenId_AndAFullContract_AreRefused_AndAManagerNeedsNoRoom()
    {
        await new Account(Control, "N0009101") { Contract = "C-900002" }.AddToAsync(App);
        await new Account(Control, "N0009001").AddToAsync(App);
        var contract = await ContractAsync(Control);
        var staff = await AdministratorAsync();

        // Told at the field as soon as it is typed; an ID of another contract is counted as a guess.
        (await NamedAsync("N0009001")).ShouldBeRefused().ShouldShow("すでにこの契約に登録されています")
            .Has("input[name=LoginId][aria-invalid=true]").ShouldBeTrue();
        (await EventsAsync("login-id-probed")).ShouldBeEmpty();
        (await NamedAsync("N0009101")).ShouldBeRefused().ShouldShow("ほかの契約で使われています")
            .Has("input[name=LoginId][aria-invalid=true]").ShouldBeTrue();
        (await EventsAsync("login-id-probed")).ShouldHaveSingleItem().Event.ActorName.ShouldBe(AdministratorId);

        var check = await CheckAsync(staff, Control, contract, form => form.Fill("LoginId", NewId).Fill("FamilyName", "新規"));
        await App.World.Contracts.ChangeAsync(row => row.Id == contract, row => row.AccountLimit, 1);
        (await check.ShouldBeOk().Form(Form).SubmitAsync("追加")).ShouldBeRefused().ShouldShow("IDの上限に達しています");
        (await CheckAsync(staff, Control, contract, form => form.Fill("LoginId", NewId).Fill("FamilyName", "新規"))).ShouldBeRefused()
            .ShouldShow("IDの上限に達しています");
        (await AddAsync(staff, contract, NewId, form => form.Check("Administrator"))).ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.Accounts.GetAsync(await App.World.Accounts.IdOfAsync(NewId))).Role.ShouldBe(AccountRole.Manager);

        Task<PortalPage> NamedAsync(string loginId) =>
            CheckAsync(staff, Control, contract, form => form.Fill("LoginId", loginId).Fill("FamilyName", "新規"));
    }

    [Fact]
    public async Task ADMIN_4_EN_06_AnIdThatIsTakenMeanwhile_IsToldAtItsField()
    {
        await new Account(Control, "N0009001").AddToAsync(App);
        var check = await CheckAsync(await AdministratorAsync(), Control, await ContractAsync(Control),
            form => form.Fill("LoginId", NewId).Fill("FamilyName", "新規"));
        await new Account(Control, NewId) { Contract = "C-900002" }.AddToAsync(App);

        (await check.ShouldBeOk().Form(Form).SubmitAsync("追加")).ShouldBeRefused().ShouldShow("ほかの契約で使われています")
            .Has("input[name=LoginId][aria-invalid=true]").ShouldBeTrue();
    }

    [Fact]
    public async Task ADMIN_4_ToASuspendedContract_NobodyIsAdded_AndAFreshProofIsAskedFor()
    {
        var contract = await ContractAsync(Control);
        var staff = await AdministratorAsync();
        var form = (await staff.GetAsync(Page(Control, contract))).ShouldBeOk().Form(Form).Fill("LoginId", NewId).Fill("Reason", Why);
        await App.World.Contracts.ChangeAsync(row => row.Id == contract, row => row.Status, ContractStatus.Suspended);

        (await form.SubmitAsync("確認へ進む")).ShouldBeNotFound();
        (await staff.GetAsync(Page(Control, contract, ""))).ShouldBeOk().ShouldNotShow("オペレータを追加");
        App.Time.Advance(TimeSpan.FromMinutes(11));
        (await staff.GetAsync(Page(Control, contract))).Location!.ShouldStartWith("/admin/reauth");
    }

    [Fact]
    public async Task ADMIN_4_AZ_01_AgentsLookOnly_ForeignContractsAreNotFound_AndIdsThatComeWithNumbersAreNotAdded()
    {
        var contract = await ContractAsync(Control);
        var agent = await AgentAsync();
        (await agent.GetAsync(Page(Control, contract))).ShouldBeForbidden();
        (await agent.GetAsync(Page(Control, contract, ""))).ShouldBeOk().ShouldNotShow("オペレータを追加");

        var staff = await SignedInAsync(AdministratorId, AccountRole.TenantAdministrator, Control, "officephone");
        (await staff.GetAsync(Page(Control, Guid.NewGuid()))).ShouldBeNotFound();
        await new Account(Rental, "L900001") { Email = "a@rental.example.jp" }.AddToAsync(App);
        (await staff.GetAsync(Page(Rental, await ContractAsync(Rental)))).ShouldBeNotFound();
        await new Account("officephone", "0399990001").AddToAsync(App);
        (await staff.GetAsync(Page("officephone", await ContractAsync("officephone")))).ShouldBeNotFound();
        (await staff.GetAsync(Page("officephone", contract))).ShouldBeNotFound();
    }

    [Fact]
    public async Task ADMIN_4_TEMP_2_WhereTheStaffIssuesNoTemporaryPassword_AUserIsInvited()
    {
        await App.ChangeProfileAsync(Security, profile => profile with
        {
            TemporaryPassword = new TemporaryPasswordProfile(24, 3, ByManager: true),
            Operators = profile.Operators! with { FirstPassword = FirstPassword.Issued },
        });
        var contract = await ContractAsync(Security);
        var staff = await AdministratorAsync();
        (await CheckAsync(staff, Security, contract, form => form.Fill("LoginId", "new@example.jp.cs").Fill("FamilyName", "新田")))
            .ShouldBeRefused().Has("input[name=Email][aria-invalid=true]").ShouldBeTrue();

        var check = await CheckAsync(staff, Security, contract,
            form => form.Fill("LoginId", "new@example.jp.cs").Fill("FamilyName", "新田").Fill("Email", "new@example.jp"));
        (await check.ShouldBeOk().Form(Form).SubmitAsync("追加して招待メールを送信")).ShouldBe(HttpStatusCode.SeeOther);

        var id = await App.World.Accounts.IdOfAsync("new@example.jp.cs");
        (await App.World.TemporaryPasswords.CountAsync(row => row.UserId == id)).ShouldBe(0);
        (await App.World.Links.CountOpenAsync(id, LinkPurpose.Invitation)).ShouldBe(1);
        (await App.MailsAsync("new@example.jp")).ShouldHaveSingleItem().Text.ShouldContain("/t/security/invite/");
    }

    [Fact]
    public async Task ADMIN_4_TEMP_2_WhereNoLinkIsMailedEither_NobodyIsAdded()
    {
        var contract = await ContractAsync(Control);
        await App.ChangeProfileAsync(Control, profile => profile with
        {
            TemporaryPassword = profile.TemporaryPassword! with { ByStaff = false },
        });
        var staff = await AdministratorAsync();
        (await staff.GetAsync(Page(Control, contract))).ShouldBeNotFound();
        (await staff.GetAsync(Page(Control, contract, ""))).ShouldBeOk().ShouldNotShow("オペレータを追加");
    }

    [Fact]
    public async Task ADMIN_4_USER_1_ThatALoginIdIsFull_IsToldBeforeAnythingIsTyped()
    {
        await new Account(Rental, "L900001") { Email = "a@rental.example.jp" }.AddToAsync(App);
        var contract = await ContractAsync(Rental);
        await FullAtAsync(2);
        var staff = await SignedInAsync(AdministratorId, AccountRole.TenantAdministrator, Rental);
        (await staff.GetAsync(Page(Rental, contract, ""))).ShouldBeOk().ShouldShow("利用者を追加");
        var open = (await staff.GetAsync(Page(Rental, contract))).ShouldBeOk().Form(Form).Fill("FamilyName", "田中")
            .Fill("Email", "c@rental.example.jp").Fill("Reason", Why);

        await new Account(Rental, "L900001") { Email = "b@rental.example.jp" }.AddToAsync(App);

        (await open.SubmitAsync("確認へ進む")).ShouldBeRefused().ShouldShow("人数の上限（2人）に達しています");
        (await staff.GetAsync(Page(Rental, contract, ""))).ShouldBeOk().ShouldShow("人数の上限（2人）に達しています")
            .ShouldNotShow("利用者を追加");
        (await staff.GetAsync(Page(Rental, contract))).ShouldBeOk().ShouldShow("人数の上限（2人）に達しています").Has(Form).ShouldBeFalse();

        Task FullAtAsync(int most) => App.ChangeProfileAsync(Rental,
            profile => profile with { Operators = profile.Operators! with { PerLoginId = most } });
    }

    [Fact]
    public async Task ADMIN_4_OfSeveralLoginIds_ThoseWithRoomAreOffered()
    {
        await new Account(Rental, "L900001") { Email = "a@rental.example.jp" }.AddToAsync(App);
        await new Account(Rental, "L900002") { Email = "b@rental.example.jp" }.AddToAsync(App);
        await new Account(Rental, "L900002") { Email = "c@rental.example.jp" }.AddToAsync(App);
        var contract = await ContractAsync(Rental);
        await App.ChangeProfileAsync(Rental, profile => profile with { Operators = profile.Operators! with { PerLoginId = 2 } });
        var staff = await SignedInAsync(AdministratorId, AccountRole.TenantAdministrator, Rental);

        var form = (await staff.GetAsync(Page(Rental, contract))).ShouldBeOk().ShouldNotShow("L900002").Form(Form);

        (await form.Fill("FamilyName", "田中").Fill("Email", "d@rental.example.jp").Fill("Reason", Why).Forge("LoginId", "L900002")
            .SubmitAsync("確認へ進む")).ShouldBeRefused().ShouldShow("人数の上限（2人）に達しています")
            .Find("input[name=LoginId]").GetAttribute("value").ShouldBe("L900001");
    }

    [Fact]
    public async Task ADMIN_4_TheBrowserIsNotAskedToFillInWhoTypes() =>
        (await (await AdministratorAsync()).GetAsync(Page(Control, await ContractAsync(Control)))).ShouldBeOk()
            .Has("main [autocomplete]").ShouldBeFalse();

    private async Task<Guid> ContractAsync(string tenant)
    {
        var ids = await IdsAsync();
        if (ids.Count == 0)
        {
            await new Account(tenant, tenant == Control ? "N0009000" : "first@example.jp.cs") { IsManager = true }.AddToAsync(App);
            ids = await IdsAsync();
        }

        return ids[0];

        Task<List<Guid>> IdsAsync() => App.QueryAsync(tenant,
            db => db.Contracts.Where(row => row.Number == Number).Select(row => row.Id).ToListAsync());
    }

    private static string Page(string tenant, Guid contract, string act = "/users/new") => $"/admin/contracts/{tenant}/{contract}{act}";

    private static async Task<PortalPage> CheckAsync(PortalBrowser staff, string tenant, Guid contract, Func<PortalForm, PortalForm> fill,
        string reason = Why) =>
        await fill((await staff.GetAsync(Page(tenant, contract))).ShouldBeOk().Form(Form)).Fill("Reason", reason).SubmitAsync("確認へ進む");

    private static async Task<PortalPage> AddAsync(PortalBrowser staff, Guid contract, string loginId,
        Func<PortalForm, PortalForm>? fill = null)
    {
        var check = await CheckAsync(staff, Control, contract,
            form => (fill ?? (same => same))(form.Fill("LoginId", loginId).Fill("FamilyName", "新規")));
        return await check.ShouldBeOk().Form(Form).SubmitAsync("追加");
    }
}
