using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Orders;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders.Moves;
using Portal.Web.Domain.Orders.Placing;

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
        check.ShouldShow("内容の確認").ShouldShow("〒100-0001").ShouldShow("サトウ ハナコ").ShouldShow("3か月分の金額");
        // Three months: 43,200 at 10 % and 7,404 at 8 %, each rounded once.
        check.ShouldShow("43,200円").ShouldShow("4,320円").ShouldShow("7,404円").ShouldShow("592円");
        check.Texts("[data-total]").ShouldBe(["55,516円"]);
        (await App.World.Orders.CountAsync()).ShouldBe(0);
        var sent = await check.Form("form:has(button[value=save])").SubmitAsync("save");

        var receipt = (await sent.ShouldRedirectTo(PathOf(First) + "?created=true").FollowAsync()).ShouldBeOk();
        receipt.ShouldShow("ご注文を受け付けました（R0000001）").ShouldShow("受付中").ShouldShow("佐藤 花子").ShouldShow("午前に電話をください");
        receipt.Has("button[data-print]").ShouldBeTrue();
        var row = (await App.World.Orders.AskAsync(rows => rows.Include(each => each.Lines))).ShouldHaveSingleItem();
        (row.Kind, row.Status, row.AuthorId, row.Months, row.StartsOn).ShouldBe(
            (OrderKind.Order, OrderStatus.Received, (Guid?)AuthorId, (int?)3, Day(3)));
        (row.Net, row.Tax, row.WaitingSince).ShouldBe((50_604L, 4_912L, (DateTimeOffset?)row.CreatedAt));
        row.Address.ShouldBe(Address());
        (await App.World.Audit.CountAsync("order-submitted")).ShouldBe(1);
        (await ToldAsync()).ShouldBe(["orders.submitted"]);
        (await MailedAsync()).ShouldHaveSingleItem().ShouldContain("R0000001");
        var mail = (await App.MailsAsync(Author)).ShouldHaveSingleItem().Text;
        foreach (var said in new[]
        {
            "ノートパソコン × 3（月額 14,400円・税抜、税率10%）", "天然水 × 2（月額 2,468円・税抜、税率8%）", "43,200円", "4,320円", "7,404円", "592円",
            "55,516円", "佐藤 花子", "午前に電話をください", "指定なし",
        })
        {
            mail.ShouldContain(said);
        }

        (await browser.GetAsync(Shop + "/basket")).ShouldShow("カートに商品はありません");
    }

    [Fact]
    public async Task ORDER_5_TheBackOffice_IsToldWhoOrdered_AndWhen()
    {
        var order = await PlaceAsync(months: 3);

        var told = await LastToldAsync();

        told.GetProperty("number").GetString().ShouldBe("R0000001");
        told.GetProperty("appliedAt").GetDateTimeOffset().ShouldBe(order.CreatedAt, TimeSpan.FromMilliseconds(1));
        told.GetProperty("contract").GetRawText().ShouldBe($$"""{"number":"{{LoginId}}","holder":"試験株式会社"}""");
        var applicant = told.GetProperty("applicant");
        applicant.GetProperty("name").GetString().ShouldBe("佐藤 花子");
        applicant.GetProperty("loginId").GetString().ShouldBe(LoginId);
        applicant.GetProperty("email").GetString().ShouldBe(Author);
        told.TryGetProperty("validUntil", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task ORDER_5_TheBackOffice_IsToldUntilWhenAQuotesPricesHold()
    {
        var quote = await PlaceAsync(OrderKind.Quote, months: 3);

        (await LastToldAsync()).GetProperty("validUntil").GetString().ShouldBe(quote.ValidUntil!.Value.ToString("yyyy-MM-dd", null));
    }

    [Fact]
    public async Task CANCEL_1_WhileAnOrderIsProcessed_ItsPageSaysWhomToContact()
    {
        var order = await PlaceAsync(months: 3);
        var browser = await SignedInAsync();

        (await browser.GetAsync(PathOf(order.Named))).ShouldBeOk().ShouldShow("受付が完了すると、このページで商品を解約できます。")
            .ShouldShow("support@rental.example.jp");
        await MoveAsync(order, OrderMove.Accept);

        (await browser.GetAsync(PathOf(order.Named))).ShouldBeOk().ShouldNotShow("受付が完了すると");
    }

    [Fact]
    public async Task ORDER_2_ORDER_8_InEnglish_PrefecturesAreReadable_AndStoredAsTheyAreWritten()
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 3);
        var form = (await browser.GetAsync(New + "?culture=en")).ShouldBeOk();

        form.Find("select[name=Prefecture] option[value='東京都']").TextContent.ShouldBe("Tokyo (東京都)");
        (await browser.GetAsync(New + "?culture=ja")).Find("select[name=Prefecture] option[value='東京都']").TextContent.ShouldBe("東京都");
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
            await PlaceAsync(OrderKind.Quote, months: 3);
        }

        await Task.WhenAll(orders.SelectMany(order => new[] { 1, 2 }.Select(_ => Task.Run(async () =>
        {
            while (await CancelAsync(order) is not CancellationOutcome.Sent)
            {
                // What the other one asked for meanwhile is to be looked at first.
            }
        }))));

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

        anew.ShouldBe(System.Net.HttpStatusCode.Conflict).ShouldShow("内容が変わりました").ShouldShow("16,500円");
        (await App.World.Orders.CountAsync()).ShouldBe(0);
        (await anew.Form("form:has(button[value=save])").SubmitAsync("save")).ShouldRedirectTo(PathOf(First) + "?created=true");
    }

    [Fact]
    public async Task ORDER_1_WhatWasNotShown_IsNotOrdered()
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 1);
        var check = await (await FilledAsync(browser)).SubmitAsync("check");

        await check.Form("form:has(button[value=save])").Forge("Seen", "PC-1*1@1+1000/3;3").SubmitAsync("save");

        (await App.World.Orders.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ORDER_1_AZ_04_AmountsAndFactsThatABrowserSends_CountForNothing_BesideWhatWasShown()
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 1);
        var form = (await (await FilledAsync(browser)).SubmitAsync("check")).Form("form:has(button[value=save])");
        (string Name, string Value)[] forged =
        [
            ("Net", "1"), ("Tax", "0"), ("Total", "1"), ("Monthly", "1"), ("Order.Months", "1"), ("Order.Lines[0].Monthly", "1"),
            ("Order.Lines[0].Quantity", "99"), ("Order.Totals.Net", "1"), ("Request.Kind", "Quote"), ("Status", "Accepted"),
            ("Order.Status", "Accepted"), ("ContractId", $"{Guid.NewGuid()}"), ("AuthorId", $"{Guid.NewGuid()}"), ("Number", "77"),
            ("IsChanged", "true"), ("Quoted.Number", "1"), ("TaxRounding", "Up"),
        ];
        var contract = await App.World.Accounts.ReadAsync(AuthorId, user => user.ContractId);

        (await forged.Aggregate(form, (filled, field) => filled.Forge(field.Name, field.Value)).SubmitAsync("save"))
            .ShouldRedirectTo(PathOf(First) + "?created=true");

        var row = (await App.World.Orders.AskAsync(rows => rows.Include(each => each.Lines))).ShouldHaveSingleItem();
        (row.Kind, row.Number, row.Status, row.Months, row.Net, row.Tax).ShouldBe(
            (OrderKind.Order, 1, OrderStatus.Received, (int?)3, 14_400L, 1_440L));
        (row.ContractId, row.AuthorId, row.TaxRounding).ShouldBe((contract!.Value, (Guid?)AuthorId, TaxRounding.Down));
        var line = row.Lines.ShouldHaveSingleItem();
        (line.Quantity, line.Monthly).ShouldBe((1, 4_800L));
    }

    [Fact]
    public async Task ORDER_1_ATermBelowTheMinimum_IsRefusedByTheActToo() =>
        (await TryToPlaceAsync(OrderKind.Order, months: 2, laptops: 1, chairs: 1))
            .ShouldBeOfType<PlacingOutcome.WrongPeriod>().Faults.ShouldBe([PeriodFault.BelowMinimum]);

    [Fact]
    public async Task ORDER_1_WhatIsWrongWithThePeriod_IsSaidAtOnce()
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 1);

        foreach (var start in new[] { "2020-01-01", "" })
        {
            (await (await FilledAsync(browser)).Fill("StartsOn", start).Fill("Months", "2").SubmitAsync("check")).ShouldBeRefused()
                .Document.QuerySelectorAll("[aria-invalid=true]").Select(field => field.GetAttribute("name"))
                .ShouldBe(["StartsOn", "Months"], start);
        }
    }

    [Theory]
    [InlineData("０３１２３４５６７８", "03-1234-5678")]
    [InlineData("031-234-5678", "03-1234-5678")]
    [InlineData("+81 90 1234 5678", "090-1234-5678")]
    [InlineData("0450000003", "045-000-0003")]
    [InlineData("+65 6123 4567", "+6561234567")]
    public async Task ORDER_2_TEXT_4_TelephoneNumbers_AreShownAsTheyAreReadHere(string typed, string shown)
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 1);

        var check = (await (await FilledAsync(browser)).Fill("ContactPhone", typed).Fill("Phone", typed).SubmitAsync("check")).ShouldBeOk();
        await check.ShouldShow(shown).Form("form:has(button[value=save])").SubmitAsync("save");

        (await App.World.Orders.ReadAsync(_ => true, row => new { row.ContactPhone, row.Address.Phone }))
            .ShouldBe(new { ContactPhone = shown, Phone = shown });
    }

    [Fact]
    public async Task ORDER_1_EnterInTheBasket_CountsAnew_AndTakesNothingOut()
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 2);

        var first = (await browser.GetAsync(Shop + "/basket")).Find("form[action$=quantities] button");

        first.GetAttribute("name").ShouldBeNull();
        (first.GetAttribute("aria-hidden"), first.GetAttribute("tabindex")).ShouldBe(("true", "-1"));
    }

    [Fact]
    public async Task ORDER_1_HOME_2_WhatIsNoLongerOffered_IsTakenOut_AndDoesNotCount()
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 1);
        await PutAsync(browser, Chair, 1);
        await App.World.RentalItems.ChangeAsync(item => item.Code == Chair, item => item.IsOffered, false);
        (await BasketCountAsync(browser)).ShouldBe("1");
        await App.World.RentalItems.ChangeAsync(item => item.Code == Laptop, item => item.IsOffered, false);
        (await BasketCountAsync(browser)).ShouldBeNull();

        var basket = (await browser.GetAsync(Shop + "/basket")).ShouldBeOk().ShouldShow("「オフィスチェア」は取り扱いを終了しました");
        (await basket.Form("form[action$=quantities]").SubmitAsync(Chair)).ShouldRedirectTo(Shop + "/basket");

        (await browser.GetAsync(Shop + "/basket")).ShouldNotShow("オフィスチェア").ShouldShow("ノートパソコン");
        (await App.World.BasketLines.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("StartsOn", "2020-01-01", "開始日は")]
    [InlineData("StartsOn", "", "開始日を入力してください")]
    [InlineData("StartsOn", "2026-02-30", "開始日")]
    [InlineData("StartsOn", "9999-12-31", "以前の日付を入力してください")]
    [InlineData("Months", "0", "月数は3〜60の数字で入力してください")]
    [InlineData("Months", "61", "月数は3〜60の数字で入力してください")]
    [InlineData("Months", "2", "月数は3以上で入力してください。最低利用期間が3か月の商品があります")]
    [InlineData("ContactPhone", "12345", "電話番号")]
    [InlineData("ContactPhone", "none", "電話番号")]
    [InlineData("ContactPhone", "03-0000-0001", "電話番号")]
    [InlineData("Phone", "03-12", "電話番号")]
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
    public async Task ORDER_2_ORDER_3_ATemplateThatIsGone_IsSaidToBeGone_AndNothingTypedIsLost()
    {
        var browser = await SignedInAsync();
        var template = (await browser.GetAsync(Templates + "/new")).Form("form:has(input[name=Name])");
        await WithAddress(template).Fill("Name", "本社").SubmitAsync("save");
        await PutAsync(browser, Laptop, 1);
        var form = (await browser.GetAsync(New)).Form("form:has(input[name=PostalCode])")
            .Choose("Template", $"{await App.World.DeliveryTemplates.ReadAsync(row => row.Id)}").Fill("Remarks", "残る");
        var delete = await (await browser.GetAsync(Templates)).ClickAsync("a[href$=delete]");
        (await delete.Form().SubmitAsync("削除")).ShouldRedirectTo(Templates);

        var gone = (await form.SubmitAsync("apply")).ShouldBeOk().ShouldShow("選択したテンプレートは削除されています");

        gone.Find("textarea[name=Remarks]").TextContent.Trim().ShouldBe("残る");
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
            .ShouldShow("お届け先テンプレートは5件まで登録できます");
    }

    [Theory]
    [InlineData("Office")]
    [InlineData("ｏｆｆｉｃｅ")]
    public async Task ORDER_3_ATemplateThatLooksLikeAnother_IsRefusedOnTheOrderForm(string name)
    {
        var browser = await SignedInAsync();
        var template = (await browser.GetAsync(Templates + "/new")).Form("form:has(input[name=Name])");
        await WithAddress(template).Fill("Name", "office").SubmitAsync("save");
        await PutAsync(browser, Laptop, 1);

        (await (await FilledAsync(browser)).Check("SaveTemplate").Fill("TemplateName", name).SubmitAsync("check")).ShouldBeRefused()
            .ShouldShow("同じ名前のテンプレートがあります");
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

        (await App.World.Orders.ReadAsync(row => row.Kind == OrderKind.Order, row => row.Net)).ShouldBe(28_800);
        App.Time.Advance(TimeSpan.FromDays(31));
        browser = await SignedInAsync();
        (await browser.GetAsync(PathOf(new(OrderKind.Quote, 1)))).ShouldShow("期限切れ").Has("a[href*=quote]").ShouldBeFalse();
        (await (await AgentAsync()).GetAsync("/admin/orders/rental/Q0000001")).ShouldBeOk().ShouldShow("期限切れ");
        foreach (var (over, why) in new[] { ("Q0000001", "見積もりQ0000001は有効期限（"), ("Q0000999", "この見積もりは、いまは注文できません。") })
        {
            (await (await browser.GetAsync(New + "?quote=" + over)).ShouldRedirectTo(List).FollowAsync()).ShouldShow(why);
        }
    }

    [Fact]
    public async Task ORDER_4_AQuoteThatAColleagueOrderedMeanwhile_IsNotOrderedTwiceUnknowingly()
    {
        var (browser, colleague) = (await SignedInAsync(), await SignedInAsync(Colleague));
        await PutAsync(browser, Laptop, 2);
        await SendAsync(await FilledAsync(browser, "Quote"));
        const string Quote = "?quote=Q0000001";
        (await browser.GetAsync(New + Quote)).ShouldBeOk().ShouldNotShow("注文済み");
        var check = await (await FilledAsync(colleague, query: Quote)).SubmitAsync("check");
        await SendAsync(await FilledAsync(browser, query: Quote));

        var anew = await check.ShouldBeOk().Form("form:has(button[value=save])").SubmitAsync("save");

        anew.ShouldBe(System.Net.HttpStatusCode.Conflict).ShouldShow("この見積もりは注文済みです").ShouldShow("注文 R0000001").ShouldShow("佐藤 花子");
        (await App.World.Orders.CountAsync(row => row.Kind == OrderKind.Order)).ShouldBe(1);
        (await colleague.GetAsync(New + Quote)).ShouldBeOk().ShouldShow("この見積もりは注文済みです");
        (await colleague.GetAsync(PathOf(new(OrderKind.Quote, 1)))).ShouldBeOk().ShouldShow("この見積もりは注文済みです").ShouldShow("佐藤 花子");
        (await anew.Form("form:has(button[value=save])").SubmitAsync("save"))
            .ShouldRedirectTo(PathOf(new(OrderKind.Order, 2)) + "?created=true");
    }

    /// <summary>The desk refuses it between the first look and the lock.</summary>
    [Fact]
    public async Task ORDER_4_ORDER_5_AQuoteThatIsRefusedAtThisMoment_IsNotOrdered()
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 2);
        await SendAsync(await FilledAsync(browser, "Quote"));
        var quote = (await App.World.Orders.ReadAsync(row => row.Kind == OrderKind.Quote, row => row))!;
        var check = (await (await FilledAsync(browser, query: "?quote=Q0000001")).SubmitAsync("check")).ShouldBeOk();

        var sending = await App.InTenantAsync(Tenant, async services =>
        {
            await services.GetRequiredService<OrderMoves>().MoveAsync(quote.Id, OrderMove.Fail);
            await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
            var answer = Task.Run(() => check.Form("form:has(button[value=save])").SubmitAsync("save"));
            while (await App.Database.ReadAsync<long>(
                $"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") == 0)
            {
                answer.IsCompleted.ShouldBeFalse();
            }

            return new { Answer = answer };
        });

        (await (await sending.Answer).ShouldRedirectTo(List).FollowAsync())
            .ShouldShow("見積もりQ0000001は受け付けられなかったため、注文できません。");
        (await App.World.Orders.CountAsync(row => row.Kind == OrderKind.Order)).ShouldBe(0);
    }

    [Fact]
    public async Task ORDER_4_AQuoteThatWasNotAccepted_IsNotOrdered_AndThePageSaysWhy()
    {
        await MoveAsync(await PlaceAsync(OrderKind.Quote), OrderMove.Fail);
        var browser = await SignedInAsync();

        (await (await browser.GetAsync(New + "?quote=Q0000001")).ShouldRedirectTo(List).FollowAsync())
            .ShouldShow("見積もりQ0000001は受け付けられなかったため、注文できません。");
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
        form.ShouldShow("R0000001の商品をカートに入れました。価格と最低利用期間は今日のものです。").ShouldNotShow("同じ内容です");
        form.ShouldShow("5,000円").ShouldShow("オフィスチェア");
        form.Find("input[name=Street]").GetAttribute("value").ShouldBe("千代田1-1");
        form.Find("input[name=Months]").GetAttribute("value").ShouldBe("6");
        (await App.World.OrderLines.ReadAsync(line => line.Code == Laptop, line => line.Monthly)).ShouldBe(4_800);
    }

    [Theory]
    [InlineData("as then", true)]
    [InlineData("price", false)]
    [InlineData("minimum term", false)]
    [InlineData("something else in the basket", false)]
    public async Task ORDER_6_ThatItIsTheSame_IsSaidOnlyWhereItIs(string then, bool isSame)
    {
        var order = await PlaceAsync(months: 6, laptops: 2, chairs: 1);
        var browser = await SignedInAsync(Colleague);
        await (then switch
        {
            "price" => App.World.ItemPrices.ChangeAsync(price => price.Monthly == 777, price => price.Monthly, 778L),
            "minimum term" => App.World.RentalItems.ChangeAsync(item => item.Code == Chair, item => item.MinimumMonths, 2),
            "something else in the basket" => PutAsync(browser, Water, 1),
            _ => Task.CompletedTask,
        });

        var again = await (await browser.GetAsync(PathOf(order.Named))).Form("form[action$=again]").SubmitAsync();

        var form = (await again.FollowAsync()).ShouldBeOk();
        form.Text.Contains("R0000001と同じ内容です。価格も前回と同じです。", StringComparison.Ordinal).ShouldBe(isSame);
        form.Text.Contains("価格と最低利用期間は今日のものです。", StringComparison.Ordinal).ShouldBe(!isSame);
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

    /// <summary>How many the home page says there are in the basket; null where it says nothing.</summary>
    private static async Task<string?> BasketCountAsync(PortalBrowser browser)
    {
        var home = (await browser.GetAsync("/t/rental/home")).ShouldBeOk();
        return home.Texts("main li").FirstOrDefault(text => text.Contains("カートに入っている商品", StringComparison.Ordinal)) is { } task
            ? new string([.. task.Where(char.IsAsciiDigit)])
            : null;
    }
}
