using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Orders;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Domain.Orders.Moves;

namespace Portal.Web.Tests.Features.Orders;

public sealed class BackOfficeAnswers : OrderTest
{
    private const string Invited = "invited@rental.example.jp";

    private static readonly OrderNumber First = new(OrderKind.Order, 1);

    [Fact]
    public async Task ORDER_5_AcceptedAndArranged_ShownInTheHistory_AndMailed()
    {
        await PlaceAsync();

        (await AnswerAsync(First, "accepted", "在庫を確保しました")).ShouldBe(HttpStatusCode.NoContent);
        (await AnswerAsync(First, "arranged", id: "msg_2")).ShouldBe(HttpStatusCode.NoContent);

        (await StatusAsync(First)).ShouldBe(OrderStatus.Arranged);
        (await (await SignedInAsync()).GetAsync(List)).ShouldShow("受付完了").ShouldShow("手配済み");
        (await MailedAsync()).Count(subject => subject.Contains("R0000001", StringComparison.Ordinal)).ShouldBe(3);
        (await App.World.Audit.CountAsync("order-accepted")).ShouldBe(1);
        (await App.World.Audit.CountAsync("order-arranged")).ShouldBe(1);
        (await App.World.Orders.ReadAsync(row => new { row.DecidedBy, row.Reason, row.WaitingSince })).ShouldBe(
            new { DecidedBy = (string?)"backoffice", Reason = (string?)"在庫を確保しました", WaitingSince = (DateTimeOffset?)null });
    }

    [Fact]
    public async Task ORDER_5_WhatWasSaidAtTheAcceptance_StaysWhenTheGoodsAreArranged()
    {
        await PlaceAsync();

        await AnswerAsync(First, "accepted", "在庫を確保しました");
        await AnswerAsync(First, "arranged", "5月20日に発送します", id: "msg_2");

        (await App.World.Orders.ReadAsync(row => row.Reason)).ShouldBe("在庫を確保しました\n5月20日に発送します");
        (await (await SignedInAsync()).GetAsync(PathOf(First))).ShouldBeOk().ShouldShow("在庫を確保しました").ShouldShow("5月20日に発送します");
    }

    [Fact]
    public async Task ORDER_5_OfWhatTheBackOfficeSays_NothingIsCut_ItIsRefusedWhereThereIsNoRoom()
    {
        await PlaceAsync();
        var (accepted, arranged) = (new string('在', OrderLimits.Reason), new string('発', OrderLimits.Reason - 1));

        (await AnswerAsync(First, "accepted", accepted + "庫")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AnswerAsync(First, "accepted", accepted, id: "msg_2")).ShouldBe(HttpStatusCode.NoContent);
        (await AnswerAsync(First, "arranged", arranged + "送", id: "msg_3")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await StatusAsync(First)).ShouldBe(OrderStatus.Accepted);
        (await AnswerAsync(First, "arranged", arranged, id: "msg_4")).ShouldBe(HttpStatusCode.NoContent);

        (await App.World.Orders.ReadAsync(row => row.Reason)).ShouldBe(accepted + "\n" + arranged);
    }

    [Fact]
    public async Task ORDER_5_WhoArranges_IsToldHowMuchRoomIsLeftBesideTheAcceptance_AndLosesNothing()
    {
        var order = await PlaceAsync();
        await MoveAsync(order, OrderMove.Accept, new string('在', OrderLimits.Reason));
        var agent = await AgentAsync();
        var arranged = new string('発', OrderLimits.Reason);

        var again = (await (await agent.GetAsync("/admin/orders/rental/R0000001/arrange")).ShouldBeOk().Form().Fill("Reason", arranged)
            .SubmitAsync()).ShouldBeRefused().ShouldShow("ここには499文字まで入力できます");

        again.Find("[name=Reason]").TextContent.Trim().ShouldBe(arranged);
        (await StatusAsync(First)).ShouldBe(OrderStatus.Accepted);
        (await again.Form().Fill("Reason", new string('発', OrderLimits.Reason - 1)).SubmitAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.Orders.ReadAsync(row => row.Reason)).ShouldNotBeNull().Length.ShouldBe(2 * OrderLimits.Reason);
    }

