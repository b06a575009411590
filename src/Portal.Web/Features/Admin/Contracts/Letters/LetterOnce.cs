using System.Globalization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Web.Domain.Contracts;

namespace Portal.Web.Features.Admin.Contracts.Letters;

/// <summary>A first password on its way to the one page that shows it.</summary>
public sealed record LetterSecret(string Password, DateTimeOffset ExpiresAt)
{
    /// <summary>Keeps the password out of logs (AU-05).</summary>
    public override string ToString() => nameof(LetterSecret);
}

/// <summary>
/// Carries a first password over one redirect, in the encrypted cookie of messages. Reading takes it out: neither
/// "back" nor "reload" shows it again (TR-19).
/// </summary>
internal static class LetterOnce
{
    private const string Key = "start-letter";

    public static void Keep(ITempDataDictionary messages, OpeningOutcome.Opened opened)
    {
        if (opened is { Password: { } password, ExpiresAt: { } expires })
        {
            Keep(messages, opened.Contract.Id, password, expires);
        }
    }

    public static void Keep(ITempDataDictionary messages, Guid contract, string password, DateTimeOffset expires) =>
        messages[Key] = string.Join(' ', contract.ToString("N"), expires.ToString("O", CultureInfo.InvariantCulture), password);

    public static LetterSecret? Redeem(ITempDataDictionary messages, Guid contract) =>
        messages[Key] is string kept && kept.Split(' ', 3) is [var id, var expires, var password] && id == contract.ToString("N")
            ? new LetterSecret(password, DateTimeOffset.Parse(expires, CultureInfo.InvariantCulture))
            : null;
}
