using Portal.Rules.Orders;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Orders;

public sealed class CancellingOrders : OrderTest
{
    private static readonly OrderNumber First = new(OrderKind.Cancellation, 1);

    [Fact]
    public async Task CANCEL_1_APart_IsChosenCheckedSent_WithWhatRemainsAndTheFees()
    {
        var order = await RunningAsync();
        var browser = await SignedInAsync();

        var check = (await (await FormAsync(browser, order, laptops: "4")).SubmitAsync("check")).ShouldBeOk();

        check.ShouldShow("解約前と解約後").ShouldShow("注文R0000001の一部を解約します。");
        check.Texts("tbody tr").ShouldBe(
        [
            // Given back on the first day: 154 yen of 4,800 are used, the rest of three months is the fee.
            $"ノートパソコン {MinimumUntil(order)} 10 4 6 48,000円 28,800円 {Fee(order, 4)}",
            "オフィスチェア 4 0 4 3,108円 3,108円 0円",
        ]);
        check.ShouldShow($"解約金{Fee(order, 4)}がかかります");
        var sent = await check.Form("form:has(button[value=save])").SubmitAsync("save");

        (await sent.ShouldRedirectTo(PathOf(First) + "?created=true").FollowAsync()).ShouldBeOk()
            .ShouldShow("解約の申し込みを受け付けました（C0000001）").ShouldShow("受付中");
        (await LineAsync()).ShouldBe((10, 0, 4));
        (await App.World.Audit.CountAsync("order-submitted")).ShouldBe(2);
        (await ToldAsync()).ShouldBe(["orders.submitted", "orders.submitted"]);
        (await browser.GetAsync(PathOf(order.Named))).ShouldShow("解約申込中").ShouldShow("解約 C0000001");
    }

