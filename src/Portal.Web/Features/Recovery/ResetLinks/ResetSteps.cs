using System.Text.Json;
using Portal.Rules.Text;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Features.Recovery.ResetLinks;

/// <summary>
/// What the first step knows, carried to the second in a sealed
/// cookie: the ID as it was typed, whether or not it exists (TR-07).
/// </summary>
/// <param name="Door">The key of the door.</param>
/// <param name="Step">Also in the form, so that a form of another tab is none of this step.</param>
public sealed record ResetStep(string Door, string Identifier, string Step);

public sealed class ResetSteps(SealedCookie cookies)
{
    private const string Cookie = "unlock";
    private const int LongestIdentifier = 256;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    public void Begin(HttpContext context, string door, string identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        var typed = Shortened.To(identifier, LongestIdentifier);
        cookies.Set(context, Cookie, JsonSerializer.Serialize(new ResetStep(door, typed, Tokens.Stamp())), Life);
    }

    public ResetStep? Find(HttpContext context) =>
        cookies.Read(context, Cookie) is { } text ? JsonSerializer.Deserialize<ResetStep>(text) : null;

    public void End(HttpContext context) => cookies.Clear(context, Cookie);
}
