using Portal.TestKit.Telephony;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Telephony;

/// <summary>Calls through the real webhook, told by a provider that knows nothing of our code.</summary>
public abstract class VoiceTest : IAsyncLifetime
{
    protected const string Secret = "secret-of-these-tests";
    protected const string Good = "20481593";
    protected const string Other = "73920416";
    protected static readonly Uri Webhook = new(PortalApp.BaseAddress, "/telephony/homephone/voice");

    protected PortalApp App { get; private set; } = null!;

    protected virtual IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?> { ["Portal:Telephony:Secrets:homephone"] = Secret };

    public async ValueTask InitializeAsync() => App = await PortalApp.CreateAsync(Settings);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await App.DisposeAsync();
    }

    protected VoiceProvider Provider(params PortalApp[] nodes) =>
        new(Webhook, Secret, [.. (nodes.Length > 0 ? nodes : [App]).Select(node => node.CreateClient())]);
}
