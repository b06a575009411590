using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Telephony;
using Portal.Web.Domain.Telephony;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Telephony;

/// <summary>
/// Where a voice provider posts what happens in a call to the temporary-password number, and reads what is said next
/// (CALL-1). Nothing is looked up before the signature was found right.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[SignedWebhook]
[OwnTransaction]
[ServedIn(Site.Outside)]
[Route("telephony/{slug}/voice")]
public sealed class VoiceController(TenantCatalog tenants, VoiceSecrets secrets, VoiceLine line, VoiceScript script) : Controller
{
    private const int LongestCallId = 64;

    /// <summary>How a provider says that a call is over, and why.</summary>
    private static readonly string[] OverStates = ["completed", "canceled", "busy", "failed", "no-answer"];

    [HttpPost]
    public async Task<IActionResult> Receive(string slug)
    {
        if (await tenants.FindBySlugAsync(slug) is not { Suspended: false } tenant || secrets.Of(tenant) is not { } secret)
        {
            return NotFound();
        }

        if (await FieldsAsync() is not { } fields || !IsSigned(secret, fields) || Post(fields) is not { } post)
        {
            return Forbidden();
        }

        // Not the request's own end: what a caller has confirmed is done, also where the provider hangs up on us.
        var outcome = await line.AnswerAsync(tenant, post, CancellationToken.None);
        return outcome is VoiceOutcome.Refused ? Forbidden() : Content(Write(tenant, outcome), "text/xml; charset=utf-8");
    }

    /// <summary>A page that links here makes no call (IV-W01).</summary>
    [HttpGet]
    public IActionResult Refuse() => Forbidden();

    private StatusCodeResult Forbidden() => StatusCode(StatusCodes.Status403Forbidden);

    private async Task<Dictionary<string, string>?> FieldsAsync() => Request.HasFormContentType
        ? (await Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal)
        : null;

    private bool IsSigned(string secret, Dictionary<string, string> fields) => VoiceSignature.IsOf(Request.Headers[VoiceSignature.Header],
        secret, secrets.Address(Request.PathBase + Request.Path + Request.QueryString), fields);

    private VoicePost? Post(Dictionary<string, string> fields)
    {
        var turn = 0;
        if (!fields.TryGetValue("CallSid", out var id) || id.Length is 0 or > LongestCallId
            || (Request.Query["turn"].ToString() is { Length: > 0 } text
                && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out turn)))
        {
            return null;
        }

        return new VoicePost(id, fields.GetValueOrDefault("From"), turn, fields.GetValueOrDefault("Digits", ""),
            OverStates.Contains(fields.GetValueOrDefault("CallStatus")));
    }

    private string Write(PortalTenant tenant, VoiceOutcome outcome)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(tenant.Profile.DefaultLanguage);
        return script.Write(tenant, outcome, turn => secrets.Address($"{Request.Path}?turn={turn.ToString(CultureInfo.InvariantCulture)}"));
    }
}
