using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Orders;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Domain.Orders.Moves;
using Portal.Web.Http.Places;

namespace Portal.Web.Tests.Features.Orders;

public sealed class LookingBack : OrderTest
{
    [Fact]
    public async Task ORDER_6_TheHistory_IsTheLoginIds_FilteredSearchedAndByKind()
    {
        await PlaceAsync(OrderKind.Quote, months: 3, chairs: 0);
        var order = await RunningAsync();
        await MoveAsync(order, OrderMove.Arrange);
        var failed = await PlaceAsync(laptops: 0, chairs: 2);
        await MoveAsync(failed, OrderMove.Fail, "在庫がありません");
        var browser = await SignedInAsync(Colleague);

        var all = (await browser.GetAsync(List)).ShouldBeOk();
        all.ShouldShow("Q0000001").ShouldShow("R0000001").ShouldShow("ノートパソコン ほか1点").ShouldShow("佐藤 花子");
        Row(all, order).ShouldContain("受付完了 手配済み");
        Row(all, failed).ShouldContain("受付失敗");
        (await browser.GetAsync(List + "?kind=quote")).ShouldShow("Q0000001").ShouldNotShow("R0000001");
        (await browser.GetAsync(List + "?result=failed")).ShouldShow("R0000002").ShouldNotShow("R0000001");
        (await browser.GetAsync(List + "?q=r0000002")).ShouldShow("R0000002").ShouldNotShow("Q0000001");
        (await browser.GetAsync(List + "?q=office+chair")).ShouldShow("R0000002").ShouldNotShow("Q0000001");
        (await browser.GetAsync($"{List}?to={Day(-1):yyyy-MM-dd}")).ShouldShow("該当する申し込みはありません");
        (await browser.GetAsync($"{List}?from={Day():yyyy-MM-dd}&sort=nonsense&page=99")).ShouldRedirectTo(
            $"{List}?from={Day():yyyy-MM-dd}&sort=nonsense");
        (await browser.GetAsync(PathOf(failed.Named))).ShouldShow("在庫がありません").ShouldShow("会員サポートにお問い合わせください");
    }

    [Theory]
    [InlineData("from=2026-02-30", "を実在する日付で入力してください")]
    [InlineData("to=x", "を実在する日付で入力してください")]
    [InlineData("from=2026-05-14&to=2026-05-13", "期間の終わりは、期間の始めと同じ日か")]
    public async Task ORDER_6_DaysThatCannotBeMeant_AreSaid_AndGiveNoFile(string query, string said)
    {
        await PlaceAsync();
        var browser = await SignedInAsync();

        var page = (await browser.GetAsync($"{List}?{query}")).ShouldBeRefused().ShouldShow(said).ShouldNotShow("R0000001");

        page.Has("form[action*=export]").ShouldBeFalse();
        (await CraftAsync(browser, List, $"{List}/export?{query}", ("format", "csv"))).Status
            .ShouldBe(System.Net.HttpStatusCode.BadRequest);
        (await browser.GetAsync($"{List}?from=2026-05-13&to=2026-05-13")).ShouldBeOk();
    }

