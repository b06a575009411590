using System.Net;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using Portal.Rules.Telephony;
using Portal.Web.Domain.Telephony;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Dev.Phone;

/// <summary>What a voice provider does: posts what happens in a call, signed, and reads what is to be said.</summary>
public sealed class SimulatedProvider(SimulatedNetwork network, VoiceSecrets secrets, TenantCatalog tenants,
    IStringLocalizer<PhoneText> text)
{
    public Task<SimulatedCall> DialAsync(SimulatedCaller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var webhook = new Uri(secrets.Address($"/telephony/{caller.Tenant}/voice"));
        var call = new SimulatedCall("CA" + Guid.NewGuid().ToString("N"), caller, webhook, null, null, "#", []);
        return PostAsync(call, webhook, [], cancellationToken);
    }

    public Task<SimulatedCall> PressAsync(SimulatedCall call, string keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var digits = call.Digits(keys);
        return digits.Length == 0
            ? PostAsync(call.Saying(true, text["NoKeys"]), call.Silence ?? call.Next!, [], cancellationToken)
            : PostAsync(call.Saying(true, digits), call.Next!, new() { ["Digits"] = digits }, cancellationToken);
    }

    public async Task<SimulatedCall> HangUpAsync(SimulatedCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var over = await PostAsync(call, call.Next!, new() { ["CallStatus"] = "completed" }, cancellationToken);
        return over.Saying(true, text["HungUp"]).Ended();
    }

    private async Task<SimulatedCall> PostAsync(SimulatedCall call, Uri address, Dictionary<string, string> more,
        CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>
        {
            ["CallSid"] = call.Id,
            ["From"] = call.Caller.Number,
            ["CallStatus"] = "in-progress",
            ["Direction"] = "inbound",
        };
        foreach (var (name, value) in more)
        {
            fields[name] = value;
        }

        if (await tenants.FindBySlugAsync(call.Caller.Tenant, cancellationToken) is not { } tenant || secrets.Of(tenant) is not { } secret)
        {
            return Broken(call);
        }

        var answer = await network.PostAsync(address, fields, VoiceSignature.Make(secret, address.AbsoluteUri, fields), cancellationToken);
        return answer is (HttpStatusCode.OK, var body) ? Follow(call, address, body) : Broken(call);
    }

    /// <summary>Does what an answer says.</summary>
    private SimulatedCall Follow(SimulatedCall call, Uri address, string body)
    {
        try
        {
            var response = XDocument.Parse(body).Root!;
            foreach (var say in response.Descendants("Say"))
            {
                call = call.Saying(false, say.Value, say.Attribute("language")?.Value);
            }

            return response.Element("Gather") is not { } gather ? call.Ended() : call with
            {
                Next = new Uri(address, gather.Attribute("action")?.Value ?? ""),
                Silence = response.Element("Redirect") is { } redirect ? new Uri(address, redirect.Value) : null,
                Most = (int?)gather.Attribute("numDigits"),
                Finish = gather.Attribute("finishOnKey")?.Value ?? "#",
            };
        }
        catch (XmlException)
        {
            return Broken(call);
        }
    }

    private SimulatedCall Broken(SimulatedCall call) => call.Saying(false, text["Broken"]).Ended();
}
