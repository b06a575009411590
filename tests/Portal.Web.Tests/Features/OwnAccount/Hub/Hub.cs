using Portal.TestKit.Accounts;
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

    [Fact]
    public async Task SAFE_4_WhereThereIsNoSecondFactor_NoneIsPromised()
    {
        await new Account("rental", "R900001") { Email = "one@rental.example.jp" }.AddToAsync(App);
        var (here, there) = (await SignedInAsync(ChildId), App.CreateBrowser());
        await there.SignInAsync("rental", "R900001", email: "one@rental.example.jp");

        (await here.GetAsync("/t/control/account")).ShouldShow("アカウントが安全に使われているかを確認します").ShouldNotShow("パスキー");
        (await there.GetAsync("/t/rental/account")).ShouldShow("多要素認証とパスキーを設定します");
    }

    [Fact]
    public async Task USER_4_WhereTheAddressSignsIn_ThePageSaysSo()
    {
        await new Account("rental", "R900001") { Email = "one@rental.example.jp" }.AddToAsync(App);
        var there = App.CreateBrowser();
        await there.SignInAsync("rental", "R900001", email: "one@rental.example.jp");

        (await there.GetAsync("/t/rental/account")).ShouldShow("ログインと通知の受け取りに使うメールアドレス");
        (await (await SignedInAsync(ParentId)).GetAsync("/t/control/account")).ShouldShow("通知を受け取るメールアドレスを変更します");
    }

    [Fact]
    public async Task TEMP_1_FACE_7_WhomAChildAsks_IsCalledAsEverywhere() =>
        (await App.CreateBrowser().SignInAsync(Tenant, SiblingId)).ShouldShow("登録は、親オペレータに依頼してください");
}