    [Fact]
    public async Task ORDER_6_ADMIN_5_AList_SaysThatAPeriodOrAQuoteIsOver_AsTheirPagesDo()
    {
        var quote = await PlaceAsync(OrderKind.Quote, months: 3, chairs: 0);
        await MoveAsync(quote, OrderMove.Accept);
        var (ended, endless) = (await RunningAsync(months: 3), await RunningAsync());
        await MoveAsync(ended, OrderMove.Arrange);
        await MoveAsync(endless, OrderMove.Arrange);
        (await (await SignedInAsync()).GetAsync(List)).ShouldBeOk().ShouldNotShow("期間終了").ShouldNotShow("期限切れ");

        App.Time.Advance(TimeSpan.FromDays(200));

        var browser = await SignedInAsync();
        var list = (await browser.GetAsync(List)).ShouldBeOk();
        Row(list, ended).ShouldContain("受付完了 期間終了");
        Row(list, endless).ShouldNotContain("期間終了");
        Row(list, quote).ShouldContain("受付完了 期限切れ");
        (await browser.GetAsync(List + "?from=2020-01-01")).Texts("tbody tr").ShouldBe(list.Texts("tbody tr"));
        (await browser.GetAsync(List + "?culture=en")).ShouldShow("Period ended").ShouldShow("Expired");
        Encoding.UTF8.GetString((await (await browser.GetAsync(List + "?culture=ja")).Form("form[action*=export]")
            .SubmitAsync("CSVで保存")).ShouldBeOk().Content).ShouldContain("受付完了 期間終了");
        (await browser.GetAsync("/t/rental/home")).ShouldBeOk().ShouldShow("期間終了");
        var desk = (await (await AgentAsync()).GetAsync("/admin/orders?view=all")).ShouldBeOk();
        Row(desk, ended).ShouldContain("受付完了 手配済み 期間終了");
        Row(desk, endless).ShouldNotContain("期間終了");
        Row(desk, quote).ShouldContain("期限切れ");
    }

    /// <summary>Result and confirmation are two facts, and what the columns say is found.</summary>
    [Fact]
    public async Task ORDER_5_ORDER_6_ResultAndConfirmation_AreFilteredEachForItself_AsTheColumnsSay()
    {
        var quote = await PlaceAsync(OrderKind.Quote, months: 3, chairs: 0);
        await MoveAsync(quote, OrderMove.Accept);
        var (arranged, arranging) = (await RunningAsync(), await RunningAsync());
        await MoveAsync(arranged, OrderMove.Arrange);
        await MoveAsync(await PlaceAsync(laptops: 0, chairs: 2), OrderMove.Fail);
        await PlaceAsync();
        var browser = await SignedInAsync();

        foreach (var (conditions, found) in new (string, string[])[]
        {
            ("result=received", ["R0000004"]),
            ("result=accepted", ["Q0000001", "R0000001", "R0000002"]),
            ("result=failed", ["R0000003"]),
            ("result=withdrawn", []),
            ("confirmation=arranging", ["R0000002"]),
            ("confirmation=arranged", ["R0000001"]),
            ("result=accepted&confirmation=arranged", ["R0000001"]),
            ("result=failed&confirmation=arranged", []),
            ("result=nonsense&confirmation=7", ["Q0000001", "R0000001", "R0000002", "R0000003", "R0000004"]),
        })
        {
            var page = (await browser.GetAsync($"{List}?{conditions}")).ShouldBeOk();
            page.Texts("tbody th").ShouldBe(found, ignoreOrder: true, conditions);
            page.Texts(".p-tabs--states .p-tabs__count")[0].ShouldBe($"{found.Length}", conditions);
        }

        var list = await browser.GetAsync(List + "?result=accepted&confirmation=arranging");
        list.Texts("select[name=confirmation] option").ShouldBe(["すべての確認結果", "手配中", "手配済み"]);
        list.Texts("select[name=result] option").ShouldBe(["すべての結果", "受付中", "受付完了", "受付失敗", "取り消し済み"]);
        (await list.ClickAsync(".p-tabs--states a[href*='kind=order']")).ShouldBeOk().Texts("tbody th").ShouldBe(["R0000002"]);
        var csv = Encoding.UTF8.GetString((await list.Form("form[action*=export]").SubmitAsync("CSVで保存")).ShouldBeOk().Content);
        csv.ShouldContain("R0000002");
        csv.ShouldNotContain("R0000001");
    }

