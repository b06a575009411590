using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Landing;

public sealed class WellKnownAddresses : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("/.well-known/change-password")]
    [InlineData("/account/password")]
    public async Task PASS_6_ChangePassword_LeadsToThePortalUsedLast_ElseToTheRoot(string address)
    {
        await new Account("rental", "R900001") { Email = "one@rental.example.jp" }.AddToAsync(app);
        var browser = app.CreateBrowser();
        (await browser.GetAsync(address)).Location.ShouldBe("/");

        await browser.SignInAsync("rental", "R900001", email: "one@rental.example.jp");
        var answer = await browser.GetAsync(address);

        answer.ShouldBe(HttpStatusCode.SeeOther);
        answer.Location.ShouldBe("/t/rental/account/password");
    }

    [Fact]
    public async Task PASS_6_FindingAPortal_IsUsingIt()
    {
        var browser = app.CreateBrowser();
        await (await browser.GetAsync("/")).Form().Fill("Portal", "security").SubmitAsync();

        (await browser.GetAsync("/.well-known/change-password")).Location.ShouldBe("/t/security/account/password");
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("https://elsewhere.example")]
    [InlineData("../..")]
    public async Task PASS_6_APlantedPortalName_LeadsToTheRoot(string planted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/.well-known/change-password");
        request.Headers.Add("Cookie", "__Host-site=" + planted);

        (await app.CreateBrowser().SendAsync(request)).Location.ShouldBe("/");
    }

    [Fact]
    public async Task MFA_1_PasskeyEndpoints_AreAnsweredWithoutARedirect()
    {
        var answer = (await app.CreateBrowser().GetAsync("/.well-known/passkey-endpoints")).ShouldBeOk();

        answer.Headers["Content-Type"].ShouldStartWith("application/json");
        answer.Body.ShouldBe("""{"enroll":"https://localhost/account/passkeys/new","manage":"https://localhost/account/passkeys"}""");
    }

    [Fact]
    public async Task MFA_1_PasskeyEndpoints_OfNoPortalInParticular_LeadToTheRoot()
    {
        (await app.CreateBrowser().GetAsync("/account/passkeys")).ShouldRedirectTo("/");
        (await app.CreateBrowser().GetAsync("/account/passkeys/new")).ShouldRedirectTo("/");
    }

    [Fact]
    public async Task PASS_6_AnUnknownWellKnownAddress_IsNotFound() =>
        (await app.CreateBrowser().GetAsync("/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200"))
            .ShouldBe(HttpStatusCode.NotFound);
}
