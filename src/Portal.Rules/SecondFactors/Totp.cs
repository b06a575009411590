using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Portal.Rules.SecondFactors;

/// <summary>
/// Codes of authenticator apps (RFC 6238 over RFC 4226): HMAC-SHA-1, steps of 30 seconds, six digits.
/// </summary>
public static class Totp
{
    /// <summary>Seconds that a step lasts.</summary>
    public const int StepSeconds = 30;

    /// <summary>
    /// Steps before and after the present one that are accepted, for clocks that are a little off (MFA-3).
    /// </summary>
    public const int Drift = 1;

    /// <summary>How many codes of one secret are accepted at a time.</summary>
    public const int LiveCodes = (2 * Drift) + 1;

    /// <summary>Bytes of a secret: as many as HMAC-SHA-1 gives (RFC 4226, requirement R6).</summary>
    public const int SecretBytes = 20;

    private const int Digits = 6;

    /// <summary>The number of a moment's step, counted from the Unix epoch.</summary>
    /// <param name="moment">The moment.</param>
    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    /// <param name="secret">The shared secret.</param>
    /// <param name="step">The step.</param>
    /// <param name="digits">How many digits, 1 to 9; apps show six.</param>
    public static string Code(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // What apps compute; HMAC does not rest on what is broken in SHA-1 (RFC 6238, appendix).
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var truncated = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xF)..]) & int.MaxValue;
        return (truncated % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>
    /// The step whose code was typed, to be stored as the last one used. Steps up to that one are refused from then on,
    /// so that a code works once and an older one no more (MF-01, MF-02; RFC 6238, 5.2).
    /// </summary>
    /// <param name="secret">The shared secret.</param>
    /// <param name="code">Six ASCII digits: what <c>CanonicalText.OneTimeCode</c> makes of what was typed.</param>
    /// <param name="now">The present.</param>
    /// <param name="lastStep">The last step used, or null.</param>
    /// <returns>Null where the code is of no step that is accepted.</returns>
    public static long? Accept(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long? lastStep)
    {
        long? accepted = null;
        var present = StepAt(now);
        for (var step = present - Drift; step <= present + Drift; step++)
        {
            // All are computed and compared alike, so that time does not tell which one it was.
            var matches = CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(secret, step)),
                System.Text.Encoding.ASCII.GetBytes(code));
            if (matches && step > (lastStep ?? long.MinValue))
            {
                accepted = step;
            }
        }

        return accepted;
    }
}
