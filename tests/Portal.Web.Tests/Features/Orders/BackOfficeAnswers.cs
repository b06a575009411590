using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Orders;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Orders;

public sealed class BackOfficeAnswers : OrderTest
{
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

    [Fact]
    public async Task FD_02_ORDER_5_WhenTheTransactionFails_NeitherRowNorEventNorMailNorMessageIsThere()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => App.InTenantAsync<int>(Tenant, async services =>
        {
            var db = services.GetRequiredService<Web.Data.PortalDbContext>();
            var user = await db.Users.FindAsync([db.Scope.Current, AuthorId]);
            var order = new Web.Data.Entities.RentalOrder
            {
                Id = Guid.CreateVersion7(),
                Kind = OrderKind.Order,
                ContractId = user!.ContractId!.Value,
                CreatedAt = App.Time.GetUtcNow(),
                Address = Address(),
            };
            await services.GetRequiredService<Web.Domain.Orders.OrderRecords>().SubmitAsync(order, null);
            await db.SaveChangesAsync();
            throw new InvalidOperationException("The connection is gone.");
        }));

        (await App.World.Orders.CountAsync()).ShouldBe(0);
        (await App.World.Audit.CountAsync("order-submitted")).ShouldBe(0);
        (await ToldAsync()).ShouldBeEmpty();
        (await MailedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ORDER_5_ADMIN_5_TheDesk_SetsResults_WithAReason_AndMail()
    {
        var order = await PlaceAsync();
        var desk = await AgentAsync();
        (await desk.GetAsync("/admin")).ShouldBeOk().ShouldShow("対応待ちの申し込み");
        var page = await (await desk.GetAsync("/admin/orders")).ShouldBeOk().ShouldShow("R0000001").ClickAsync("R0000001");

        var ask = await page.ShouldBeOk().ShouldShow("試験株式会社").ClickAsync("受付完了にする");
        (await ask.ShouldBeOk().Form().SubmitAsync("受付完了にする")).ShouldBeRefused().ShouldShow("理由を入力してください");
        var done = await ask.Form().Fill("Reason", "在庫を確保しました").SubmitAsync("受付完了にする");

        (await done.ShouldRedirectTo("/admin/orders/rental/R0000001").FollowAsync()).ShouldShow("受付完了にしました").ShouldShow("手配済みにする");
        (await StatusAsync(order.Named)).ShouldBe(OrderStatus.Accepted);
        (await MailedAsync()).Count.ShouldBe(2);
        (await (await SignedInAsync()).GetAsync(PathOf(order.Named))).ShouldShow("在庫を確保しました").ShouldShow("手配中");
        (await (await ask.Form().Fill("Reason", "もう一度").SubmitAsync("受付完了にする")).FollowAsync()).ShouldShow("状態が変わったため");
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
