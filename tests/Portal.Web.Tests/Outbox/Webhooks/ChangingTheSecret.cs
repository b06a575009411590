using Portal.TestKit.Webhooks;

namespace Portal.Web.Tests.Outbox.Webhooks;

/// <summary>An endpoint with two secrets.</summary>
public sealed class ChangingTheSecret : WebhookTest
{
    private readonly string former = WebhookReceiver.NewSecret();

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Portal:Webhooks:Endpoints:one:FormerSecret"] = former,
    };

    [Fact]
    public async Task WhileTheSecretIsChanged_BothOldAndNewReceiversBelieve()
    {
        await TellAsync("a", "new");
        await WorkAsync();
        Receiver.Secret = former;
        await TellAsync("a", "old");
        await WorkAsync();
        Receiver.Secret = WebhookReceiver.NewSecret();
        await TellAsync("a", "neither");
        await WorkAsync();

        Receiver.Received.Select(each => each.IsGenuine).ShouldBe([true, true, false]);
    }
}
