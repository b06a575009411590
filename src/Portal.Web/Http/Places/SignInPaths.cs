using Portal.Web.Tenancy;

namespace Portal.Web.Http.Places;

/// <summary>Signing in and out, and proving oneself again.</summary>
public static class SignInPaths
{
    /// <summary>Names a demonstration account in the query of a sign-in page.</summary>
    /// <summary>Terms that some are asked to agree to before anything else.</summary>
    public const string Consent = "~/consent";

    public const string Account = "account";

    public const string Login = "~/login";

    /// <summary>A tenant's door; the first of them needs no name.</summary>
    public static string Door(PortalTenant tenant, string key)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return tenant.Profile.Doors[0].Key == key ? Login : $"{Login}/{key}";
    }

    public const string Help = "~/login/help";

    public const string Forgotten = "~/login/help#forgotten";

    public const string Contact = "~/login/help#contact";

    public const string Logout = "~/logout";

    public const string SignedOut = "~/signed-out";

    /// <summary>The same for who leaves by another door than the first.</summary>
    /// <param name="door">Path of a door; empty for the first.</param>
    public static string SignedOutOf(string door) => door.Length == 0 ? SignedOut : $"{SignedOut}?door={Uri.EscapeDataString(door)}";

    public const string Extend = "~/session/extend";

    public const string Method = "~/login/method";

    public const string EmailCode = "~/login/email-code";

    public const string EmailCodeAgain = "~/login/email-code/resend";

    public const string AppCode = "~/login/totp";

    public const string RecoveryCode = "~/login/recovery-code";

    public const string PasskeyOptions = "~/login/passkey/options";

    public const string PasskeyVerify = "~/login/passkey/verify";

    public const string PasskeyStepOptions = "~/login/method/passkey/options";

    public const string PasskeyStepVerify = "~/login/method/passkey/verify";

    public const string ReauthenticationOptions = "~/reauth/passkey/options";

    public const string ReauthenticationVerify = "~/reauth/passkey/verify";

    /// <summary>The form with the ID of a demonstration account; its password never stands in an address.</summary>
    public static string LoginAs(string door, string account) =>
        $"{LoginOf(door)}?{Account}={Uri.EscapeDataString(account)}";

    /// <param name="door">Path of a door; empty for the first.</param>
    public static string LoginOf(string door) => door.Length == 0 ? Login : Login + "/" + door;
}
