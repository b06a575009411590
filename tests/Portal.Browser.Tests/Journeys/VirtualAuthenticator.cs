using Microsoft.Playwright;

namespace Portal.Browser.Tests.Journeys;

/// <summary>
/// A device with a fingerprint reader, as the browser itself pretends one (Chrome DevTools Protocol, domain WebAuthn).
/// </summary>
internal sealed class VirtualAuthenticator
{
    private readonly ICDPSession session;
    private readonly string id;

    private VirtualAuthenticator(ICDPSession session, string id) => (this.session, this.id) = (session, id);

    public static async Task<VirtualAuthenticator> AttachAsync(Window window)
    {
        var session = await window.Page.Context.NewCDPSessionAsync(window.Page);
        await session.SendAsync("WebAuthn.enable");
        var answer = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = false,
            },
        });
        return new VirtualAuthenticator(session, answer!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether somebody's finger lies on the reader.</summary>
    public Task TouchAsync(bool touched) =>
        session.SendAsync(
            "WebAuthn.setAutomaticPresenceSimulation",
            new Dictionary<string, object> { ["authenticatorId"] = id, ["enabled"] = touched });

    public async Task<int> CredentialsAsync()
    {
        var answer = await session.SendAsync("WebAuthn.getCredentials", new Dictionary<string, object> { ["authenticatorId"] = id });
        return answer!.Value.GetProperty("credentials").GetArrayLength();
    }
}
