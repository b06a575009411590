using System.Net;
using Portal.TestKit.Web;
using Portal.Web.Tests.Http;

namespace Portal.Web.Tests.TestKit;

/// <summary>Who reads of a failed test that a page had a fault learns which; the page itself does not tell.</summary>
public sealed class FaultsOfPages : HttpTest
{
    [Fact]
    public async Task AFailedExpectation_TellsWhatThePageHides()
    {
        var page = await App.CreateBrowser().GetAsync(Alpha + "/probe/broken");

        page.Body.ShouldNotContain("secret-of-the-exception");
        Should.Throw<ShouldAssertException>(() => page.ShouldBeOk()).Message.ShouldContain("secret-of-the-exception");
        page.ShouldBe(HttpStatusCode.InternalServerError);
    }
}