    [Fact]
    public async Task CANCEL_1_TheCheckPage_SaysThatAllGoes_OrAllThatIsLeft()
    {
        var order = await RunningAsync();
        var browser = await SignedInAsync();

        (await (await AllAsync(browser, order)).SubmitAsync("check")).ShouldBeOk().ShouldShow("注文R0000001の商品をすべて解約します。");
        await SendAsync(await FormAsync(browser, order, laptops: "4"));
        await AnswerAsync(First, "accepted");

        (await (await AllAsync(browser, order)).SubmitAsync("check")).ShouldBeOk()
            .ShouldShow("注文R0000001で残っている商品をすべて解約します。");

        static async Task<PortalForm> AllAsync(PortalBrowser browser, RentalOrder order) =>
            (await (await FormAsync(browser, order, laptops: "0")).SubmitAsync("all")).ShouldBeOk()
                .Form("form:has(input[name=ReturnsOn])");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ORDER_6_CANCEL_2_WhatWasWithdrawnOrRefused_WasAskedFor_AndCancelledNothing(bool isRefused)
    {
        var order = await RunningAsync();
        var browser = await SignedInAsync();
        await SendAsync(await FormAsync(browser, order, laptops: "4"));
        (await browser.GetAsync(PathOf(First))).Texts("thead th").ShouldBe(["商品", "解約前", "解約する数", "解約後", "解約金"]);
        var cancellation = await App.World.Orders.ReadAsync(row => row.Kind == OrderKind.Cancellation, row => row);

        await MoveAsync(cancellation!, isRefused ? OrderMove.Fail : OrderMove.Withdraw);

        var page = (await browser.GetAsync(PathOf(First))).ShouldBeOk().ShouldShow("この申し込みでの解約はありません。");
        page.Texts("thead th").ShouldBe(["商品", "解約を申し込んだ数"]);
        page.Texts("tbody tr").ShouldBe(["ノートパソコン 4"]);
    }

    [Fact]
    public async Task CANCEL_1_InSeveralGoes_TheCheckPageSaysWhatRemains_WithWhatIsAskedForAlready()
    {
        var order = await RunningAsync();
        var browser = await SignedInAsync();
        await SendAsync(await FormAsync(browser, order, laptops: "4"));

        var check = (await (await FormAsync(browser, order, laptops: "2")).SubmitAsync("check")).ShouldBeOk();

        check.Texts("thead th").Take(5).ShouldBe(["商品", "解約前", "解約申込中", "解約する数", "解約後"]);
        check.Texts("tbody tr").ShouldBe(
        [
            $"ノートパソコン {MinimumUntil(order)} 10 4 2 4 48,000円 19,200円 {Fee(order, 2)}",
            "オフィスチェア 4 0 0 4 3,108円 3,108円 0円",
        ]);
        check.ShouldShow("解約申込中の分もすべて受け付けられた場合に残る数").ShouldNotShow("これまでに解約した分を除いた");
        await check.Form("form:has(button[value=save])").SubmitAsync("save");
        (await browser.GetAsync(PathOf(new(OrderKind.Cancellation, 2)))).Texts("tbody tr")[0].ShouldContain(" 6 2 4 ");

        await AnswerAsync(First, "accepted");
        var third = (await (await FormAsync(browser, order, laptops: "1")).SubmitAsync("check")).ShouldBeOk();
        third.Texts("tbody tr")[0].ShouldContain(" 6 2 1 3 28,800円 14,400円 ");
        third.ShouldShow("これまでに解約した分を除いた残りの数");
        await AnswerAsync(new(OrderKind.Cancellation, 2), "accepted", id: "msg_2");
        var last = (await (await FormAsync(browser, order, laptops: "1")).SubmitAsync("check")).ShouldBeOk();
        last.Texts("tbody tr")[0].ShouldContain(" 4 1 3 19,200円 14,400円 ");
        last.ShouldNotShow("解約申込中");
        (await browser.GetAsync(PathOf(order.Named, "cancel") + "?culture=en")).ShouldBeOk();
    }

    [Fact]
    public async Task CANCEL_1_Accepted_TheRestKeepsRunning_AndTheReceiptSaysSo()
    {
        var order = await RunningAsync();
        var browser = await SignedInAsync();
        await SendAsync(await FormAsync(browser, order, laptops: "4"));

        (await AnswerAsync(First, "accepted")).ShouldBe(System.Net.HttpStatusCode.NoContent);

        (await LineAsync()).ShouldBe((10, 4, 0));
        var receipt = (await browser.GetAsync(PathOf(First, "document"))).ShouldBeOk().ShouldShow("解約受付書").ShouldShow("R0000001");
        // (4,800 × 6 + 777 × 4) = 31,908 and its tax.
        receipt.ShouldShow("31,908円").ShouldShow("3,190円").ShouldShow("35,098円").ShouldShow("解約金は消費税の対象外です。").ShouldShow(Fee(order, 4));
        (await browser.GetAsync(PathOf(order.Named, "cancel"))).ShouldBeOk().Texts("tbody tr")[0].ShouldContain(" 6 ");
    }

    [Fact]
    public async Task CANCEL_1_TheOrdersPage_SaysWhatStillRuns_AndWhatItCostsNow()
    {
        var order = await RunningAsync();
        var browser = await SignedInAsync();
        (await browser.GetAsync(PathOf(order.Named))).ShouldBeOk().ShouldNotShow("申込時の").Texts("[data-total]").ShouldBe(["56,218円"]);
        await SendAsync(await FormAsync(browser, order, laptops: "4"));
        (await browser.GetAsync(PathOf(order.Named))).ShouldBeOk().ShouldNotShow("申込時の").Texts("[data-total]").ShouldBe(["56,218円"]);

        await AnswerAsync(First, "accepted");

        var page = (await browser.GetAsync(PathOf(order.Named))).ShouldBeOk();
        page.Texts("thead th").ShouldBe(["商品", "申込時の数量", "解約済み", "解約申込中", "利用中", "月額（税抜）", "税率",
            "申込時の月額小計（税抜）", "現在の月額小計（税抜）"]);
        page.Texts("tbody tr").ShouldBe(
        [
            "ノートパソコン 最低利用期間3か月 10 4 0 6 4,800円 10% 48,000円 28,800円",
            "オフィスチェア 4 0 0 4 777円 10% 3,108円 3,108円",
        ]);
        page.ShouldShow("申込時の月額合計（税込）56,218円").ShouldShow("現在の月額（税込）35,098円");
        page.Texts("[data-total]").ShouldBe(["56,218円", "35,098円"]);
        (await browser.GetAsync(PathOf(First, "document"))).ShouldShow("35,098円");
        (await browser.GetAsync(PathOf(order.Named) + "?culture=en")).ShouldShow("Monthly amount now (incl. tax)¥35,098")
            .ShouldShow("Quantity as ordered");
    }

    [Fact]
    public async Task CANCEL_1_UntilItsLastDay_WhatWasGivenBackIsInUse_AndThePageSaysWhatComesThen()
    {
        var order = await RunningAsync();
        var (browser, last) = (await SignedInAsync(), order.StartsOn.AddDays(50));
        await SendAsync((await FormAsync(browser, order, laptops: "4")).Fill("ReturnsOn", $"{last:yyyy-MM-dd}"));
        await AnswerAsync(First, "accepted");

        var page = (await browser.GetAsync(PathOf(order.Named))).ShouldBeOk();
        page.Texts("thead th").ShouldBe(["商品", "申込時の数量", "解約済み", "返却予定", "解約申込中", "利用中", "月額（税抜）", "税率",
            "申込時の月額小計（税抜）", "現在の月額小計（税抜）"]);
        page.Texts("tbody tr")[0].ShouldBe("ノートパソコン 最低利用期間3か月 10 0 4 0 10 4,800円 10% 48,000円 48,000円");
        page.Texts("[data-total]").ShouldBe(["56,218円", "56,218円", "35,098円"]);
        page.ShouldShow("現在の月額（税込）56,218円").ShouldShow($"{Text(last.AddDays(1))}からの月額（税込）35,098円")
            .ShouldShow($"{Text(last)}までの利用：ノートパソコン × 4");
        var desk = (await (await AgentAsync()).GetAsync("/admin/orders/rental/" + order.Named)).ShouldBeOk();
        desk.Texts("tbody tr")[0].ShouldBe("ノートパソコン PC-1 10 0 4 0 10 4,800円");
        desk.ShouldShow("現在の月額（税込）56,218円").ShouldShow($"{Text(last.AddDays(1))}からの月額（税込）35,098円");

        App.Time.Advance(TimeSpan.FromDays(54));
        page = (await (await SignedInAsync()).GetAsync(PathOf(order.Named))).ShouldBeOk().ShouldNotShow("返却予定");
        page.Texts("tbody tr")[0].ShouldBe("ノートパソコン 最低利用期間3か月 10 4 0 6 4,800円 10% 48,000円 28,800円");
        page.Texts("[data-total]").ShouldBe(["56,218円", "35,098円"]);
    }

    [Fact]
    public async Task ORDER_5_CANCEL_1_WhatIsGivenBackWhole_BeforeItCame_IsNotArranged()
    {
        var order = await RunningAsync();
        var browser = await SignedInAsync();
        var all = await (await FormAsync(browser, order, laptops: "0")).SubmitAsync("all");
        await SendAsync(all.Form("form:has(input[name=ReturnsOn])"));
        (await browser.GetAsync(PathOf(order.Named))).ShouldShow("手配中");
        var ask = (await (await AgentAsync()).GetAsync($"/admin/orders/rental/{order.Named}/arrange")).ShouldBeOk().Form();
        await AnswerAsync(First, "accepted");
        var told = await MailedAsync();

        (await AnswerAsync(order.Named, "arranged", id: "msg_2")).ShouldBe(System.Net.HttpStatusCode.Conflict);
        (await ask.Fill("Reason", "手配しました").SubmitAsync("手配済みに変更")).ShouldBe(System.Net.HttpStatusCode.Conflict);

        (await (await AgentAsync("second@portal.test")).GetAsync("/admin/orders/rental/" + order.Named))
            .ShouldShow("手配取りやめ").ShouldNotShow("対応が必要です").Has("a[href$=arrange]").ShouldBeFalse();
        (await StatusAsync(order.Named)).ShouldBe(OrderStatus.Accepted);
        (await App.World.Orders.ReadAsync(row => row.Id == order.Id, row => row.WaitingSince)).ShouldBeNull();
        (await MailedAsync()).ShouldBe(told);
        (await browser.GetAsync(PathOf(order.Named))).ShouldShow("手配取りやめ").ShouldNotShow("手配中");
        (await browser.GetAsync(List)).Texts("tbody tr").Single(row => row.StartsWith("R0000001", StringComparison.Ordinal))
            .ShouldContain("手配取りやめ");
        (await browser.GetAsync(List + "?confirmation=arranging")).Texts("tbody th").ShouldBeEmpty();
    }

    [Fact]
    public async Task ORDER_5_CANCEL_1_WhatIsUsedUntilALaterDay_IsArranged_AndTheMailSaysWhatComes()
    {
        var order = await RunningAsync();
        var browser = await SignedInAsync();
        await SendAsync(await FormAsync(browser, order, laptops: "4"));
        await AnswerAsync(First, "accepted");
        var rest = await (await FormAsync(browser, order, laptops: "0")).SubmitAsync("all");
        await SendAsync(rest.Form("form:has(input[name=ReturnsOn])").Fill("ReturnsOn", $"{order.StartsOn.AddDays(40):yyyy-MM-dd}"));
        await AnswerAsync(new(OrderKind.Cancellation, 2), "accepted", id: "msg_2");

        (await AnswerAsync(order.Named, "arranged", id: "msg_3")).ShouldBe(System.Net.HttpStatusCode.NoContent);

        var mail = (await App.MailsAsync(Author)).Single(each => each.Subject.Contains("手配完了", StringComparison.Ordinal));
        mail.Text.ShouldContain("ノートパソコン × 6");
        mail.Text.ShouldContain("オフィスチェア × 4");
        mail.Text.ShouldContain("35,098円");
        mail.Text.ShouldNotContain("56,218円");
    }

    [Fact]
    public async Task CANCEL_1_OnceItsTermIsOver_NothingIsPaidForAMonth()
    {
        var order = await RunningAsync(months: 3);
        await CancelAsync(order);
        await AnswerAsync(First, "accepted");
        (await (await SignedInAsync()).GetAsync(PathOf(order.Named))).ShouldBeOk().ShouldShow("申込時の3か月分の金額")
            .ShouldShow("現在の月額（税込）50,938円");

        App.Time.Advance(TimeSpan.FromDays(200));

        (await (await SignedInAsync()).GetAsync(PathOf(order.Named))).ShouldBeOk().ShouldShow("申込時の合計（税込）")
            .ShouldShow("期間終了").ShouldNotShow("現在の");
    }

    [Fact]
    public async Task CANCEL_1_WhatIsWrongInSeveralFields_IsSaidAtOnce()
    {
        var order = await RunningAsync();
        var browser = await SignedInAsync();
        var form = await FormAsync(browser, order, laptops: "0");

        var again = (await form.Fill("ReturnsOn", "2020-01-01").Fill("Reason", "").Fill("City", "").SubmitAsync("check")).ShouldBeRefused();

        Refused(again).ShouldBe(["Given[1]", "ReturnsOn", "Reason", "City"], ignoreOrder: true);
        var unread = (await (await FormAsync(browser, order, laptops: "x")).Fill("ReturnsOn", "2020-01-01").SubmitAsync("check"))
            .ShouldBeRefused().ShouldNotShow("解約する数を入力してください");
        Refused(unread).ShouldBe(["Given[1]", "ReturnsOn"], ignoreOrder: true);
    }

    [Fact]
    public async Task CANCEL_1_EverythingAtOnce_ByAButton()
    {
        var order = await RunningAsync();
        var browser = await SignedInAsync();
        var form = await FormAsync(browser, order, laptops: "0");

        var all = (await form.SubmitAsync("all")).ShouldBeOk();
        await SendAsync(all.Form("form:has(input[name=ReturnsOn])"));

        (await HeldAsync(order)).ShouldBe([10, 4]);
        (await browser.GetAsync(PathOf(order.Named, "cancel"))).ShouldRedirectTo(PathOf(order.Named));
    }

    [Fact]
    public async Task CANCEL_2_AZ_19_OfFiftyAtOnce_NoMoreIsGivenBackThanRuns()
    {
        var order = await RunningAsync();
        var browsers = new[] { await SignedInAsync(), await SignedInAsync(Colleague) };
        var forms = new List<PortalForm>();
        for (var i = 0; i < 50; i++)
        {
            var check = await (await FormAsync(browsers[i % 2], order, laptops: "3")).SubmitAsync("check");
            forms.Add(check.Form("form:has(button[value=save])"));
        }

        // Whom a colleague overtook is shown what remains, and sends that.
        for (var sent = 1; sent <= 3; sent++)
        {
            var answers = await Task.WhenAll(forms.Select(form => Task.Run(() => form.SubmitAsync("save"))));
            answers.Count(answer => (int)answer.Status == 303).ShouldBe(1);
            (await LineAsync()).ShouldBe((10, 0, 3 * sent));
            var others = answers.Where(answer => (int)answer.Status != 303).ToList();
            others.ShouldAllBe(answer => (int)answer.Status == 409 || (int)answer.Status == 422);
            others.ShouldAllBe(answer => answer.Has("button[value=save]") == (sent < 3));
            forms = sent < 3 ? others.ConvertAll(answer => answer.Form("form:has(button[value=save])")) : [];
        }

        (await LineAsync()).ShouldBe((10, 0, 9));
        (await App.World.Orders.CountAsync(row => row.Kind == OrderKind.Cancellation)).ShouldBe(3);
        (await App.World.Audit.CountAsync("order-submitted")).ShouldBe(4);
    }

    [Fact]
    public async Task CANCEL_1_ALineThatWentMeanwhile_LeavesTheOthersInTheirPlaces()
    {
        var order = await RunningAsync(laptops: 1);
        var form = (await FormAsync(await SignedInAsync(), order, laptops: "0")).Fill("Given[2]", "3");
        await CancelAsync(order);

        var check = (await form.SubmitAsync("check")).ShouldBeOk();
        check.Texts("tbody tr")[^1].ShouldBe("オフィスチェア 4 0 3 1 3,108円 777円 0円");
        await check.Form("form:has(button[value=save])").SubmitAsync("save");

        (await HeldAsync(order)).ShouldBe([1, 3]);
    }

    [Fact]
    public async Task CANCEL_1_WhatChangesWhileOneChecks_IsShownAnew_AndNothingIsSent()
    {
        var order = await RunningAsync();
        var browser = await SignedInAsync();
        var check = await (await FormAsync(browser, order, laptops: "4")).SubmitAsync("check");
        await CancelAsync(order);
        await AnswerAsync(First, "accepted");

        var anew = await check.Form("form:has(button[value=save])").SubmitAsync("save");

        anew.ShouldBe(System.Net.HttpStatusCode.Conflict).ShouldShow("内容が変わりました");
        anew.Texts("tbody tr")[0].ShouldContain(" 9 4 5 ");
        (await App.World.Orders.CountAsync(row => row.Kind == OrderKind.Cancellation)).ShouldBe(1);
        (await anew.Form("form:has(button[value=save])").SubmitAsync("save"))
            .ShouldRedirectTo(PathOf(new(OrderKind.Cancellation, 2)) + "?created=true");
        (await LineAsync()).ShouldBe((10, 1, 4));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CANCEL_1_SAFE_1_WhatAColleagueAsksForOrTakesBackWhileOneChecks_IsShownAnew(bool asks)
    {
        var order = await RunningAsync();
        var (browser, colleague) = (await SignedInAsync(), await SignedInAsync(Colleague));
        if (!asks)
        {
            await SendAsync(await FormAsync(colleague, order, laptops: "3"));
        }

        var check = await (await FormAsync(browser, order, laptops: "4")).SubmitAsync("check");
        if (asks)
        {
            await SendAsync(await FormAsync(colleague, order, laptops: "3"));
        }
        else
        {
            await MoveAsync((await App.World.Orders.ReadAsync(row => row.Kind == OrderKind.Cancellation, row => row))!, OrderMove.Withdraw);
        }

        var anew = await check.Form("form:has(button[value=save])").SubmitAsync("save");

        anew.ShouldBe(System.Net.HttpStatusCode.Conflict).ShouldShow("手続き中の解約");
        anew.Texts("tbody tr")[0].ShouldContain(asks ? " 3 " : " 4 6 ");
        (await App.World.Orders.CountAsync(row => row.Kind == OrderKind.Cancellation)).ShouldBe(1);
        (await anew.Form("form:has(button[value=save])").SubmitAsync("save"))
            .ShouldRedirectTo(PathOf(new(OrderKind.Cancellation, 2)) + "?created=true");
    }

    [Fact]
    public async Task CANCEL_1_SAFE_1_WhereAColleagueAskedForAll_NothingTypedIsLost_AndThePageSaysWhy()
    {
        var order = await RunningAsync();
        var (browser, colleague) = (await SignedInAsync(), await SignedInAsync(Colleague));
        var form = await FormAsync(browser, order, laptops: "4");
        var all = (await (await FormAsync(colleague, order, laptops: "0")).SubmitAsync("all")).ShouldBeOk();
        await SendAsync(all.Form("form:has(input[name=ReturnsOn])"));

        var again = (await form.SubmitAsync("check")).ShouldBeRefused();

        again.Find("textarea[name=Reason]").TextContent.Trim().ShouldBe("人数が減ったため");
        (await App.World.Orders.CountAsync(row => row.Kind == OrderKind.Cancellation)).ShouldBe(1);
        (await (await browser.GetAsync(PathOf(order.Named, "cancel"))).ShouldRedirectTo(PathOf(order.Named)).FollowAsync())
            .ShouldShow("この注文は、すべて解約の手続き中です");
    }

    [Fact]
    public async Task CANCEL_1_WhoSendsWithoutTheCheckPage_IsAskedFirst()
    {
        var order = await RunningAsync();
        var form = await FormAsync(await SignedInAsync(), order, laptops: "4");

        (await form.Forge("Step", "save").SubmitAsync()).ShouldBe(System.Net.HttpStatusCode.Conflict);

        (await HeldAsync(order)).ShouldBe([0, 0]);
    }

    [Fact]
    public async Task CANCEL_1_ORDER_7_TheReceipt_BeginsWithWhatRanWhenItWasAccepted()
    {
        var order = await RunningAsync();
        await CancelAsync(order);
        await CancelAsync(order);
        await AnswerAsync(new(OrderKind.Cancellation, 2), "accepted", id: "msg_2");
        await AnswerAsync(First, "accepted");
        var browser = await SignedInAsync();

        (await browser.GetAsync(PathOf(new(OrderKind.Cancellation, 2), "document"))).Texts("tbody tr")[0].ShouldContain(" 10 1 9 ");
        (await browser.GetAsync(PathOf(First, "document"))).Texts("tbody tr")[0].ShouldContain(" 9 1 8 ");
        (await browser.GetAsync(PathOf(First))).Texts("tbody tr")[0].ShouldContain(" 9 1 8 ");
    }

    [Fact]
    public async Task SAFE_3_CANCEL_1_QuantitiesToo_SurviveTheEndOfTheSession()
    {
        var order = await RunningAsync();
        var (browser, path) = (await SignedInAsync(), PathOf(order.Named, "cancel"));
        var form = (await FormAsync(browser, order, laptops: "4")).Fill("Given[2]", "２");
        App.Time.Advance(TimeSpan.FromMinutes(31));
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Referrer = new Uri(PortalApp.BaseAddress, path);

        (await browser.SendAsync(request)).ShouldBe(System.Net.HttpStatusCode.SeeOther);
        await browser.SignInAsync(Tenant, LoginId, email: Author);
        var page = (await browser.GetAsync(path)).ShouldBeOk();

        page.Find("input[name='Given[1]']").GetAttribute("value").ShouldBe("4");
        page.Find("input[name='Given[2]']").GetAttribute("value").ShouldBe("２");
        page.Find("textarea[name=Reason]").TextContent.Trim().ShouldBe("人数が減ったため");
    }

    [Fact]
    public async Task CANCEL_2_TakingACancellationBack_IsNoDanger_AndLeadsBack()
    {
        var order = await RunningAsync();
        await CancelAsync(order);

        var ask = (await (await SignedInAsync()).GetAsync(PathOf(First, "withdraw"))).ShouldBeOk();

        ask.Find("main form button").GetAttribute("data-kind").ShouldBe("primary");
        (await ask.ClickAsync("戻る")).ShouldBeOk().ShouldShow("解約 C0000001");
    }

    [Fact]
    public async Task CANCEL_2_WithdrawnUntilItIsAccepted_AndThenNoMore()
    {
        var order = await RunningAsync();
        var browser = await SignedInAsync();
        await SendAsync(await FormAsync(browser, order, laptops: "4"));

        var ask = await (await browser.GetAsync(PathOf(First))).ClickAsync("解約を取り消す");
        (await ask.ShouldBeOk().ShouldShow("ノートパソコン × 4").Form().SubmitAsync("取り消す")).ShouldRedirectTo(PathOf(First));

        (await StatusAsync(First)).ShouldBe(OrderStatus.Withdrawn);
        (await LineAsync()).ShouldBe((10, 0, 0));
        (await ToldAsync())[^1].ShouldBe("orders.withdrawn");
        (await App.World.Audit.CountAsync("order-withdrawn")).ShouldBe(1);
        var mail = (await App.MailsAsync(Author)).Single(each => each.Subject.Contains("取り消し", StringComparison.Ordinal));
        mail.Text.ShouldContain("解約金もかかりません");
        mail.Text.ShouldNotContain("解約金の合計");
        mail.Text.ShouldNotContain("返却日");
        mail.Text.ShouldContain("ノートパソコン × 4");
        (await AnswerAsync(First, "accepted")).ShouldBe(System.Net.HttpStatusCode.Conflict);
        await SendAsync(await FormAsync(browser, order, laptops: "10"));
        await AnswerAsync(new(OrderKind.Cancellation, 2), "accepted", id: "msg_2");
        (await browser.GetAsync(PathOf(new(OrderKind.Cancellation, 2), "withdraw")))
            .ShouldRedirectTo(PathOf(new(OrderKind.Cancellation, 2)));
        (await LineAsync()).ShouldBe((10, 10, 0));
    }

    [Fact]
    public async Task CANCEL_2_AcceptedAndWithdrawnAtOnce_OneOfThemHolds()
    {
        var order = await RunningAsync();
        var browser = await SignedInAsync();
        await SendAsync(await FormAsync(browser, order, laptops: "4"));
        var ask = (await browser.GetAsync(PathOf(First, "withdraw"))).ShouldBeOk().Form();

        await Task.WhenAll(Task.Run(() => ask.SubmitAsync("取り消す")), Task.Run(() => AnswerAsync(First, "accepted")));

        var status = await StatusAsync(First);
        (await LineAsync()).ShouldBe(status == OrderStatus.Accepted ? (10, 4, 0) : (10, 0, 0));
        status.ShouldBeOneOf(OrderStatus.Accepted, OrderStatus.Withdrawn);
    }

    [Theory]
    [InlineData("Given[1]", "11", "ノートパソコンの解約数は0〜10の数字で入力してください")]
    [InlineData("Given[1]", "-1", "ノートパソコンの解約数は0〜10の数字で入力してください")]
    [InlineData("Given[1]", "0", "解約する数を入力してください")]
    [InlineData("ReturnsOn", "2020-01-01", "返却日は今日以降の日付を入力してください")]
    [InlineData("ReturnsOn", "9999-12-31", "以前の日付を入力してください")]
    [InlineData("ReturnsOn", "", "返却日を入力してください")]
    [InlineData("Recipient", "", "お引き渡しの方を入力してください")]
    [InlineData("ContactPhone", "12345", "ご担当者の電話番号")]
    [InlineData("Reason", "", "解約の理由を入力してください")]
    public async Task CANCEL_1_WhatIsWrong_IsSaidAtItsField(string field, string typed, string said)
    {
        var order = await RunningAsync();

        var again = (await (await FormAsync(await SignedInAsync(), order, laptops: "1")).Fill(field, typed).SubmitAsync("check"))
            .ShouldBeRefused();

        again.ShouldShow(said);
        again.Find("[aria-invalid=true]").GetAttribute("name").ShouldBe(field);
        (await App.World.Orders.CountAsync(row => row.Kind == OrderKind.Cancellation)).ShouldBe(0);
    }

    [Theory]
    [InlineData(OrderKind.Order)]
    [InlineData(OrderKind.Quote)]
    public async Task CANCEL_1_WhatDoesNotRun_IsNotCancelled(OrderKind kind)
    {
        var order = await PlaceAsync(kind, months: 3);
        var browser = await SignedInAsync();

        (await browser.GetAsync(PathOf(order.Named))).ShouldBeOk().Has("a[href$=cancel]").ShouldBeFalse();
        (await browser.GetAsync(PathOf(order.Named, "cancel"))).ShouldRedirectTo(PathOf(order.Named));
    }

    private static IReadOnlyList<string?> Refused(PortalPage page) =>
        [.. page.Document.QuerySelectorAll("[aria-invalid=true]").Select(field => field.GetAttribute("name"))];

    private static string MinimumUntil(RentalOrder order) => "最低利用期間：" + Text(RentalMonths.End(order.StartsOn, 3)) + "まで";

    private static string Text(DateOnly day) =>
        Web.Tenancy.Times.MomentText.Of(day, System.Globalization.CultureInfo.GetCultureInfo("ja"));

    private static string Fee(RentalOrder order, int count) =>
        (RentalPrice.FeeForEnding(new Yen(4_800), 3, order.StartsOn, order.StartsOn) * count).Amount
            .ToString("N0", System.Globalization.CultureInfo.InvariantCulture) + "円";

    private static async Task<PortalForm> FormAsync(PortalBrowser browser, RentalOrder order, string laptops)
    {
        var form = (await browser.GetAsync(PathOf(order.Named, "cancel"))).ShouldBeOk().Form("form:has(input[name=ReturnsOn])");
        return form.Fill("Given[1]", laptops).Fill("Reason", "人数が減ったため");
    }

    private Task<IReadOnlyList<int>> HeldAsync(RentalOrder order) => App.World.OrderLines.AskAsync(rows => rows
        .Where(line => line.OrderId == order.Id).OrderBy(line => line.Position).Select(line => line.Held));

    private async Task<(int Quantity, int Cancelled, int Held)> LineAsync()
    {
        var id = await App.World.Orders.ReadAsync(row => row.Kind == OrderKind.Order, row => row.Id);
        var line = await App.World.OrderLines.ReadAsync(row => row.OrderId == id && row.Code == Laptop,
            row => new { row.Quantity, row.Cancelled, row.Held });
        return (line!.Quantity, line.Cancelled, line.Held);
    }
}
