using Microsoft.EntityFrameworkCore;
using Portal.Rules.Approvals;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin.Approvals;

/// <summary>What the tests of this folder share: `security` asks a second person for a manager's factor.</summary>
public abstract class ApprovalTest : StaffTest
{
    protected const string List = "/admin/approvals";
    protected const string SecondId = "second@portal.test";
    protected const string ManagerId = "manager@example.jp.cs";
    protected const string Why = "端末を紛失したため";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.ChangeProfileAsync(Security, profile => profile with
        {
            Approval = new ApprovalProfile([ApprovableActs.RemoveManagerFactor]),
        });
    }

    protected static string PathOf(Guid id) => $"{List}/{id}";

    /// <summary>A manager of `security` with an authenticator app.</summary>
    protected Task<Guid> AddManagerAsync(AccountRole role = AccountRole.Manager, string loginId = ManagerId) =>
        new Account(Security, loginId) { Role = role, Contract = "N900000001", Email = "manager@example.jp", HasApp = true }
            .AddToAsync(App);

    protected Task<PortalBrowser> SecondAsync() => SignedInAsync(SecondId, AccountRole.Agent, Security);

    /// <summary>An agent asks; the request waits.</summary>
    protected async Task<(PortalBrowser Asker, Guid Manager, Guid Request)> AskedAsync()
    {
        var (asker, manager) = (await AgentAsync(), await AddManagerAsync());
        await AskAsync(asker, manager);
        return (asker, manager, (await OnlyAsync()).Id);
    }

    protected static async Task<PortalPage> AskAsync(PortalBrowser by, Guid manager, string reason = Why) =>
        await (await by.GetAsync($"/admin/users/security/{manager}/mfa-reset")).ShouldBeOk().Form().Fill("Form.Reason", reason)
            .SubmitAsync();

    protected static async Task<PortalPage> DecideAsync(PortalBrowser by, Guid request, string act, string reason = "本人と話しました") =>
        await (await by.GetAsync($"{PathOf(request)}/{act}")).ShouldBeOk().Form().Fill("Form.Reason", reason).SubmitAsync();

    protected async Task<ApprovalRequest> OnlyAsync() => (await App.World.Approvals.AskAsync(rows => rows)).ShouldHaveSingleItem();

    protected async Task<ApprovalState> StateAsync(Guid id) =>
        (await App.World.Approvals.AskAsync(rows => rows.Where(row => row.Id == id))).ShouldHaveSingleItem().State;

    protected async Task<bool> HasFactorAsync(Guid user) => await App.World.AuthenticatorApps.CountAsync(user) > 0;
}
