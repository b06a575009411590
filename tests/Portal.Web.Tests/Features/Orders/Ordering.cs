using Microsoft.EntityFrameworkCore;
using Portal.Rules.Orders;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Orders;

public sealed class Ordering : OrderTest
{
    private static readonly OrderNumber First = new(OrderKind.Order, 1);

    [Fact]
    public async Task ORDER_1_TheCatalogue_ShowsPricesStockAndCategories_AndIsSearched()
    {
        var browser = await SignedInAsync();

        var all = (await browser.GetAsync(Shop)).ShouldBeOk();
        all.ShouldShow("パソコン・タブレット").ShouldShow("月額 4,800円").ShouldShow("税込 5,280円").ShouldShow("在庫あり");
        all.ShouldShow("月額 1,234円").ShouldShow("税込 1,332円");
        (await browser.GetAsync(Shop + "?category=furniture")).ShouldShow("オフィスチェア").ShouldNotShow("ノートパソコン");
        (await browser.GetAsync(Shop + "?q=ﾉｰﾄﾊﾟｿｺﾝ")).ShouldShow("ノートパソコン").ShouldNotShow("オフィスチェア");
        (await browser.GetAsync(Shop + "?q=chair&category=nonsense")).ShouldShow("オフィスチェア");
        (await browser.GetAsync(Shop + "?q=zzz")).ShouldBeOk().ShouldShow("該当する商品はありません");
        (await all.ClickAsync("ノートパソコン")).ShouldBeOk().ShouldShow("最低利用期間").ShouldShow("3か月");
        (await browser.GetAsync(Shop + "/NO-1")).ShouldBeNotFound();
    }

