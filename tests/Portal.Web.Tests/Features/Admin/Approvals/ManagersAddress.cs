using System.Net;
using Portal.Rules.Approvals;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin.Approvals;

/// <summary>`security` asks a second person for a manager's e-mail address (ADMIN-11).</summary>
public sealed class ManagersAddress : ApprovalTest
{
    private const string Form = "form:has([name=Version])";
    private const string Old = "manager@example.jp";
    private const string New = "moved@example.jp";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.ChangeProfileAsync(Security, profile => profile with
        {
            Approval = new ApprovalProfile([ApprovableActs.ChangeManagerEmail]),
        });
    }

    [Fact]
    public async Task ADMIN_11_TheAddressWaits_TheRestIsSaved_AndAnotherPersonsWordChangesIt()
    {
        var manager = await AddManagerAsync();
        var check = await CheckAsync(await AdministratorAsync(), manager, form => form.Fill("Email", New).Fill("Title", "部長"));
        check.ShouldBeOk().ShouldShow("ほかの人の承認が必要です").ShouldNotShow("保存するとすぐに有効になります");
        var saved = await check.Form(Form).SubmitAsync("保存");
        saved.ShouldRedirectTo(PathOf(Security, manager));
        (await saved.FollowAsync()).ShouldShow("メールアドレスはまだ変わっていません");
        var user = await App.World.Accounts.GetAsync(manager);
        (user.Email, user.Title).ShouldBe((Old, "部長"));
        (await EventsAsync("email-changed")).ShouldBeEmpty();

        var request = (await OnlyAsync()).Id;
        var second = await OtherAsync();
        (await second.GetAsync(PathOf(request))).ShouldBeOk().ShouldShow("管理者のメールアドレスの変更")
            .ShouldShow($"{Old} → {New}");
        (await second.GetAsync(PathOf(request) + "/approve")).ShouldBeOk().ShouldShow($"{Old} → {New}");
        (await (await DecideAsync(second, request, "approve")).FollowAsync()).ShouldShow("承認し、操作を実行しました");

        (await App.World.Accounts.GetAsync(manager)).Email.ShouldBe(New);
        var changed = (await EventsAsync("email-changed")).ShouldHaveSingleItem();
        (changed.Tenant, changed.Event.ActorName, changed.Event.Reason).ShouldBe((Security, SecondId, Why));
        (await App.World.Mails.CountToAsync(Old)).ShouldBe(1);
        (await App.World.Mails.CountToAsync(New)).ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_11_AZ_08_WhereTheLastDayIsRefused_NobodyIsAskedForTheAddressEither()
    {
        await App.ChangeProfileAsync(Control, profile => profile with
        {
            Approval = new ApprovalProfile([ApprovableActs.ChangeManagerEmail]),
        });
        var manager = await new Account(Control, "N0009007") { IsManager = true, Contract = "C-900007", Email = "last@control.example.jp" }
            .AddToAsync(App);
        var day = DateOnly.FromDateTime(App.Time.GetUtcNow().AddHours(9).DateTime).AddDays(3).ToString("yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture);
        var check = await (await (await AdministratorAsync()).GetAsync(PathOf(Control, manager) + "/edit")).ShouldBeOk().Form(Form)
            .Fill("ValidUntil", day).Fill("Email", "moved@control.example.jp").Fill("Reason", Why).SubmitAsync("確認へ進む");

        (await check.ShouldBeOk().Form(Form).SubmitAsync("保存")).ShouldBeRefused().ShouldShow("期限のない管理者がいなくなります");

        (await App.World.Approvals.CountAsync()).ShouldBe(0);
        (await App.World.Accounts.GetAsync(manager)).ValidUntil.ShouldBeNull();
    }

    [Fact]
    public async Task ADMIN_11_WhoMayNotChangeAnAddress_DecidesOnNone()
    {
        var manager = await AddManagerAsync();
        await (await CheckAsync(await AdministratorAsync(), manager, form => form.Fill("Email", New))).Form(Form).SubmitAsync("保存");
        var request = (await OnlyAsync()).Id;
        var agent = await SecondAsync();

        foreach (var act in new[] { "/approve", "/reject" })
        {
            (await agent.GetAsync(PathOf(request) + act)).ShouldBeForbidden();
        }

        (await App.World.Accounts.GetAsync(manager)).Email.ShouldBe(Old);
        (await StateAsync(request)).ShouldBe(ApprovalState.Waiting);
    }

    [Fact]
    public async Task ADMIN_11_AnAddressThatChangedMeanwhile_IsNotWhatWasAskedAbout()
    {
        var manager = await AddManagerAsync();
        var agent = await AdministratorAsync();
        await (await CheckAsync(agent, manager, form => form.Fill("Email", New))).Form(Form).SubmitAsync("保存");
        var again = await (await CheckAsync(agent, manager, form => form.Fill("Email", "other@example.jp"))).Form(Form).SubmitAsync("保存");
        (await again.FollowAsync()).ShouldShow("先に依頼された変更が承認を待っている");
        await App.World.Accounts.ChangeAsync(manager, user => user.Email, "own@example.jp");

        await DecideAsync(await OtherAsync(), (await OnlyAsync()).Id, "approve");

        (await App.World.Accounts.GetAsync(manager)).Email.ShouldBe("own@example.jp");
        (await EventsAsync("email-changed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_11_ML_08_WhereALimitOnMailsIsReached_ThePageSaysSo_AndTheRequestWaitsOn()
    {
        var manager = await AddManagerAsync();
        var staff = await AdministratorAsync();
        await (await CheckAsync(staff, manager, form => form.Fill("Email", New))).Form(Form).SubmitAsync("保存");
        for (var i = 0; i < 5; i++)
        {
            var member = await new Account(Security, $"member{i}@example.jp.cs") { Email = $"member{i}@example.jp" }.AddToAsync(App);
            (await (await CheckAsync(staff, member, form => form.Fill("Email", New))).Form(Form).SubmitAsync("保存"))
                .ShouldRedirectTo(PathOf(Security, member));
        }

        var (second, request) = (await OtherAsync(), (await OnlyAsync()).Id);
        var answer = await DecideAsync(second, request, "approve");

        answer.ShouldBe(HttpStatusCode.TooManyRequests).ShouldShow("メールの送信が続いたため").ShouldShow("本人と話しました");
        var row = await OnlyAsync();
        (row.State, row.DecidedAt, row.DecidedById, row.DecidedBy, row.DecisionReason)
            .ShouldBe((ApprovalState.Waiting, null, null, null, null));
        (await App.World.Accounts.GetAsync(manager)).Email.ShouldBe(Old);
        (await EventsAsync("approval-approved")).ShouldBeEmpty();
        (await EventsAsync("approval-void")).ShouldBeEmpty();
        (await EventsAsync("mail-withheld")).ShouldHaveSingleItem();

        App.Time.Advance(TimeSpan.FromMinutes(61));
        await second.SignInAsync(Staff, SecondId);
        (await (await DecideAsync(second, request, "approve")).FollowAsync()).ShouldShow("承認し、操作を実行しました");
        (await App.World.Accounts.GetAsync(manager)).Email.ShouldBe(New);
        (await StateAsync(request)).ShouldBe(ApprovalState.Approved);
    }

    [Fact]
    public async Task ADMIN_11_WhoManagesNobody_AndOtherDetails_WaitForNobody()
    {
        var member = await new Account(Security, "taro@example.jp.cs") { Email = "taro@example.jp" }.AddToAsync(App);
        var manager = await AddManagerAsync();
        var agent = await AdministratorAsync();
        (await (await CheckAsync(agent, member, form => form.Fill("Email", New))).Form(Form).SubmitAsync("保存"))
            .ShouldRedirectTo(PathOf(Security, member));
        await (await CheckAsync(agent, manager, form => form.Fill("Title", "部長"))).Form(Form).SubmitAsync("保存");

        (await App.World.Accounts.GetAsync(member)).Email.ShouldBe(New);
        (await App.World.Accounts.GetAsync(manager)).Title.ShouldBe("部長");
        (await App.World.Approvals.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_11_AManagerOfAnotherContractOfTheHolder_IsAManager()
    {
        var member = await new Account(Security, "taro@example.jp.cs") { Email = Old }.AddToAsync(App);
        await new Account(Security, "jiro@example.jp.cs") { Contract = "N900000002" }.AddToAsync(App);
        await App.World.Memberships.AddAsync(member, "N900000002", AccountRole.Manager);

        await (await CheckAsync(await AdministratorAsync(), member, form => form.Fill("Email", New))).ShouldShow("ほかの人の承認が必要です")
            .Form(Form).SubmitAsync("保存");

        (await App.World.Accounts.GetAsync(member)).Email.ShouldBe(Old);
        (await OnlyAsync()).SubjectId.ShouldBe(member);
    }

    [Fact]
    public async Task ADMIN_11_WhereCodesGoToTheAddress_ItWaitsAsTheFactorDoes()
    {
        await App.ChangeProfileAsync(Security, profile => profile with
        {
            Approval = new ApprovalProfile([ApprovableActs.RemoveManagerFactor]),
        });
        var manager = await AddManagerAsync();

        await (await CheckAsync(await AdministratorAsync(), manager, form => form.Fill("Email", New))).Form(Form).SubmitAsync("保存");

        (await App.World.Accounts.GetAsync(manager)).Email.ShouldBe(Old);
        (await OnlyAsync()).Act.ShouldBe(ApprovableActs.ChangeManagerEmail);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task ADMIN_11_SAFE_1_AFormOfAnotherVersion_ChangesNothing_AndAsksNobody(int off)
    {
        var manager = await AddManagerAsync();
        var check = await CheckAsync(await AdministratorAsync(), manager, form => form.Fill("Email", New).Fill("Title", "部長"));
        var version = (await App.World.Accounts.GetAsync(manager)).Version + off;

        var answer = await check.Form(Form).Forge("Version", version.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .SubmitAsync("保存");

        ((int)answer.Status).ShouldBe(409);
        var user = await App.World.Accounts.GetAsync(manager);
        (user.Email, user.Title).ShouldBe((Old, ""));
        (await App.World.Approvals.CountAsync()).ShouldBe(0);
    }

    private static async Task<PortalPage> CheckAsync(PortalBrowser by, Guid user, Func<PortalForm, PortalForm> fill) =>
        await fill((await by.GetAsync(PathOf(Security, user) + "/edit")).ShouldBeOk().Form(Form)).Fill("Reason", Why)
            .SubmitAsync("確認へ進む");

    /// <summary>Of agents, `security` has none change an address.</summary>
    private Task<PortalBrowser> OtherAsync() => SignedInAsync(SecondId, AccountRole.TenantAdministrator, Security);
}
