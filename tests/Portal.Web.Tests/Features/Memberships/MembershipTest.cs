using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tests.Features.Operators;

namespace Portal.Web.Tests.Features.Memberships;

/// <summary>Two contracts of one holder, and a third of another one; each with a manager and a member.</summary>
public abstract class MembershipTest : ContactsTest
{
    protected const string First = "N900000001";
    protected const string Other = "N900000002";
    protected const string Members = List + "/memberships";
    protected const string Switch = "/t/security/account/contract";
    protected const string ForeignId = "foreign@example.org.cs";

    protected override async Task AddPeopleAsync()
    {
        await base.AddPeopleAsync();
        await App.World.Memberships.ShareHolderAsync(First, Other);
        await new Account(Tenant, ForeignId) { Contract = "N900000003", Email = ForeignId[..^3] }.AddToAsync(App);
    }

    /// <summary>Somebody who is signed in goes on with another of its contracts.</summary>
    protected static async Task SwitchAsync(PortalBrowser who, string number)
    {
        var page = (await who.GetAsync(Switch)).ShouldBeOk();
        (await page.Form($"form:has(input[value={number}])").SubmitAsync()).ShouldRedirectTo("/t/security/home");
    }

    /// <summary>As the tenant was before it had memberships; those that there are stay.</summary>
    protected Task OfferNoMoreAsync() => App.ChangeProfileAsync(Tenant, profile => profile with
    {
        Operators = profile.Operators! with
        {
            Acts = [.. profile.Operators.Acts!.Where(act => act != DelegatedAct.GrantMembership)],
        },
    });

    protected static PortalForm Rights(PortalPage page) => page.ShouldBeOk().Form("form:has([name=Administrator])");
}