    /// <summary>Accepted before room was kept: a reason has no place, and the goods are arranged without.</summary>
    [Fact]
    public async Task ORDER_5_WhereTheAcceptanceTookAllRoom_OneIsToldToSayNothing()
    {
        var order = await PlaceAsync();
        await MoveAsync(order, OrderMove.Accept);
        var accepted = new string('在', 2 * OrderLimits.Reason);
        await App.World.Orders.ChangeAsync(row => row.Id == order.Id, row => row.Reason, accepted);
        var agent = await AgentAsync();

        var form = (await agent.GetAsync("/admin/orders/rental/R0000001/arrange")).ShouldBeOk().ShouldShow("空欄のまま登録してください");
        var again = (await form.Form().Fill("Reason", "発送します").SubmitAsync()).ShouldBeRefused();
        again.Find("#Reason-error").TextContent.ShouldContain("空欄のまま登録してください");

        (await again.Form().Fill("Reason", "").SubmitAsync()).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await StatusAsync(First)).ShouldBe(OrderStatus.Arranged);
        (await App.World.Orders.ReadAsync(row => row.Reason)).ShouldBe(accepted);
    }

    /// <summary>In signs that take two units each: who accepts leaves room for who arranges.</summary>
    [Fact]
    public async Task ORDER_5_WhoAccepts_LeavesRoomForWhoArranges()
    {
        var order = await PlaceAsync();

        (await MoveAsync(order, OrderMove.Accept, string.Concat(Enumerable.Repeat("😀", OrderLimits.Reason))))
            .ShouldBeOfType<OrderOutcome.TooLong>().Left.ShouldBe(OrderLimits.Reason);

        (await StatusAsync(First)).ShouldBe(OrderStatus.Received);
    }

    [Fact]
    public async Task USER_3_ORDER_5_WhoIsMerelyInvited_IsToldNothingOfAnOrder()
    {
        await PlaceAsync();
        await new Account(Tenant, LoginId)
        {
            Contract = LoginId,
            Email = Invited,
            Password = null,
            EmailConfirmed = false,
            With = user => user.InvitedAt = App.Time.GetUtcNow(),
        }.AddToAsync(App);
        await App.World.Accounts.DisableAsync(AuthorId);

        await AnswerAsync(First, "accepted");

        (await MailedAsync(Colleague)).ShouldHaveSingleItem();
        (await MailedAsync(Invited)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ORDER_5_ML_03_TheSameAnswerFiveTimes_OnTwoNodesAtOnce_HasOneEffect()
    {
        await PlaceAsync();
        await using var other = App.SecondNode();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5)
            .Select(i => Task.Run(() => AnswerAsync(First, "accepted", node: i % 2 == 0 ? App : other))));

        answers.ShouldAllBe(answer => answer == HttpStatusCode.NoContent);
        (await App.World.Audit.CountAsync("order-accepted")).ShouldBe(1);
        (await App.World.OrderDocuments.CountAsync()).ShouldBe(2);
        (await MailedAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task ORDER_5_WhatContradictsAResult_IsAConflict_AndChangesNothing()
    {
        await PlaceAsync();
        await AnswerAsync(First, "failed", "在庫がありません");

        (await AnswerAsync(First, "accepted", id: "msg_2")).ShouldBe(HttpStatusCode.Conflict);
        (await AnswerAsync(First, "arranged", id: "msg_3")).ShouldBe(HttpStatusCode.Conflict);
        (await StatusAsync(First)).ShouldBe(OrderStatus.Failed);
        (await MailedAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task ORDER_5_WhatIsNotSignedRightNow_IsRefused()
    {
        await PlaceAsync();
        const string other = "whsec_YW5vdGhlci1zZWNyZXQtb2Ytc29tZWJvZHktZWxzZQ==";

        (await AnswerAsync(First, "accepted", secret: other)).ShouldBe(HttpStatusCode.Forbidden);
        (await AnswerAsync(First, "accepted", secondsAgo: 301)).ShouldBe(HttpStatusCode.Forbidden);
        (await AnswerAsync(First, "accepted", secondsAgo: -301)).ShouldBe(HttpStatusCode.Forbidden);
        (await AnswerAsync(First, "accepted", tenant: "control")).ShouldBe(HttpStatusCode.NotFound);
        (await AnswerAsync(First, "accepted", tenant: "nowhere")).ShouldBe(HttpStatusCode.NotFound);
        (await AnswerAsync(First, "perhaps")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AnswerAsync(new(OrderKind.Order, 7), "accepted")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(First)).ShouldBe(OrderStatus.Received);
        (await App.World.Audit.CountAsync("order-accepted")).ShouldBe(0);
    }

    /// <summary>Mails are written last: what fails there undoes all that was written before.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FD_02_ORDER_4_WhenTheMailCannotBeWritten_NothingIsThere_AndTheSameFormIsSentAgain(bool cutsConnection)
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 1);
        var check = await (await FilledAsync(browser)).SubmitAsync("check");
        var form = check.SameForm("form:has(button[value=save])");
        await App.World.Mails.BreakAsync(cutsConnection);

        ((int)(await form.SubmitAsync("save")).Status).ShouldBeGreaterThanOrEqualTo(500);

        (await App.World.Orders.CountAsync()).ShouldBe(0);
        (await App.World.OrderLines.CountAsync()).ShouldBe(0);
        (await App.World.Audit.CountAsync("order-submitted")).ShouldBe(0);
        (await ToldAsync()).ShouldBeEmpty();
        (await MailedAsync()).ShouldBeEmpty();
        (await App.World.BasketLines.CountAsync()).ShouldBe(1);
        await App.World.Mails.MendAsync();
        (await form.SubmitAsync("save")).ShouldRedirectTo(PathOf(First) + "?created=true");
        (await MailedAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task FD_02_ORDER_5_WhenTheMailCannotBeWritten_AnAnswerIsNone_AndComesAgain()
    {
        await PlaceAsync();
        var told = await MailedAsync();
        await App.World.Mails.BreakAsync(cutsConnection: false);

        ((int)await AnswerAsync(First, "accepted")).ShouldBeGreaterThanOrEqualTo(500);

        (await StatusAsync(First)).ShouldBe(OrderStatus.Received);
        (await App.World.OrderDocuments.CountAsync()).ShouldBe(0);
        (await App.World.Audit.CountAsync("order-accepted")).ShouldBe(0);
        (await MailedAsync()).ShouldBe(told);
        await App.World.Mails.MendAsync();
        (await AnswerAsync(First, "accepted")).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(First)).ShouldBe(OrderStatus.Accepted);
    }

    [Fact]
    public async Task ORDER_5_ADMIN_5_TheDesk_SetsResults_WithAReason_AndMail()
    {
        var order = await PlaceAsync();
        var desk = await AgentAsync();
        (await desk.GetAsync("/admin")).ShouldBeOk().ShouldShow("対応待ちの申し込み");
        var page = await (await desk.GetAsync("/admin/orders")).ShouldBeOk().ShouldShow("R0000001").ClickAsync("R0000001");

        var ask = await page.ShouldBeOk().ShouldShow("試験株式会社").ClickAsync("受付完了に変更");
        (await ask.ShouldBeOk().Form().SubmitAsync("受付完了に変更")).ShouldBeRefused().ShouldShow("理由を入力してください");
        var done = await ask.Form().Fill("Reason", "在庫を確保しました").SubmitAsync("受付完了に変更");

        (await done.ShouldRedirectTo("/admin/orders/rental/R0000001").FollowAsync()).ShouldShow("受付完了にしました").ShouldShow("手配済みに変更");
        (await StatusAsync(order.Named)).ShouldBe(OrderStatus.Accepted);
        (await MailedAsync()).Count.ShouldBe(2);
        (await (await SignedInAsync()).GetAsync(PathOf(order.Named))).ShouldShow("在庫を確保しました").ShouldShow("手配中");
        var again = await ask.Form().Fill("Reason", "もう一度").SubmitAsync("受付完了に変更");
        again.ShouldBe(HttpStatusCode.Conflict).ShouldShow("状態が変わったため").ShouldShow("受付完了");
        again.Find("textarea[name=Reason]").TextContent.Trim().ShouldBe("もう一度");
    }

    /// <summary>The lists as they open are put together once; under a condition, which all meet, each time.</summary>
    [Fact]
    public async Task ADMIN_5_PERF_2_TheDesksLists_AsTheyOpen_AreWhatTheyAreUnderACondition()
    {
        await PlaceAsync(OrderKind.Quote, months: 3, chairs: 0);
        await PlaceAsync();
        await PlaceAsync(laptops: 0, chairs: 2);
        await App.World.Orders.ChangeAsync(row => row.Number == 2, row => row.WaitingSince, (DateTimeOffset?)null);
        var desk = await AgentAsync();
        (string Name, int Rows)[] views = [("waiting", 2), ("quotes", 1), ("orders", 2), ("cancellations", 0), ("all", 3)];
        foreach (var (language, view) in from language in new[] { "ja", "en", "ja" } from view in views select (language, view))
        {
            var address = $"/admin/orders?view={view.Name}&culture={language}";
            var rows = (await desk.GetAsync(address)).ShouldBeOk().Texts("tbody tr");

            rows.ShouldBe((await desk.GetAsync(address + "&from=2020-01-01")).ShouldBeOk().Texts("tbody tr"), address);
            rows.Count.ShouldBe(view.Rows, address);
            rows.Any(row => row.Contains("Office chair", StringComparison.Ordinal))
                .ShouldBe(language == "en" && view.Name is "orders" or "all", address);
            rows.Any(row => row.Contains(language == "en" ? "Laptop and 1 more" : "ノートパソコン ほか1点", StringComparison.Ordinal))
                .ShouldBe(view.Name is "waiting" or "orders" or "all", address);
        }
    }

    [Fact]
    public async Task ORDER_5_SAFE_1_WhoDecidesAboutAnOlderPage_DecidesNothing()
    {
        var order = await PlaceAsync();
        var desk = await AgentAsync();
        var ask = (await desk.GetAsync("/admin/orders/rental/R0000001/accept")).ShouldBeOk().Form();
        await App.World.Orders.ChangeAsync(row => row.Id == order.Id, row => row.Version, order.Version + 1);

        var again = (await ask.Fill("Reason", "在庫を確保しました").SubmitAsync("受付完了に変更"))
            .ShouldBe(HttpStatusCode.Conflict).ShouldShow("状態が変わったため");

        (await StatusAsync(First)).ShouldBe(OrderStatus.Received);
        again.Find("textarea[name=Reason]").TextContent.Trim().ShouldBe("在庫を確保しました");
        (await again.Form().SubmitAsync("受付完了に変更")).ShouldRedirectTo("/admin/orders/rental/R0000001");
        (await StatusAsync(First)).ShouldBe(OrderStatus.Accepted);
    }

    [Theory]
    [InlineData("千代田1-1")]
    [InlineData("東京都千代田区")]
    [InlineData("1000001")]
    [InlineData("ｻﾄｳ ﾊﾅｺ")]
    public async Task ORDER_5_ADMIN_5_TheDesk_FindsByTheAddress(string typed)
    {
        await PlaceAsync();
        var desk = await AgentAsync();

        (await desk.GetAsync("/admin/orders?q=" + Uri.EscapeDataString(typed))).ShouldBeOk().ShouldShow("R0000001");
        (await desk.GetAsync("/admin/orders?q=" + Uri.EscapeDataString("千代田9-9"))).ShouldBeOk().ShouldNotShow("R0000001")
            .Texts(".p-tabs__count").ShouldAllBe(count => count == "0", "tabs count what is searched for (FACE-5)");
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("&q=R0000002", 1)]
    [InlineData("&from=2027-01-01", 0)]
    [InlineData("&author=0190a000-0000-7000-8000-000000000001", 0)]
    public async Task ORDER_5_FACE_5_TheDesk_SaysHowManyThereAre(string conditions, int count)
    {
        await PlaceAsync();
        await PlaceAsync();
        var desk = await AgentAsync();

        var page = (await desk.GetAsync("/admin/orders?view=waiting" + conditions)).ShouldBeOk();
        page.Texts("tbody tr").Count.ShouldBe(count);
        page.Text.Contains($"（{count}件）", StringComparison.Ordinal).ShouldBe(count > 0);
    }

    [Fact]
    public async Task ORDER_5_CANCEL_1_WhatIsFetched_IsNotCalledADelivery()
    {
        var order = await RunningAsync();
        await CancelAsync(order);
        var desk = await AgentAsync();

        var brought = (await desk.GetAsync("/admin/orders/rental/R0000001")).ShouldBeOk();
        brought.Texts("dt").ShouldContain("お届け先");
        brought.Texts("dt").ShouldContain("お届けの時間帯");
        var fetched = (await desk.GetAsync("/admin/orders/rental/C0000001")).ShouldBeOk();
        fetched.Texts("dt").ShouldContain("引取先");
        fetched.Texts("dt").ShouldContain("解約の理由");
        fetched.Text.ShouldNotContain("お届け");
        (await fetched.ClickAsync("受付完了に変更")).ShouldBeOk().ShouldShow("試験");
    }

    [Fact]
    public async Task ORDER_5_CANCEL_1_TheDesk_SeesWhatRuns_AndForHowLongAnAmountIs()
    {
        var order = await RunningAsync();
        await PlaceAsync(months: 3);
        var desk = await AgentAsync();
        const string Page = "/admin/orders/rental/";
        var whole = (await desk.GetAsync(Page + order.Named)).ShouldBeOk().ShouldShow("月額合計（税込）56,218円").ShouldNotShow("申込時の");
        whole.Texts("thead th").ShouldBe(["品名", "数量", "月額単価（税抜）"]);
        (await desk.GetAsync(Page + "R0000002")).ShouldBeOk().ShouldNotShow("月額合計").Texts("dt").ShouldContain("合計（税込）");

        await CancelAsync(order);
        await AnswerAsync(new(OrderKind.Cancellation, 1), "accepted");
        await CancelAsync(order);

        var part = (await desk.GetAsync(Page + order.Named)).ShouldBeOk();
        part.Texts("thead th").ShouldBe(["品名", "数量", "解約済み", "解約申込中", "利用中", "月額単価（税抜）"]);
        part.Texts("tbody tr")[0].ShouldBe("ノートパソコン PC-1 10 1 1 9 4,800円");
        part.ShouldShow("申込時の月額合計（税込）56,218円").ShouldShow("現在の月額（税込）50,938円");
        (await desk.GetAsync(Page + "C0000001")).Texts("thead th").ShouldBe(["品名", "数量", "月額単価（税抜）", "解約金"]);
    }

    [Fact]
    public async Task AZ_01_ORDER_5_WhoLooksAfterAnotherTenant_SeesNoneOfIt()
    {
        await PlaceAsync();
        var other = await AgentAsync("elsewhere@portal.test", "control");

        (await other.GetAsync("/admin/orders")).ShouldBeOk().ShouldNotShow("R0000001");
        (await other.GetAsync("/admin/orders/rental/R0000001")).ShouldBeNotFound();
        (await CraftAsync(other, "/admin/account/password", "/admin/orders/rental/R0000001/accept", ("Reason", "x"))).ShouldBeNotFound();
        (await StatusAsync(First)).ShouldBe(OrderStatus.Received);
    }
}
