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

    private static readonly Dictionary<string, string?> Usual = new() { ["Portal:Telephony:Secrets:homephone"] = Secret };

    protected PortalApp App { get; private set; } = null!;

    protected virtual IReadOnlyDictionary<string, string?> Settings => Usual;

    public async ValueTask InitializeAsync() => App = ReferenceEquals(Settings, Usual)
        ? await PortalApp.CreateSharedAsync("voice", Usual, _ => { })
        : await PortalApp.CreateAsync(Settings);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await App.DisposeAsync();
    }

    protected VoiceProvider Provider(params PortalApp[] nodes) =>
        new(Webhook, Secret, [.. (nodes.Length > 0 ? nodes : [App]).Select(node => node.CreateClient())]);
}