    /// <summary>As it opens it is put together once for all; under a condition, which all meet, each time.</summary>
    [Fact]
    public async Task ORDER_6_PERF_2_AsItOpens_ItIsWhatItIsUnderACondition_ForEachLoginIdKindAndLanguage()
    {
        await PlaceAsync(OrderKind.Quote, months: 3, chairs: 0);
        await PlaceAsync(laptops: 0, chairs: 2);
        await PlaceAsync();
        var (browser, stranger) = (await SignedInAsync(), await SignedInAsync(StrangerMail, Stranger));
        var seen = new HashSet<string>();
        string[] languages = ["ja", "en", "ja"];
        string[] kinds = ["", "quote", "order"];
        foreach (var (language, kind) in from language in languages from kind in kinds select (language, kind))
        {
            var address = $"{List}?kind={kind}&culture={language}";
            var rows = (await browser.GetAsync(address)).ShouldBeOk().Texts("tbody tr");

            rows.ShouldBe((await browser.GetAsync(address + "&from=2020-01-01")).ShouldBeOk().Texts("tbody tr"), address);
            rows.ShouldNotBeEmpty(address);
            (await stranger.GetAsync(address)).ShouldBeOk().Texts("tbody tr").ShouldBeEmpty(address);
            seen.Add(string.Join('\n', rows));
        }

        seen.Count.ShouldBe(6);
    }

