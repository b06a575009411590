namespace Portal.Rules.SecondFactors;

/// <summary>
/// The address that hands a secret to an authenticator app, as a QR code or as a link ("Key URI Format").
/// </summary>
public static class OtpAuthUri
{
    /// <summary>The address.</summary>
    /// <param name="issuer">What the app shows as provider: the tenant's name (MFA-3).</param>
    /// <param name="account">What the app shows as account: the login ID.</param>
    /// <param name="secret">The shared secret in base32, without padding.</param>
    public static string For(string issuer, string account, string secret)
    {
        // Algorithm, digits and period are what apps take when nothing is said; a shorter text makes a picture that is
        // easier to read. A colon separates the two in the label, so neither may bring one.
        var (provider, name) = (Escaped(issuer), Escaped(account));
        return $"otpauth://totp/{provider}:{name}?secret={secret}&issuer={provider}";
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text.Replace(':', ' '));
}
