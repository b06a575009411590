using System.Net;
using Portal.TestKit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Nodes;

/// <summary>
/// Two nodes as processes, and each request of a browser goes to the other one than the request before: whatever one
/// kept to itself would be missing in the next step.
/// </summary>
[Collection(nameof(KillingANode))]
public sealed class AnyNode : IAsyncLifetime
{
    private const string Id = "jiro.cs";

    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync(services: _ => { }, time: FakeTime.Running());
        await new Account("security", Id) { IsManager = true, Email = "jiro@example.jp", HasApp = true }.AddToAsync(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task SCALE_1_EachRequestGoesToTheOtherNode_AndNothingIsMissing()
    {
        using var one = await NodeProcess.StartAsync(app.Database, PortalApp.FreePort());
        using var two = await NodeProcess.StartAsync(app.Database, PortalApp.FreePort());
        await using var proxy = await NodesBehindAProxy.StartAsync([one.Address, two.Address]);
        var browser = app.CreateBrowser(proxy.Address);

        // Keys, form tokens, the attempt between the steps, the code that is used up.
        var factor = await (await browser.TrySignInAsync("security", Id)).ShouldBe(HttpStatusCode.SeeOther).FollowAsync();
        var code = Authenticator.Code(app);
        (await (await factor.Form().Fill("Code", code).SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther).FollowAsync()).ShouldBeOk();
        var again = await (await app.CreateBrowser(proxy.Address).TrySignInAsync("security", Id)).FollowAsync();
        (await again.Form().Fill("Code", code).SubmitAsync()).ShouldBeRefused();

        // The session, and its end.
        for (var request = 0; request < 4; request++)
        {
            (await browser.GetAsync("/t/security/home")).ShouldBeOk();
        }

        var copied = browser.Now();
        var leave = (await browser.GetAsync("/t/security/home")).Form("form[action$='/logout']");
        (await leave.SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
        for (var request = 0; request < 2; request++)
        {
            (await copied.GetAsync("/t/security/home")).ShouldBe(HttpStatusCode.Found);
        }

        // The count of failures: each node sees half of them.
        for (var guess = 0; guess < 5; guess++)
        {
            (await app.CreateBrowser(proxy.Address).TrySignInAsync("security", Id, "Wrong1357-Tiger")).ShouldBeRefused();
        }

        for (var node = 0; node < 2; node++)
        {
            (await app.CreateBrowser(proxy.Address).TrySignInAsync("security", Id)).ShouldBeRefused();
        }
    }
}
