using Portal.Rules.Text;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Accounts.Identity;

/// <summary>
/// The canonical key of an ID inside its door: however it was spelled, one key, one account, one count (CG-18).
/// </summary>
public static class LoginKeys
{
    private const char Separator = ' ';

    public static string For(DoorProfile door, string identifier, string? second = null)
    {
        ArgumentNullException.ThrowIfNull(door);
        var first = Canonical(door.Identifier.Kind, identifier);
        return door.Second is { } field ? first + Separator + Canonical(field.Kind, second ?? "") : first;
    }

    /// <summary>What the keys of all users of one login ID begin with, where a pair signs in.</summary>
    public static string Prefix(DoorProfile door, string identifier)
    {
        ArgumentNullException.ThrowIfNull(door);
        return Canonical(door.Identifier.Kind, identifier) + Separator;
    }

    /// <summary>What the key of a user has of its login ID, where a pair signs in.</summary>
    public static string FirstOfPair(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Split(Separator, 2)[0];
    }

    /// <summary>The canonical form of a master ID, whatever the door asks for (LINK-3).</summary>
    public static string Master(string text) => CanonicalText.LoginId(text);

    public static string Canonical(IdentifierKind kind, string text) => kind switch
    {
        IdentifierKind.LoginId => CanonicalText.LoginId(text),
        IdentifierKind.PhoneNumber => CanonicalText.PhoneNumber(text),
        IdentifierKind.Email => CanonicalText.Email(text),
        IdentifierKind.LoginIdOrPhoneNumber => CanonicalText.LoginIdOrPhoneNumber(text),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
