using OtpNet;
using Rule = Portal.Rules.SecondFactors.Totp;

namespace Portal.Web.Domain.Accounts.Factors;

/// <summary>
/// Codes of authenticator apps: HMAC-SHA-1 and six digits, which is what all apps compute. The rules say which steps
/// count, and decide what may be done with the step that was found.
/// </summary>
internal static class TotpCodes
{
    private static readonly VerificationWindow Window = new(previous: Rule.Drift, future: Rule.Drift);

    /// <summary>The step that a code is of, among those near the present; null where it is of none.</summary>
    /// <param name="code">Six ASCII digits: what <c>CanonicalText.OneTimeCode</c> makes of what was typed.</param>
    public static long? StepOf(byte[] secret, string code, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Of(secret).VerifyTotp(now.UtcDateTime, code, out var step, Window) ? step : null;
    }

    /// <summary>What an app with this secret shows at a moment.</summary>
    public static string At(byte[] secret, DateTimeOffset moment) => Of(secret).ComputeTotp(moment.UtcDateTime);

    private static Totp Of(byte[] secret) => new(secret, Rule.StepSeconds, OtpHashMode.Sha1, Rule.Digits);
}
