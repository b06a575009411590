using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Outbox;
using Portal.Web.Tests.Mail;

namespace Portal.Web.Tests.Outbox;

public sealed class ClaimingTests : OutboxTest
{
    [Fact]
    public async Task OB_01_TwoNodes_SendEachOf200RowsOnce()
    {
        await OweAsync([.. Enumerable.Range(0, 200).Select(i => $"reader{i}@example.jp")]);
        await using var second = App.SecondNode();

        var tries = await Task.WhenAll(App.SendMailAsync(), second.SendMailAsync());

        tries.Sum().ShouldBe(200);
        tries.ShouldAllBe(node => node > 0);
        World.Recipients.Distinct().Count().ShouldBe(200);
        World.Given.Count.ShouldBe(200);
        (await RowsAsync()).ShouldAllBe(row => row.State == OutboxState.Sent && row.ProtectedBody == null && row.Tries == 1);
    }

    [Fact]
    public async Task OB_02_AWorkerThatDiesAfterSending_LeavesAMailThatGoesAgainUnderTheSameMessageId()
    {
        await OweAsync("reader@example.jp");
        var killed = (await ClaimAsync()).Single();

        (await WorkAsync()).ShouldBe(0);
        App.Time.Advance(PastTheLease);
        (await WorkAsync()).ShouldBe(1);

        World.Given.Single().MessageId.ShouldBe(killed.MessageId);
        (await RowsAsync()).Single().Tries.ShouldBe(2);
    }

    [Fact]
    public async Task OB_03_AWorkerThatWakesPastItsLease_ChangesNothing()
    {
        await OweAsync("reader@example.jp");
        var late = (await ClaimAsync()).Single();
        App.Time.Advance(PastTheLease);
        await WorkAsync();

        (await SettleAsync(late, OutboxState.Failed)).ShouldBeFalse();

        (await RowsAsync()).Single().State.ShouldBe(OutboxState.Sent);
    }

    [Fact]
    public async Task OB_03_TheSecondWorkerMaySettle_WhileTheFirstMayNot()
    {
        await OweAsync("reader@example.jp");
        var first = (await ClaimAsync()).Single();
        App.Time.Advance(PastTheLease);
        var second = (await ClaimAsync()).Single();

        (await SettleAsync(first, OutboxState.Sent)).ShouldBeFalse();
        (await SettleAsync(second, OutboxState.Sent)).ShouldBeTrue();
    }

    [Fact]
    public async Task OB_05_AClockThatJumpsAhead_SendsNothingTwice()
    {
        await OweAsync("reader@example.jp");
        await WorkAsync();

        App.Time.Advance(TimeSpan.FromDays(365));

        (await WorkAsync()).ShouldBe(0);
        World.Given.Count.ShouldBe(1);
    }

    [Fact]
    public async Task OB_05_AClockThatIsSetBack_StarvesNoMail()
    {
        await OweAsync("new@example.jp");
        World.Answer = mail =>
            mail.Recipient == "again@example.jp" && World.Given.Count(given => given.Recipient == mail.Recipient) == 1
                ? new Delivery.Deferred("later")
                : null;
        App.Time.Advance(TimeSpan.FromDays(2));
        await OweAsync("again@example.jp", "dead@example.jp");
        var dead = await ClaimAsync(3);
        await SettleAsync(dead.Single(mail => mail.Recipient == "new@example.jp"), OutboxState.Waiting);

        App.Time.Advance(TimeSpan.FromDays(-4));

        await WorkAsync();
        World.Recipients.ShouldBe(["new@example.jp", "again@example.jp", "dead@example.jp"], ignoreOrder: true);
    }

    [Fact]
    public async Task OB_06_ABurstThatTheDatabaseHasNoStatisticsOf_IsClaimedWithinItsTimeLimit()
    {
        await OweAsync("reader@example.jp");
        await App.World.Mails.CopyAsync(_ => true, 10_000, (mail, number) =>
        {
            mail.Id = Guid.CreateVersion7();
            mail.BusinessKey = mail.MessageId = $"{number}";
            mail.Recipient = $"reader{number % 5000}@example.jp";
            mail.CreatedAt = mail.CreatedAt.AddSeconds(number);
        });

        (await ClaimAsync()).Count.ShouldBe(8);
        (await ClaimAsync()).Select(mail => mail.Recipient).ShouldBeUnique();
    }

    [Fact]
    public async Task AZ_21_MailOfASuspendedTenant_Waits()
    {
        var suspended = await MailTenant.AddAsync(App, profile => profile with { Slug = "suspended" }, suspended: true);
        await OweAsync("reader@example.jp");
        await App.World.Mails.ChangeAllAsync(mail => mail.TenantId, suspended);

        (await WorkAsync()).ShouldBe(0);

        (await App.World.Mails.ReadAsync(mail => mail.State)).ShouldBe(OutboxState.Waiting);
    }

    [Fact]
    public async Task ACommit_WakesTheWorker()
    {
        var waker = App.Services.GetRequiredService<OutboxWaker>();
        var waiting = waker.WaitAsync(OutboxChannel.Mail, TimeSpan.FromMinutes(5), CancellationToken.None);
        waiting.IsCompleted.ShouldBeFalse();

        await OweAsync("reader@example.jp");

        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task TheWorker_SendsByItself()
    {
        await using var node = await PortalApp.CreateAsync(
            new Dictionary<string, string?> { ["Portal:Workers"] = "true" },
                services => services.Replace(ServiceDescriptor.Singleton<IMailTransport>(World)));
        var tenant = await MailTenant.AddAsync(node);

        await node.InTenantAsync(MailTenant.Slug, services =>
            services.GetRequiredService<MailQueue>()
                .EnqueueAsync(new SampleMail(), new MailRecipient(tenant, "reader@example.jp"), "sample"));

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (World.Given.IsEmpty)
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
