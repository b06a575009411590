using System.Net;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.TestKit;

public sealed class PortalAppTests
{
    [Fact]
    public async Task UnknownAddress_IsNotFound_OnEveryNode()
    {
        await using var app = await PortalApp.CreateAsync();
        await using var second = app.SecondNode();
        var browser = app.CreateBrowser();

        (await browser.GetAsync("/no/such/page")).ShouldBe(HttpStatusCode.NotFound);
        (await browser.At(second).GetAsync("/no/such/page")).ShouldBe(HttpStatusCode.NotFound);
    }
}
