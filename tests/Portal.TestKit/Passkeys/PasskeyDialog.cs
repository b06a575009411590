using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.TestKit.Passkeys;

/// <summary>What the script of a page with a passkey button does: fetches a challenge, and sends the answer.</summary>
public sealed class PasskeyDialog
{
    private readonly PortalBrowser browser;
    private readonly string token;
    private readonly string verify;
    private readonly string? returnUrl;

    private PasskeyDialog(PortalBrowser browser, PortalPage page) => (this.browser, token, verify, returnUrl) =
        (browser, page.Find("[data-passkey] input[name=__RequestVerificationToken]").GetAttribute("value")!,
            page.Find("[data-passkey]").GetAttribute("data-verify")!, page.Find("[data-passkey]").GetAttribute("data-return"));

    public Guid Ceremony { get; set; }

    public JsonElement Options { get; private set; }

    /// <summary>The answer to the request for options, whatever it was.</summary>
    public PortalPage Offer { get; private set; } = null!;

    /// <param name="page">The page with the button.</param>
    public static async Task<PasskeyDialog> OpenAsync(PortalBrowser browser, string page)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var shown = (await browser.GetAsync(page)).ShouldBeOk();
        var dialog = new PasskeyDialog(browser, shown);
        dialog.Offer = await dialog.PostAsync(shown.Find("[data-passkey]").GetAttribute("data-options")!, []);
        if (dialog.Offer.Status == HttpStatusCode.OK)
        {
            var offer = JsonElement.Parse(dialog.Offer.Body);
            (dialog.Ceremony, dialog.Options) = (offer.GetProperty("ceremony").GetGuid(), offer.GetProperty("options"));
        }

        return dialog;
    }

    public Task<PortalPage> CreateAsync(SoftPasskey passkey, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        return AnswerAsync(passkey.Create(Options), name);
    }

    public Task<PortalPage> GetAsync(SoftPasskey passkey)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        return AnswerAsync(passkey.Get(Options));
    }

    public Task<PortalPage> AnswerAsync(JsonNode credential, string? name = null) =>
        PostAsync(verify,
            new JsonObject
            {
                ["ceremony"] = Ceremony,
                ["credential"] = credential.DeepClone(),
                ["name"] = name,
                ["returnUrl"] = returnUrl
            });

    /// <summary>The same answer from another browser, which has a token of its own.</summary>
    public Task<PortalPage> AnswerFromAsync(PasskeyDialog other, JsonNode credential)
    {
        ArgumentNullException.ThrowIfNull(other);
        other.Ceremony = Ceremony;
        return other.AnswerAsync(credential);
    }

    private Task<PortalPage> PostAsync(string path, JsonObject body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post,
            path)
        { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("RequestVerificationToken", token);
        return browser.SendAsync(request);
    }
}

public static class PasskeyStories
{
    /// <summary>Somebody signed in makes a passkey, through the page.</summary>
    public static async Task AddPasskeyAsync(this PortalBrowser browser, string tenant, SoftPasskey passkey, string name = "試験の端末") =>
        (await (await PasskeyDialog.OpenAsync(browser, SignIns.PathOf(tenant) + "/account/passkeys/new")).CreateAsync(passkey, name))
            .ShouldBeOk();

    /// <summary>Sign-in with a passkey instead of a password, as far as the answer.</summary>
    public static async Task<PortalPage> SignInWithPasskeyAsync(this PortalBrowser browser, string tenant, SoftPasskey passkey,
        string query = "")
    {
        ArgumentNullException.ThrowIfNull(passkey);
        passkey.Counter++;
        return await (await PasskeyDialog.OpenAsync(browser, SignIns.PathOf(tenant) + "/login" + query)).GetAsync(passkey);
    }

    /// <summary>The same browser, whose session is forgotten first.</summary>
    public static async Task SignInWithPasskeyAfterSignOutAsync(this PortalBrowser browser, string tenant, SoftPasskey passkey)
    {
        ArgumentNullException.ThrowIfNull(browser);
        browser.Cookies.Remove("__Secure-portal");
        (await browser.SignInWithPasskeyAsync(tenant, passkey)).ShouldBeOk();
    }
}
