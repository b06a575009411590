using Portal.TestKit.Web;
using Portal.Web.Tests.Features.Operators;

namespace Portal.Web.Tests.Features.OwnAccount.Hub;

public sealed class Hub : OperatorsTest
{
    [Fact]
    public async Task EveryEntryLeadsToAPageAndTheHeaderLeadsHere()
    {
        var browser = await SignedInAsync(ChildId);
        var hub = (await (await browser.GetAsync("/t/control/home")).ClickAsync("アカウント")).ShouldBeOk();
        hub.Address.AbsolutePath.ShouldBe("/t/control/account");

        var links = hub.Document.QuerySelectorAll("main .p-card a").Select(link => link.GetAttribute("href")!).ToList();

        links.ShouldContain("/t/control/account/sessions");
        foreach (var link in links)
        {
            (await browser.GetAsync(link)).ShouldBeOk();
        }

        (await browser.GetAsync("/t/control/account?culture=en")).ShouldShow("Your devices");
    }
}
