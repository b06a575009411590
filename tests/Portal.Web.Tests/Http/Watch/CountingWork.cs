using Microsoft.Extensions.Options;
using Portal.Web.Data.Connections;
using Portal.Web.Outbox;
using Portal.Web.Tests.Features.SignIn;
using Portal.Web.Tests.Outbox;

namespace Portal.Web.Tests.Http.Watch;

/// <summary>What happens behind the pages, in numbers.</summary>
[Collection(nameof(CountersOfTheProcess))]
public sealed class CountingWork : OutboxTest
{
    [Fact]
    public async Task ADMIN_13_Mails_AreCountedWhenTheyAreOwed_AndByWhatBecomesOfThem()
    {
        using var queued = new MeterReading("portal.outbox.queued", "Mail", "channel");
        using var sent = new MeterReading("portal.outbox.tries", "Sent", "outcome");
        using var waiting = new MeterReading("portal.outbox.tries", "Waiting", "outcome");
        using var failed = new MeterReading("portal.outbox.tries", "Failed", "outcome");
        World.Answer = mail => mail.Recipient switch
        {
            "later@example.jp" => new Delivery.Deferred("451 try later"),
            "nobody@example.jp" => new Delivery.Refused("550 no such user"),
            _ => null,
        };

        await OweAsync("one@example.jp", "two@example.jp", "later@example.jp", "nobody@example.jp");
        queued.Total.ShouldBe(4);
        await WorkAsync();

        (sent.Total, waiting.Total, failed.Total).ShouldBe((2, 1, 1));
        queued.Total.ShouldBe(4);
    }

    [Fact]
    public async Task ADMIN_13_ATenantsShareOfConnections_IsCountedTakenAndRefused()
    {
        using var held = new MeterReading("portal.connections.held", "all", "share");
        using var waiting = new MeterReading("portal.connections.waiting", "all", "share");
        using var refused = new MeterReading("portal.connections.refusals", "all", "share");
        var shares = new ConnectionShares(Options.Create(new ConnectionShareOptions { TenantShare = 1, TenantQueue = 0 }));

        using (await shares.EnterAsync(TenantId))
        {
            held.Total.ShouldBe(1);
            await Should.ThrowAsync<TimeoutException>(() => shares.EnterAsync(TenantId));
        }

        (held.Total, waiting.Total, refused.Total).ShouldBe((0, 0, 1));
    }
}
