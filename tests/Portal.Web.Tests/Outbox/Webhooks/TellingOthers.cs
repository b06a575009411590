using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.TestKit.Webhooks;
using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Outbox;
using Portal.Web.Outbox.Webhooks;
using Portal.Web.Tests.Mail;

namespace Portal.Web.Tests.Outbox.Webhooks;

public sealed class TellingOthers : WebhookTest
{
    [Fact]
    public async Task AnEvent_ArrivesSignedAsStandardWebhooksSay()
    {
        await TellAsync("0312345678", "回線を追加 <b>");

        (await WorkAsync()).ShouldBe(1);

        var received = Receiver.Received.ShouldHaveSingleItem();
        received.IsGenuine.ShouldBeTrue();
        received.Id.ShouldStartWith("msg_");
        received.Timestamp.ShouldBe(App.Time.GetUtcNow().ToUnixTimeSeconds());
        var message = JsonDocument.Parse(received.Body).RootElement;
        message.GetProperty("type").GetString().ShouldBe("sample.said");
        message.GetProperty("timestamp").GetDateTimeOffset().ShouldBe(App.Time.GetUtcNow(), TimeSpan.FromSeconds(1));
        message.GetProperty("data").EnumerateObject().ShouldHaveSingleItem().Value.GetString().ShouldBe("回線を追加 <b>");
        received.Headers.ShouldNotContain("traceparent");
        received.Headers.ShouldNotContain("Cookie");
        var row = (await RowsAsync()).Single();
        (row.State, row.ProtectedBody, row.MessageId).ShouldBe((OutboxState.Sent, null, received.Id));
    }

    [Fact]
    public async Task AReceiverWithAnotherSecret_SeesThatItIsNotForIt()
    {
        Receiver.Secret = WebhookReceiver.NewSecret();
        await TellAsync("a", "x");

        await WorkAsync();

        Receiver.Received.ShouldHaveSingleItem().IsGenuine.ShouldBeFalse();
    }