    [Fact]
    public async Task ORDER_1_TheBasket_SurvivesTheSignIn_AndIsOnesOwn()
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 2);
        await PutAsync(browser, Laptop, 3);
        App.Time.Advance(TimeSpan.FromSeconds(1));
        await PutAsync(browser, Chair, 4);

        var again = (await (await SignedInAsync()).GetAsync(Shop + "/basket")).ShouldBeOk();

        again.ShouldShow("24,000円").ShouldShow("3,108円");
        again.Texts("[data-total]").ShouldBe(["29,818円"]);
        (await (await SignedInAsync(Colleague)).GetAsync(Shop + "/basket")).ShouldShow("カートに商品はありません");
        (await again.Form("form[action$=quantities]").Fill("Quantities[0]", "１").SubmitAsync("数量を更新")).ShouldRedirectTo(Shop + "/basket");
        (await browser.GetAsync(Shop + "/basket")).ShouldShow("4,800円").ShouldNotShow("24,000円");
        var removed = await (await browser.GetAsync(Shop + "/basket")).Form("form[action$=quantities]").SubmitAsync(Chair);
        (await removed.FollowAsync()).ShouldBeOk().ShouldNotShow("オフィスチェア");
        (await App.World.Audit.CountAsync("basket-changed")).ShouldBe(5);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000")]
    [InlineData("2147483648")]
    [InlineData("1.5")]
    [InlineData("二")]
    [InlineData("")]
    public async Task ORDER_1_IV_08_WhatIsNoQuantity_IsSaidAtItsField(string typed)
    {
        var page = await (await SignedInAsync()).GetAsync($"{Shop}/{Laptop}");

        (await page.Form("form[action$=basket]").Fill("Quantity", typed).SubmitAsync()).ShouldBeRefused()
            .ShouldShow("数量は1〜999の数字で入力してください");
        (await App.World.BasketLines.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ORDER_4_AnOrder_WrittenCheckedSent_RowEventMailMessageAndReceipt()
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 3);
        await PutAsync(browser, Water, 2);

        var check = (await (await FilledAsync(browser)).Fill("Remarks", "午前に電話をください").SubmitAsync("check")).ShouldBeOk();
        check.ShouldShow("内容の確認").ShouldShow("〒100-0001").ShouldShow("サトウ ハナコ").ShouldShow("2か月分の金額");
        // Two months: 28,800 at 10 % and 4,936 at 8 %, each rounded once.
        check.ShouldShow("28,800円").ShouldShow("2,880円").ShouldShow("4,936円").ShouldShow("394円");
        check.Texts("[data-total]").ShouldBe(["37,010円"]);
        (await App.World.Orders.CountAsync()).ShouldBe(0);
        var sent = await check.Form("form:has(button[value=save])").SubmitAsync("save");

        var receipt = (await sent.ShouldRedirectTo(PathOf(First) + "?created=true").FollowAsync()).ShouldBeOk();
        receipt.ShouldShow("ご注文を受け付けました（R0000001）").ShouldShow("受付中").ShouldShow("佐藤 花子").ShouldShow("午前に電話をください");
        receipt.Has("button[data-print]").ShouldBeTrue();
        var row = (await App.World.Orders.AskAsync(rows => rows.Include(each => each.Lines))).ShouldHaveSingleItem();
        (row.Kind, row.Status, row.AuthorId, row.Months, row.StartsOn).ShouldBe(
            (OrderKind.Order, OrderStatus.Received, (Guid?)AuthorId, (int?)2, Day(3)));
        (row.Net, row.Tax, row.WaitingSince).ShouldBe((33_736L, 3_274L, (DateTimeOffset?)row.CreatedAt));
        row.Address.ShouldBe(Address());
        (await App.World.Audit.CountAsync("order-submitted")).ShouldBe(1);
        (await ToldAsync()).ShouldBe(["orders.submitted"]);
        (await MailedAsync()).ShouldHaveSingleItem().ShouldContain("R0000001");
        (await browser.GetAsync(Shop + "/basket")).ShouldShow("カートに商品はありません");
    }

    [Fact]
    public async Task ORDER_4_FD_03_SentTwiceAndFiftyTimesAtOnce_IsOneOrder()
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 1);
        var check = await (await FilledAsync(browser)).SubmitAsync("check");
        var form = check.SameForm("form:has(button[value=save])");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => browser.Now()).ToList()
            .Select(twin => Task.Run(() => form.SubmitAsync("save", twin))));

        answers.Where(answer => answer.Location is not null).Select(answer => answer.Location).Distinct().ShouldHaveSingleItem()
            .ShouldBe(PathOf(First) + "?created=true");

        // Some are asked to wait while the first is worked on.
        answers.Where(answer => answer.Location is null).ShouldAllBe(answer => (int)answer.Status == 503 || (int)answer.Status == 409,
            string.Join(", ", answers.Select(answer => (int)answer.Status).Distinct()));
        (await form.SubmitAsync("save")).ShouldRedirectTo(PathOf(First) + "?created=true");
        (await App.World.Orders.CountAsync()).ShouldBe(1);
        (await App.World.Audit.CountAsync("order-submitted")).ShouldBe(1);
        (await ToldAsync()).ShouldHaveSingleItem();
        (await MailedAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ORDER_4_NumbersRiseByKind_AlsoForManyAtOnce()
    {
        var orders = new List<RentalOrder>();
        for (var i = 0; i < 3; i++)
        {
            orders.Add(await RunningAsync());
            await PlaceAsync(OrderKind.Quote, months: 1);
        }

        await Task.WhenAll(orders.SelectMany(order => new[] { 1, 2 }.Select(_ => Task.Run(() => CancelAsync(order)))));

        (await App.World.Orders.ListAsync(row => new { row.Kind, row.Number }))
            .Select(row => new OrderNumber(row.Kind, row.Number).ToString())
            .Order(StringComparer.Ordinal).ShouldBe(["C0000001", "C0000002", "C0000003", "C0000004", "C0000005", "C0000006", "Q0000001",
                "Q0000002", "Q0000003", "R0000001", "R0000002", "R0000003"]);
    }

    [Fact]
    public async Task ORDER_1_APriceThatChangesWhileOneChecks_IsShownAnew_AndNothingIsOrdered()
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 1);
        var check = await (await FilledAsync(browser)).SubmitAsync("check");
        await App.World.ItemPrices.ChangeAsync(price => price.Monthly == 4_800, price => price.Monthly, 5_000L);

        var anew = await check.Form("form:has(button[value=save])").SubmitAsync("save");

        anew.ShouldBe(System.Net.HttpStatusCode.Conflict).ShouldShow("内容が変わりました").ShouldShow("11,000円");
        (await App.World.Orders.CountAsync()).ShouldBe(0);
        (await anew.Form("form:has(button[value=save])").SubmitAsync("save")).ShouldRedirectTo(PathOf(First) + "?created=true");
    }

    [Fact]
    public async Task ORDER_1_AmountsThatABrowserSends_CountForNothing()
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 1);
        var check = await (await FilledAsync(browser)).SubmitAsync("check");

        await check.Form("form:has(button[value=save])").Forge("Total", "1").Forge("Seen", "PC-1*1@1+1000;2").SubmitAsync("save");

        (await App.World.Orders.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("StartsOn", "2020-01-01", "開始日は")]
    [InlineData("StartsOn", "", "開始日を入力してください")]
    [InlineData("StartsOn", "2026-02-30", "開始日")]
    [InlineData("StartsOn", "9999-12-31", "以前の日付を入力してください")]
    [InlineData("Months", "0", "月数は1〜60の数字で入力してください")]
    [InlineData("Months", "61", "月数は1〜60の数字で入力してください")]
    [InlineData("Contact", "", "ご担当者名を入力してください")]
    [InlineData("City", "", "市区町村を入力してください")]
    public async Task ORDER_1_WhatIsWrong_IsSaidAtItsField_AndNothingIsLost(string field, string typed, string said)
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 1);

        var again = (await (await FilledAsync(browser)).Fill("Remarks", "備考です").Fill(field, typed).SubmitAsync("check"))
            .ShouldBeRefused();

        again.ShouldShow(said);
        again.Find("[aria-invalid=true]").GetAttribute("name").ShouldBe(field);
        again.Find("textarea[name=Remarks]").TextContent.Trim().ShouldBe("備考です");
        (await App.World.Orders.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ORDER_2_ATemplate_IsCopied_AndALaterChangeOfItChangesNoOrder()
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 1);
        (await SendAsync((await FilledAsync(browser)).Check("SaveTemplate").Fill("TemplateName", "本社")))
            .ShouldRedirectTo(PathOf(First) + "?created=true");
        (await App.World.DeliveryTemplates.ReadAsync(row => row.Address)).ShouldBe(Address());
        await PutAsync(browser, Chair, 1);
        var form = (await browser.GetAsync(New)).Form("form:has(input[name=PostalCode])");

        var applied = (await form.Choose("Template", $"{await App.World.DeliveryTemplates.ReadAsync(row => row.Id)}").Fill("Remarks", "残る")
            .SubmitAsync("apply")).ShouldBeOk().ShouldShow("「本社」の内容を反映しました");

        applied.Find("input[name=Street]").GetAttribute("value").ShouldBe("千代田1-1");
        applied.Find("textarea[name=Remarks]").TextContent.Trim().ShouldBe("残る");
        await SendAsync(applied.Form("form:has(input[name=PostalCode])").Choose("Term", "open"));
        var edit = await (await browser.GetAsync(Templates)).ClickAsync("本社");
        await edit.Form("form:has(input[name=Name])").Fill("Street", "霞が関9-9").SubmitAsync("save");
        (await App.World.Orders.ListAsync(row => row.Address.Street)).ShouldBe(["千代田1-1", "千代田1-1"]);
    }

    [Fact]
    public async Task ORDER_3_TheSixthTemplate_IsRefusedOnTheOrderForm()
    {
        var browser = await SignedInAsync();
        for (var i = 0; i < OrderLimits.Templates; i++)
        {
            var template = (await browser.GetAsync(Templates + "/new")).Form("form:has(input[name=Name])");
            await WithAddress(template).Fill("Name", $"場所{i}").SubmitAsync("save");
        }

        await PutAsync(browser, Laptop, 1);
        (await (await FilledAsync(browser)).Check("SaveTemplate").Fill("TemplateName", "本社").SubmitAsync("check")).ShouldBeRefused()
            .ShouldShow("配送先テンプレートは5件まで登録できます");
    }

    [Fact]
    public async Task ORDER_4_AQuote_IsOrderedAtItsPrices_WhileItHolds()
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 2);
        await SendAsync(await FilledAsync(browser, "Quote"));
        await App.World.ItemPrices.ChangeAsync(price => price.Monthly == 4_800, price => price.Monthly, 9_000L);
        var quote = (await browser.GetAsync(PathOf(new(OrderKind.Quote, 1)))).ShouldBeOk();

        var form = await quote.ClickAsync("この見積もりで注文");
        form.ShouldBeOk().ShouldShow("見積もりQ0000001の価格で注文します").ShouldShow("4,800円");
        await SendAsync(await FilledAsync(browser, query: "?quote=Q0000001"));

        (await App.World.Orders.ReadAsync(row => row.Kind == OrderKind.Order, row => row.Net)).ShouldBe(19_200);
        App.Time.Advance(TimeSpan.FromDays(31));
        browser = await SignedInAsync();
        (await browser.GetAsync(PathOf(new(OrderKind.Quote, 1)))).Has("a[href*=quote]").ShouldBeFalse();
        (await browser.GetAsync(New + "?quote=Q0000001")).ShouldRedirectTo(List);
    }

    [Fact]
    public async Task ORDER_6_OrderingAgain_FillsTheBasket_AtTodaysPrices_AndSaysSo()
    {
        var order = await PlaceAsync(months: 6, laptops: 2, chairs: 1);
        await App.World.ItemPrices.ChangeAsync(price => price.Monthly == 4_800, price => price.Monthly, 5_000L);
        var chair = await App.World.RentalItems.ReadAsync(item => item.Code == Chair, item => item.Id);
        await App.World.RentalItems.ChangeAsync(item => item.Id == chair, item => item.IsOffered, false);
        var browser = await SignedInAsync(Colleague);

        var again = await (await browser.GetAsync(PathOf(order.Named))).ShouldBeOk().Form("form[action$=again]").SubmitAsync();

        var form = (await again.ShouldRedirectTo(New + "?again=R0000001").FollowAsync()).ShouldBeOk();
        form.ShouldShow("R0000001と同じ内容です。価格は今日のものです。").ShouldShow("5,000円").ShouldShow("オフィスチェア");
        form.Find("input[name=Street]").GetAttribute("value").ShouldBe("千代田1-1");
        form.Find("input[name=Months]").GetAttribute("value").ShouldBe("6");
        (await App.World.OrderLines.ReadAsync(line => line.Code == Laptop, line => line.Monthly)).ShouldBe(4_800);
    }

    [Fact]
    public async Task ORDER_4_WithAnEmptyBasket_NothingIsOrdered() =>
        (await (await SignedInAsync()).GetAsync(New)).ShouldRedirectTo(Shop + "/basket");

    [Fact]
    public async Task SAFE_3_ORDER_1_WhatWasTyped_SurvivesTheEndOfTheSession()
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 1);
        var form = (await FilledAsync(browser)).Fill("Remarks", "消えない");
        App.Time.Advance(TimeSpan.FromMinutes(31));
        var request = new HttpRequestMessage(HttpMethod.Post, New)
        {
            Content = new FormUrlEncodedContent(form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Referrer = new Uri(PortalApp.BaseAddress, New);

        (await browser.SendAsync(request)).ShouldBe(System.Net.HttpStatusCode.SeeOther);
        await browser.SignInAsync(Tenant, LoginId, email: Author);
        var page = (await browser.GetAsync(New)).ShouldBeOk();

        page.Find("textarea[name=Remarks]").TextContent.Trim().ShouldBe("消えない");
        page.Find("input[name=Street]").GetAttribute("value").ShouldBe("千代田1-1");
    }

    [Fact]
    public async Task EN_14_ATenantWithoutTheFeature_HasNoSuchPages()
    {
        await new Account("control", "N0009001").AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync("control", "N0009001");

        foreach (var path in new[] { "shop", "orders", "delivery-templates", "postal-codes?code=1000001" })
        {
            (await browser.GetAsync("/t/control/" + path)).ShouldBeNotFound();
        }
    }
}
