using Microsoft.Playwright;
using Portal.Browser.Tests.Checks;
using Portal.Web.Data.Seed;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>
/// A customer, with scripts and without, and the desk: from the catalogue to what is arranged, and what is given back
/// (ORDER, CANCEL).
/// </summary>
public sealed class OrderStoryTests(Chromium chromium)
{
    private const string Rental = "/t/rental";

    [Theory]
    [InlineData(true, 390)]
    [InlineData(false, 1280)]
    public async Task ORDER_4_Quoted_Ordered_Arranged(bool script, int width)
    {
        await using var site = await StartAsync();
        await using var desk = await DeskAsync(site);
        await using var customer = await SignedInAsync(site, script, width);
        await ChooseAsync(customer);
        var quote = await ApplyAsync(customer, "Quote");
        await customer.FollowAsync("main a:has-text('見積書')");
        (await customer.Page.InnerTextAsync("article")).ShouldContain("登録番号 T0000000000000");
        await customer.ShouldBeSoundAsync();
        await customer.GoAsync(quote);
        await customer.FollowAsync("main a:has-text('この見積もりで注文')");
        var order = await SendAsync(customer);

        await SetAsync(desk, order, "accept");
        await SetAsync(desk, order, "arrange");

        await customer.GoAsync(order);
        (await customer.Page.InnerTextAsync("main")).ShouldContain("手配済み");
        await customer.ShouldBeSoundAsync();
        await customer.GoAsync($"{Rental}/orders");
        (await customer.Page.InnerTextAsync("main")).ShouldContain("受付完了");
        await customer.ShouldBeSoundAsync();
        await customer.GoAsync($"{Rental}/delivery-templates");
        (await customer.Page.InnerTextAsync("main")).ShouldContain("会場");
        await customer.ShouldBeSoundAsync();
    }

    [Theory]
    [InlineData(true, 390)]
    [InlineData(false, 1280)]
    public async Task CANCEL_2_GivenBack_Withdrawn_GivenBackAgain_Accepted(bool script, int width)
    {
        await using var site = await StartAsync();
        await using var desk = await DeskAsync(site);
        await using var customer = await SignedInAsync(site, script, width);
        await customer.GoAsync($"{Rental}/orders?kind=order&q=PC-100");
        await customer.FollowAsync("main tbody a[href*='/orders/R']");
        var order = customer.PathOf();

        var first = await GiveBackAsync(customer, order, 2);
        await customer.FollowAsync("main a:has-text('解約を取り消す')");
        await customer.ShouldBeSoundAsync();
        await customer.PressAsync();
        (await customer.Page.InnerTextAsync("main")).ShouldContain("取り消し済み");
        var second = await GiveBackAsync(customer, order, 3);
        second.ShouldNotBe(first);

        await SetAsync(desk, second, "accept");
        await customer.GoAsync(second + "/document");
        (await customer.Page.InnerTextAsync("article")).ShouldContain("解約受付書");
        await customer.ShouldBeSoundAsync();
    }

    [Theory]
    [InlineData(true, 390)]
    [InlineData(false, 1280)]
    public async Task ORDER_2_ATemplate_IsApplied_AndItsChangeTouchesNoOrder(bool script, int width)
    {
        await using var site = await StartAsync();
        await using var customer = await SignedInAsync(site, script, width);
        await ChooseAsync(customer);
        await ApplyAsync(customer, "Order");
        await ChooseAsync(customer);
        await customer.Page.CheckAsync("main input[value=Order]");
        await customer.Page.CheckAsync("main input[value=open]");
        await customer.Page.SelectOptionAsync("main select[name=Template]", new SelectOptionValue { Label = "会場" });
        await customer.FollowAsync("main button[value=apply]");
        (await customer.Page.InputValueAsync("main [name=Street]")).ShouldBe("道玄坂1-1");
        var order = await SendAsync(customer);

        await customer.GoAsync($"{Rental}/delivery-templates");
        await customer.FollowAsync("main tbody a:has-text('会場')");
        await customer.Page.FillAsync("main [name=Street]", "道玄坂9-9");
        await customer.FollowAsync("main button[value=save]");
        (await customer.Page.InnerTextAsync("main")).ShouldContain("道玄坂9-9");

        await customer.GoAsync(order);
        var text = await customer.Page.InnerTextAsync("main");
        text.ShouldContain("道玄坂1-1");
        text.ShouldNotContain("道玄坂9-9");
    }

    private async Task<Window> SignedInAsync(Site site, bool script, int width)
    {
        var window = await chromium.OpenAsync(site.Address, new Look("ja", Width: width, Script: script));
        await SignInAsync(window);
        return window;
    }

