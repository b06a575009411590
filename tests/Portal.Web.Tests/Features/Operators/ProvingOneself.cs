using System.Net;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Operators;

/// <summary>
/// What changes how somebody else signs in asks a manager for a fresh proof, as the same on one's own account does.
/// </summary>
public sealed class ProvingOneself : ContactsTest
{
    [Theory]
    [InlineData("recovery")]
    [InlineData("login-id")]
    [InlineData("permissions")]
    [InlineData("mfa-reset")]
    public async Task MFA_6_AManagersSessionThatWasFoundOpen_GetsHoldOfNobody(string act)
    {
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { SecondFactor = new SecondFactorProfile(SecondFactorMode.Optional, ["emailCode"]) });
        await App.World.Accounts.ChangeAsync(Member, user => user.WantsSecondFactor, true);
        var manager = await SignedInAsync(ManagerId);
        var form = (await manager.GetAsync(Page(Member, act))).ShouldBeOk().Form();
        App.Time.Advance(TimeSpan.FromMinutes(11));

        var proof = "/t/security/reauth?next=" + Uri.EscapeDataString(Page(Member, act));
        (await manager.GetAsync(Page(Member, act))).ShouldBe(HttpStatusCode.SeeOther).Location.ShouldBe(proof);
        (await form.SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther).Location!.ShouldStartWith("/t/security/reauth");

        (await (await manager.GetAsync(proof)).ShouldBeOk().Form().Fill("Password", Account.UsualPassword).SubmitAsync())
            .ShouldRedirectTo(Page(Member, act));
        (await manager.GetAsync(Page(Member, act))).ShouldBeOk();
    }

    [Fact]
    public async Task MFA_6_SoDoesATemporaryPassword()
    {
        await new Account("control", "N0009001") { IsManager = true }.AddToAsync(App);
        var child = await new Account("control", "N0009002").AddToAsync(App);
        var page = $"/t/control/operators/{child}/temporary-password";
        var parent = App.CreateBrowser();
        await parent.SignInAsync("control", "N0009001");
        App.Time.Advance(TimeSpan.FromMinutes(11));

        (await parent.GetAsync(page)).ShouldBe(HttpStatusCode.SeeOther).Location!.ShouldStartWith("/t/control/reauth");
    }
}