    [Fact]
    public async Task HOME_4_ORDER_6_TheOneSearch_FindsApplicationsToo_OfTheirLoginIdAlone()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Features = [.. profile.Features, "search"] });
        await PlaceAsync(laptops: 0, chairs: 2);
        var order = await RunningAsync();
        await MoveAsync(order, OrderMove.Arrange);
        const string Page = "/t/rental/search?q=";
        var browser = await SignedInAsync();

        var found = (await browser.GetAsync(Page + order.Named)).ShouldBeOk().ShouldShow("ノートパソコン").ShouldShow("受付完了");

        found.Texts("main h3 a").ShouldBe([order.Named.ToString()]);
        (await browser.GetAsync(found.Find("main h3 a").GetAttribute("href")!)).ShouldBeOk().ShouldShow(order.Named.ToString());
        (await browser.GetAsync(Page + "office+chair")).Texts("main h3 a").Count.ShouldBe(2);
        (await (await SignedInAsync(StrangerMail, Stranger)).GetAsync(Page + order.Named)).ShouldBeOk().ShouldShow("見つかりませんでした");
    }

    [Fact]
    public async Task HOME_4_ORDER_6_TheOneSearch_SaysWhatIsOver()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Features = [.. profile.Features, "search"] });
        var (ended, endless) = (await RunningAsync(months: 3), await RunningAsync());
        App.Time.Advance(TimeSpan.FromDays(200));
        var browser = await SignedInAsync();

        (await browser.GetAsync("/t/rental/search?q=" + ended.Named)).ShouldBeOk().Texts("main h3 .p-tag").ShouldBe(["受付完了", "期間終了"]);
        (await browser.GetAsync("/t/rental/search?q=" + endless.Named)).ShouldBeOk().Texts("main h3 .p-tag").ShouldBe(["受付完了"]);
    }

    [Fact]
    public async Task AZ_22_ORDER_6_NothingIsGivenForKnowingANumber()
    {
        var order = await RunningAsync();
        var stranger = await SignedInAsync(StrangerMail, Stranger);

        (await stranger.GetAsync(List)).ShouldBeOk().ShouldNotShow("R0000001");
        foreach (var page in new[] { "", "document", "cancel", "withdraw" })
        {
            var foreign = (await stranger.GetAsync(PathOf(order.Named, page))).ShouldBeNotFound();
            var unknown = (await stranger.GetAsync(PathOf(new(OrderKind.Order, 999), page))).ShouldBeNotFound();
            foreign.Text.Replace("R0000001", "", StringComparison.Ordinal)
                .ShouldBe(unknown.Text.Replace("R0000999", "", StringComparison.Ordinal));
        }

        (await stranger.GetAsync(New + "?quote=R0000001")).ShouldRedirectTo(List);
    }

    /// <summary>Of every address that names an application, also of those that come later.</summary>
    [Fact]
    public async Task AZ_03_ORDER_6_AnotherContractsApplications_AreFoundNowhere()
    {
        var (quote, order) = (await PlaceAsync(OrderKind.Quote, months: 3), await RunningAsync());
        var sent = (await CancelAsync(order)).ShouldBeOfType<Web.Domain.Orders.Moves.CancellationOutcome.Sent>().Cancellation;
        var before = await StandAsync();
        var stranger = await SignedInAsync(StrangerMail, Stranger);
        var routes = App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(each => each.RoutePattern.RawText?.StartsWith("orders/{number", StringComparison.Ordinal) == true
                && each.Metadata.GetMetadata<ServedInAttribute>()?.Site == Site.Tenant)
            .Select(each => (Page: each.RoutePattern.RawText!.Split('/', 3) is [_, _, var page] ? page : "",
                IsPost: each.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("POST")))
            .Distinct().ToList();
        routes.Where(route => route.IsPost).Select(route => route.Page).Order(StringComparer.Ordinal)
            .ShouldBe(["again", "cancel", "document/pdf", "withdraw"]);
        routes.Count(route => !route.IsPost).ShouldBeGreaterThanOrEqualTo(4);

        foreach (var (page, isPost) in routes)
        {
            foreach (var number in new[] { quote.Named, order.Named, sent.Named })
            {
                var answer = isPost
                    ? await CraftAsync(stranger, Templates + "/new", PathOf(number, page), ("Step", "save"), ("Given[1]", "1"))
                    : await stranger.GetAsync(PathOf(number, page));
                answer.ShouldBeNotFound();
            }
        }

        (await StandAsync()).ShouldBe(before);
        (await App.World.BasketLines.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ORDER_6_EX_04_TheFile_HoldsWhatTheListShows_WithItsFigures()
    {
        await PlaceAsync(OrderKind.Quote, months: 3, chairs: 0);
        await PlaceAsync(months: 3, laptops: 1, chairs: 1);
        var list = await (await SignedInAsync()).GetAsync(List + "?kind=order");

        var csv = (await list.Form("form[action*=export]").SubmitAsync("CSVで保存")).ShouldBeOk();

        var text = Encoding.UTF8.GetString(csv.Content);
        text.ShouldContain("R0000001");
        text.ShouldNotContain("Q0000001");
        text.ShouldContain("ノートパソコン");
        text.ShouldContain("オフィスチェア");
        text.ShouldContain("3,3か月分の金額,16731,1673,5577");
        (await App.World.Audit.CountAsync("exported")).ShouldBe(1);
    }

    [Fact]
    public async Task ORDER_6_EX_04_TheFile_SaysWhatAnAmountIsFor_AndWhatAMonthCosts()
    {
        var order = await RunningAsync();
        var sent = (await CancelAsync(order)).ShouldBeOfType<CancellationOutcome.Sent>().Cancellation;
        var list = await (await SignedInAsync()).GetAsync(List);

        var text = Encoding.UTF8.GetString((await list.Form("form[action*=export]").SubmitAsync("CSVで保存")).ShouldBeOk().Content);

        var start = order.StartsOn.ToString("yyyy'/'MM'/'dd", null);
        text.ShouldContain("開始日,月数,金額の対象,金額（税抜・円）,消費税（円）,月額（税抜・円）");
        text.ShouldContain($"{start},,1か月分の金額,51108,5110,51108");
        text.ShouldContain($"{start},,解約金,{sent.Net},0,");
    }

    [Fact]
    public async Task ORDER_6_InEnglish()
    {
        var order = await RunningAsync();
        var browser = await SignedInAsync();

        (await browser.GetAsync(List + "?culture=en")).ShouldBeOk().ShouldShow("Applications").ShouldShow("Laptop and 1 more")
            .ShouldShow("Being arranged");
        (await browser.GetAsync(PathOf(order.Named) + "?culture=en")).ShouldBeOk().ShouldShow("Order R0000001").ShouldShow("open-ended");
    }

    [Fact]
    public async Task ORDER_6_ORDER_7_OneMonth_IsNoMonthsInEnglish()
    {
        await App.World.RentalItems.ChangeAsync(item => item.Code == Laptop, item => item.MinimumMonths, 1);
        var quote = await PlaceAsync(OrderKind.Quote, months: 1, chairs: 0);
        var browser = await SignedInAsync();

        (await browser.GetAsync($"{Shop}/{Laptop}?culture=en")).ShouldBeOk().ShouldShow("Minimum term 1 month").ShouldNotShow("1 months");
        (await browser.GetAsync(PathOf(quote.Named) + "?culture=en")).ShouldBeOk().ShouldShow("(1 month)").ShouldShow("For one month")
            .ShouldShow("Minimum term 1 month").ShouldNotShow("1 months");
        (await browser.GetAsync(PathOf(quote.Named, "document") + "?lang=en")).ShouldBeOk().ShouldShow("(1 month)")
            .ShouldShow("The minimum term of Laptop is 1 month.").ShouldNotShow("1 months");
        (await browser.GetAsync(PathOf(quote.Named) + "?culture=ja")).ShouldShow("（1か月）").ShouldShow("最低利用期間1か月");
    }

    [Theory]
    [InlineData("ja", "備考")]
    [InlineData("en", "Remarks")]
    public async Task FACE_7_ORDER_6_WithoutRemarks_TheDetailsShowADash(string language, string label)
    {
        var order = await PlaceAsync();
        var (customer, desk) = (await SignedInAsync(), "/admin/orders/rental/R0000001");
        var agent = await AgentAsync();

        foreach (var page in new[]
        {
            await customer.GetAsync($"{PathOf(order.Named)}?culture={language}"), await agent.GetAsync($"{desk}?culture={language}"),
            await agent.GetAsync($"{desk}/accept?culture={language}"),
        })
        {
            page.ShouldBeOk().Document.QuerySelectorAll(".p-summary__row").Single(row => row.QuerySelector("dt")!.TextContent == label)
                .QuerySelector("dd")!.TextContent.ShouldBe("–");
        }
    }

    [Fact]
    public async Task HOME_2_ORDER_6_TheHome_ShowsTheLast_AndWhatFailed()
    {
        var order = await PlaceAsync();
        await MoveAsync(order, OrderMove.Fail, "在庫がありません");

        (await (await SignedInAsync()).GetAsync("/t/rental/home")).ShouldBeOk().ShouldShow("注文 R0000001")
            .ShouldShow("受け付けられなかった申し込み");
    }

    [Fact]
    public async Task ORDER_7_ADocument_NeverChanges_WhenNamesPricesRatesAndTheSellerDo()
    {
        var quote = await PlaceAsync(OrderKind.Quote, months: 3, laptops: 3, chairs: 1);
        var browser = await SignedInAsync();
        var before = (await browser.GetAsync(PathOf(quote.Named, "document"))).ShouldBeOk();
        before.ShouldShow("見積書").ShouldShow("試験株式会社 御中").ShouldShow("登録番号 T0000000000000").ShouldShow("みほんレンタル株式会社");
        // (4,800 × 3 + 777) × 3 = 45,531, and its tax rounded once.
        before.ShouldShow("45,531円").ShouldShow("4,553円").ShouldShow("50,084円").ShouldShow("ノートパソコンの最低利用期間は3か月です。");
        before.ShouldShow("有効期限");

        await App.World.ItemPrices.ChangeAsync(_ => true, price => price.Monthly, 1L);
        await App.World.RentalItems.ChangeAsync(_ => true, item => item.Name, "別の名前");
        await App.ChangeProfileAsync(Tenant, profile => profile with
        {
            Orders = profile.Orders! with
            {
                Seller = profile.Orders.Seller with { Name = new("別の会社", "Another") },
                TaxRates = [.. profile.Orders.TaxRates.Select(rate => rate with { Percent = 20 })],
            },
        });

        var after = (await browser.GetAsync(PathOf(quote.Named, "document"))).ShouldBeOk();
        after.Texts("article").ShouldBe(before.Texts("article"));
        (await browser.GetAsync(PathOf(quote.Named, "document") + "?lang=en")).ShouldBeOk().ShouldShow("Quotation")
            .ShouldShow("¥50,084").ShouldShow("Mihon Rental");
    }

    [Fact]
    public async Task ORDER_7_TheRoundingOfAnOrder_IsThatOfItsDay()
    {
        var order = await PlaceAsync();
        await App.ChangeProfileAsync(Tenant, profile => profile with { Orders = profile.Orders! with { TaxRounding = TaxRounding.Up } });
        await MoveAsync(order, OrderMove.Accept);
        var sent = (await CancelAsync(order)).ShouldBeOfType<Web.Domain.Orders.Moves.CancellationOutcome.Sent>().Cancellation;
        await MoveAsync(sent, OrderMove.Accept);
        var browser = await SignedInAsync();

        // 10 % of 51,108 is 5,110.8, and of what goes on, 46,308, it is 4,630.8.
        (await browser.GetAsync(PathOf(order.Named))).ShouldBeOk().ShouldShow("5,110円");
        (await browser.GetAsync(PathOf(order.Named, "document"))).ShouldBeOk().ShouldShow("5,110円");
        (await browser.GetAsync(PathOf(sent.Named, "document"))).ShouldBeOk().ShouldShow("4,630円");
    }

    [Fact]
    public async Task ORDER_5_WhoIsRefusedWithoutAWord_IsToldWhomToAsk()
    {
        var order = await PlaceAsync();
        await MoveAsync(order, OrderMove.Fail);

        (await (await SignedInAsync()).GetAsync(PathOf(order.Named))).ShouldBeOk().ShouldShow("会員サポートにお問い合わせください");
    }

    [Fact]
    public async Task ORDER_7_TheConfirmation_IsThereOnceTheOrderIsAccepted_AlsoAsPdf()
    {
        var order = await PlaceAsync();
        var browser = await SignedInAsync();
        (await browser.GetAsync(PathOf(order.Named, "document"))).ShouldBeNotFound();
        await MoveAsync(order, OrderMove.Accept);

        var page = (await browser.GetAsync(PathOf(order.Named, "document"))).ShouldBeOk().ShouldShow("注文請書").ShouldShow("月額合計（税込）");
        // (4,800 × 10 + 777 × 4) = 51,108 a month.
        page.ShouldShow("51,108円").ShouldShow("5,110円").ShouldShow("56,218円");
        var pdf = (await page.Form("form[action$=pdf]").SubmitAsync()).ShouldBeOk();

        pdf.Headers["Content-Type"].ShouldBe("application/pdf");
        pdf.Headers["Content-Disposition"].ShouldContain("R0000001.pdf");
        Encoding.ASCII.GetString(pdf.Content.AsSpan(0, 5)).ShouldBe("%PDF-");
        (await App.World.OrderDocuments.CountAsync()).ShouldBe(2);
    }

    private static string Row(PortalPage page, Web.Data.Entities.RentalOrder order) =>
        page.Texts("tbody tr").Single(row => row.Contains(order.Named.ToString(), StringComparison.Ordinal));

    /// <summary>All that a stranger could have moved.</summary>
    private async Task<string> StandAsync() =>
        string.Join(' ', await App.World.Orders.ListAsync(row => $"{row.Number}{row.Status}{row.Version}"))
        + string.Join(' ', await App.World.OrderLines.ListAsync(line => $"{line.Held}/{line.Cancelled}"));
}