    /// <summary>A member of the staff, whom no back office forestalls.</summary>
    private async Task<Window> DeskAsync(Site site)
    {
        var desk = await chromium.OpenAsync(site.Address, new Look("ja"));
        await desk.GoAsync("/dev/backoffice");
        await desk.ShouldBeSoundAsync();
        await desk.Page.CheckAsync("main input[value=Waiting]");
        await desk.PressAsync();
        await desk.SignInAsStaffAsync(site, "admin@portal.example.jp");
        return desk;
    }

    private static async Task SignInAsync(Window window)
    {
        await window.GoAsync($"{Rental}/login");
        await window.Page.FillAsync("main [autocomplete~=username]", "R100001");
        await window.Page.FillAsync("main [autocomplete=email]", "taro@rental.example.jp");
        await window.Page.FillAsync("main [autocomplete=current-password]", DemoAccounts.RentalPassword);
        await window.PressAsync();
    }

    private static async Task ChooseAsync(Window customer)
    {
        await customer.GoAsync($"{Rental}/shop?category=computers");
        await customer.ShouldBeSoundAsync();
        await customer.FollowAsync("main a:has-text('ノートパソコン（標準）')");
        await customer.ShouldBeSoundAsync();
        await customer.Page.FillAsync("main [name=Quantity]", "5");
        await customer.PressAsync();
        await customer.ShouldBeSoundAsync();
        await customer.FollowAsync("main a:has-text('見積もり・注文に進む')");
        await customer.ShouldBeSoundAsync();
    }

    private static async Task<string> ApplyAsync(Window customer, string kind)
    {
        await customer.Page.CheckAsync($"main input[value={kind}]");
        await customer.Page.CheckAsync("main input[value=open]");
        // A code that is corrected leaves nothing of the former one (ORDER-8).
        await customer.Page.FillAsync("main [name=PostalCode]", "060-0001");
        await FillByCodeAsync(customer, "北海道札幌市中央区北一条西を入力しました");
        await customer.Page.FillAsync("main [name=PostalCode]", "150-0043");
        await FillByCodeAsync(customer, "東京都渋谷区道玄坂を入力しました");
        (await customer.Page.InputValueAsync("main [name=Street]")).ShouldBe("道玄坂");
        (await customer.Page.InputValueAsync("main [name=City]")).ShouldBe("渋谷区");
        (await customer.Page.InputValueAsync("main [name=Prefecture]")).ShouldBe("東京都");
        await customer.Page.FillAsync("main [name=Street]", "道玄坂1-1");
        await customer.Page.FillAsync("main [name=Recipient]", "山田 太郎");
        await customer.Page.FillAsync("main [name=RecipientKana]", "やまだ たろう");
        await customer.Page.FillAsync("main [name=Phone]", "03-1234-5678");
        await customer.Page.CheckAsync("main [name=SaveTemplate]");
        await customer.Page.FillAsync("main [name=TemplateName]", "会場");
        return await SendAsync(customer);
    }

    /// <summary>With scripts the fields fill themselves; without, the page comes again.</summary>
    private static async Task FillByCodeAsync(Window customer, string said)
    {
        await customer.Page.ClickAsync("main button[value=postal]");
        await customer.Page.WaitForSelectorAsync($"main [data-postal-note]:has-text('{said}')");
    }

    private static async Task<string> SendAsync(Window customer)
    {
        await customer.FollowAsync("main button[value=check]:not([aria-hidden])");
        await customer.ShouldBeSoundAsync();
        await customer.FollowAsync("main button[value=save]");
        (await customer.Page.InnerTextAsync("main")).ShouldContain("受け付けました");
        await customer.ShouldBeSoundAsync();
        return customer.PathOf();
    }

    private static async Task<string> GiveBackAsync(Window customer, string order, int count)
    {
        await customer.GoAsync(order);
        await customer.FollowAsync("main a:has-text('商品を解約')");
        await customer.ShouldBeSoundAsync();
        await customer.Page.FillAsync("main [name='Given[1]']", $"{count}");
        await customer.Page.FillAsync("main [name=Reason]", "人数が減ったため");
        return await SendAsync(customer);
    }

    private static async Task SetAsync(Window desk, string path, string act)
    {
        await desk.GoAsync($"/admin/orders/rental/{path.Split('/')[^1]}");
        await desk.ShouldBeSoundAsync();
        await desk.FollowAsync($"main a[href$='/{act}']");
        await desk.ShouldBeSoundAsync();
        await desk.Page.FillAsync("main [name=Reason]", "在庫を確認しました");
        await desk.FollowAsync("main form[method=post] button[data-kind]:not([data-kind=secondary])");
    }

    private static async Task<Site> StartAsync()
    {
        var site = new Site();
        await site.InitializeAsync();
        return site;
    }
}
