using System.Text.Json;
using Portal.Web.Domain.Accounts.Passkeys;

namespace Portal.Web.Features.Shared.Passkeys;

/// <summary>What the script sends back from the browser's passkey dialog.</summary>
/// <param name="Name">What a new passkey is to be called.</param>
/// <param name="ReturnUrl">Where a sign-in or a proof leads.</param>
public sealed record PasskeyAnswerForm(Guid Ceremony, JsonElement Credential, string? Name = null, string? ReturnUrl = null)
{
    public const int LargestBody = 64 * 1024;

    public PasskeyAnswer With(string? browser) => new(Ceremony, browser, Credential);
}

/// <summary>What the script hands to the browser's passkey dialog.</summary>
public sealed record PasskeyOfferAnswer(Guid Ceremony, JsonElement Options)
{
    public static PasskeyOfferAnswer Of(CeremonyOffer offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return new PasskeyOfferAnswer(offer.Ceremony, JsonElement.Parse(offer.Options));
    }
}

/// <summary>Where the script goes when all is well.</summary>
public sealed record PasskeyDone(string Location);

/// <summary>
/// The button of a passkey, shown by the script where the browser knows passkeys, and never without it.
/// </summary>
/// <param name="Label">Text of the button.</param>
/// <param name="Options">Where the challenge comes from.</param>
/// <param name="Verify">Where the answer goes.</param>
/// <param name="Create">A new passkey, instead of one that exists.</param>
/// <param name="Offer">Passkeys are offered while one types in the user name field, too.</param>
/// <param name="NameField">Id of the control with the new passkey's name.</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
public sealed record PasskeyButton(string Label, string Options, string Verify, bool Create = false, bool Offer = false,
    string Kind = "secondary", string? NameField = null, string? ReturnUrl = null);
