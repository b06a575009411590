using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Outbox.Webhooks;

/// <summary>A short time limit.</summary>
public sealed class WaitingInVain : WebhookTest
{
    protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Portal:Webhooks:TimeoutSeconds"] = "1" };

    [Fact]
    public async Task OB_04_AReceiverThatNeverAnswers_IsLeftAfterTheTimeLimit()
    {
        Receiver.Answer = (_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await TellAsync("a", "x");

        await WorkAsync();

        var row = (await RowsAsync()).Single();
        (row.State, row.LastError).ShouldBe((OutboxState.Waiting, "No answer within 1 seconds."));
    }
}
