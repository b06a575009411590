using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Web.Http.Cookies;

/// <summary>
/// A secret carried over one redirect in the encrypted flash cookie and gone with its first showing: reloading the page
/// or coming back to it shows nothing (TR-19). It is kept nowhere else.
/// </summary>
/// <param name="Of">Whose it is, or what it is about; a page asks for its own only.</param>
/// <param name="Text">The secret.</param>
/// <param name="Row">The row that holds its hash, where the page looks whether it still counts.</param>
public sealed record OneTimeSecret(Guid Of, string Text, DateTimeOffset ExpiresAt, Guid Row = default)
{
    private const string Key = "secret";

    public static void Keep(ITempDataDictionary tempData, OneTimeSecret secret)
    {
        ArgumentNullException.ThrowIfNull(tempData);
        tempData[Key] = JsonSerializer.Serialize(secret);
    }

    /// <summary>What was kept, for the last time; null where it is another's.</summary>
    internal static OneTimeSecret? Redeem(ITempDataDictionary tempData, Guid of)
    {
        ArgumentNullException.ThrowIfNull(tempData);
        return tempData[Key] is string kept && JsonSerializer.Deserialize<OneTimeSecret>(kept) is { } secret && secret.Of == of
            ? secret
            : null;
    }

    public override string ToString() => nameof(OneTimeSecret);
}