    [Fact]
    public async Task AnEventWhoseCauseIsUndone_IsToldToNobody()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => App.InTenantAsync(MailTenant.Slug, async services =>
        {
            await services.GetRequiredService<WebhookQueue>().EnqueueAsync(new SampleWebhook("x"), "a", "1");
            throw new InvalidOperationException();
        }));

        (await RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ML_03_TheSameBusinessKey_IsOneEvent_AndNoneOfTheMails()
    {
        var mail = App.InTenantAsync(MailTenant.Slug, services => services.GetRequiredService<MailQueue>().EnqueueAsync(new SampleMail(),
            new MailRecipient(services.GetRequiredService<Portal.Web.Tenancy.CurrentTenant>().Value.Id, "reader@example.jp"), "order/1"));
        await mail;
        (await TellInAsync(MailTenant.Slug, "a", "once", "order/1")).ShouldBeTrue();
        (await TellInAsync(MailTenant.Slug, "a", "twice", "order/1")).ShouldBeTrue();

        await WorkAsync();

        Said.ShouldBe(["once"]);
        World.Given.ShouldBeEmpty();
    }

    [Fact]
    public async Task WhereNobodyListens_NothingIsQueued()
    {
        (await TellInAsync("control", "a", "x")).ShouldBeFalse();

        (await App.World.Mails.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task OB_01_TwoNodes_TellEachEventOnce()
    {
        for (var i = 0; i < 40; i++)
        {
            await TellAsync("key" + i, "event " + i);
        }

        await using var second = App.SecondNode();

        await Task.WhenAll(DrainAsync(App), DrainAsync(second));

        Receiver.Received.Count.ShouldBe(40);
        Said.ShouldBeUnique();
        (await RowsAsync()).ShouldAllBe(row => row.State == OutboxState.Sent && row.Tries == 1);
    }

    [Fact]
    public async Task OB_02_AWorkerThatDiesBetweenSendingAndCommitting_LeavesAnEventThatGoesAgainUnderTheSameId()
    {
        await TellAsync("a", "x");
        await App.WithServicesAsync(async services =>
        {
            var row = (await services.GetRequiredService<OutboxRows>().ClaimAsync(OutboxChannel.Webhook, 8, [], CancellationToken.None))
                .Single();
            var channel = services.GetServices<IOutboxChannel>().Single(each => each.Channel == OutboxChannel.Webhook);
            (await channel.DeliverAsync(row, CancellationToken.None)).ShouldBeOfType<Delivery.Accepted>();
        });

        (await WorkAsync()).ShouldBe(0);
        App.Time.Advance(PastTheLease);
        (await WorkAsync()).ShouldBe(1);

        var (first, second) = (Receiver.Received.First(), Receiver.Received.Last());
        Receiver.Received.Count.ShouldBe(2);
        (second.Id, second.Body, second.IsGenuine).ShouldBe((first.Id, first.Body, true));
        second.Timestamp.ShouldBeGreaterThan(first.Timestamp);
    }

    [Fact]
    public async Task OB_04_TheEventsOfOneKey_KeepTheirOrder_AlsoWhenTheFirstOneFails()
    {
        var down = true;
        Receiver.Answer = (webhook, context) =>
        {
            context.Response.StatusCode = down && SaidBy(webhook) == "一" ? 500 : 200;
            return Task.CompletedTask;
        };
        await TellAsync("a", "一", "二", "三");
        await TellAsync("b", "他");

        await DrainAsync(App);
        Said.ShouldBe(["一", "他"], ignoreOrder: true);
        down = false;
        App.Time.Advance(TimeSpan.FromMinutes(2));
        await DrainAsync(App);

        Said.Where(says => says != "他").ShouldBe(["一", "一", "二", "三"]);
        Receiver.Received.Where(each => SaidBy(each) == "一").Select(each => each.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task OB_04_SeveralEventsOfOneTransaction_KeepTheirOrder()
    {
        var sayings = Enumerable.Range(0, 20).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
        await App.InTenantAsync(MailTenant.Slug, async services =>
        {
            var queue = services.GetRequiredService<WebhookQueue>();
            foreach (var says in sayings)
            {
                await queue.EnqueueAsync(new SampleWebhook(says), "a", says);
            }
        });

        await DrainAsync(App);

        Said.ShouldBe(sayings);
    }

    [Fact]
    public async Task OB_04_AReceiverThatAlwaysFails_IsGivenUpAfterEightTries_AndTriedAgainByStaff()
    {
        var down = true;
        Receiver.Answer = async (_, context) =>
        {
            context.Response.StatusCode = down ? 500 : 200;
            await context.Response.WriteAsync("<script>alert('secret')</script>");
        };
        await TellAsync("a", "x");

        while ((await RowsAsync()).Single() is { State: OutboxState.Waiting } row)
        {
            App.Time.Set(row.NextTryAt);
            (await WorkAsync()).ShouldBe(1);
        }

        var dead = (await RowsAsync()).Single();
        (dead.State, dead.Tries, dead.LastError).ShouldBe((OutboxState.Failed, 8, "HTTP 500"));
        down = false;
        (await App.InTenantAsync(MailTenant.Slug, services => services.GetRequiredService<OutboxActs>().RetryAsync(dead))).ShouldBeTrue();
        await WorkAsync();
        (await RowsAsync()).Single().State.ShouldBe(OutboxState.Sent);
        Receiver.Received.Count.ShouldBe(9);
        Receiver.Received.Select(each => each.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task AnEndpointThatIsGone_IsNotAskedAgain()
    {
        Receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = StatusCodes.Status410Gone;
            return Task.CompletedTask;
        };
        await TellAsync("a", "x");

        await WorkAsync();

        (await RowsAsync()).Single().State.ShouldBe(OutboxState.Failed);
    }

    [Fact]
    public async Task ARedirect_IsNotFollowed()
    {
        Receiver.Answer = (_, context) =>
        {
            context.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };
        await TellAsync("a", "x");

        await WorkAsync();

        Receiver.Received.Count.ShouldBe(1);
        (await RowsAsync()).Single().LastError.ShouldBe("HTTP 307: a redirect, which is not followed.");
    }

    [Fact]
    public async Task AnAnswerWithoutEnd_IsNotRead()
    {
        var gone = new TaskCompletionSource();
        Receiver.Answer = async (_, context) =>
        {
            using var seen = context.RequestAborted.Register(() => gone.TrySetResult());
            context.Response.StatusCode = StatusCodes.Status200OK;

            // More than is read of any answer, and then nothing: whoever reads on waits for what does not come.
            await context.Response.BodyWriter.WriteAsync(new byte[2 * 1024 * 1024]);
            await gone.Task;
        };
        await TellAsync("a", "x");

        await WorkAsync();

        (await RowsAsync()).Single().State.ShouldBe(OutboxState.Sent);
        await gone.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task OB_04_AReceiverThatHangs_HoldsUpNeitherMailsNorOtherKeys()
    {
        var answer = new TaskCompletionSource();
        Receiver.Answer = (webhook, _) => SaidBy(webhook) == "hang" ? answer.Task : Task.CompletedTask;
        await TellAsync("a", "hang", "behind it");
        var hanging = WorkAsync();
        await Receiver.UntilAsync(1);
        await TellAsync("b", "other key");
        await App.InTenantAsync(MailTenant.Slug, services => services.GetRequiredService<MailQueue>().EnqueueAsync(new SampleMail(),
            new MailRecipient(services.GetRequiredService<Portal.Web.Tenancy.CurrentTenant>().Value.Id, "reader@example.jp"), "mail"));

        var others = App.Services.GetRequiredService<OutboxDispatcher>().RunOnceAsync(CancellationToken.None);
        await Receiver.UntilAsync(2);
        await UntilMailedAsync();

        Said.ShouldBe(["hang", "other key"]);
        hanging.IsCompleted.ShouldBeFalse();
        answer.SetResult();
        await Task.WhenAll(hanging, others);
        await DrainAsync(App);
        Said.ShouldBe(["hang", "other key", "behind it"]);
    }

    [Fact]
    public async Task OB_04_ATenantWhoseReceiverHangsOnEverything_LeavesRoomForOthers()
    {
        var answer = new TaskCompletionSource();
        Receiver.Answer = (webhook, _) => SaidBy(webhook) == "hang" ? answer.Task : Task.CompletedTask;
        for (var i = 0; i < 40; i++)
        {
            await TellAsync("key" + i, "hang");
        }

        var hanging = WorkAsync();
        await Receiver.UntilAsync(2);
        await TellInAsync(Other, "a", "of another tenant");
        var others = WorkAsync();
        await Receiver.UntilAsync(3);

        Said.ShouldBe(["hang", "hang", "of another tenant"]);
        answer.SetResult();
        await Task.WhenAll(hanging, others);
    }

    private static async Task DrainAsync(PortalApp node)
    {
        while (await WorkAsync(node) > 0)
        {
        }
    }

    private async Task UntilMailedAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (World.Given.IsEmpty)
        {
            await Task.Delay(10, limit.Token);
        }
    }
}
