using System.Net;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Http;

/// <summary>What was tried and refused stands in the audit log as well, each with its kind (AU-02).</summary>
public sealed class TurnedAway : HttpTest
{
    [Fact]
    public async Task AU_02_AWrongPasswordIsRecorded()
    {
        (await Portal.TestKit.Accounts.SignIns.TrySignInAsync(App.CreateBrowser(), "alpha", Id, "Wrong1357-Tiger")).ShouldBeRefused();
        (await EventsAsync("sign-in-failed")).ShouldBe(1);
    }

    [Fact]
    public async Task AU_02_AFormWithoutItsTokenIsRecorded()
    {
        var browser = await SignedInAsync();
        (await browser.PostAsync("/t/alpha/logout", [])).ShouldBe(HttpStatusCode.BadRequest);
        (await EventsAsync("request-forged")).ShouldBe(1);
    }

    [Fact]
    public async Task AU_02_ACookieOfAnotherTenantIsRecorded()
    {
        var browser = await SignedInAsync();
        var elsewhere = App.CreateBrowser();
        elsewhere.Cookies.Plant("__Secure-portal", browser.Cookies["__Secure-portal"]!, "/t/beta");
        await elsewhere.GetAsync("/t/beta/probe");
        (await EventsAsync("cross-tenant-cookie")).ShouldBe(1);
    }
}
