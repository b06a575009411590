namespace Portal.Rules.SecondFactors;

/// <summary>
/// Which codes of an authenticator app count (RFC 6238): steps of 30 seconds, a small drift, each step once. Which step
/// a typed code is of, is a fact that comes from outside.
/// </summary>
public static class Totp
{
    /// <summary>Seconds that a step lasts.</summary>
    public const int StepSeconds = 30;

    /// <summary>
    /// Steps before and after the present one that are accepted, for clocks that are a little off (MFA-3).
    /// </summary>
    public const int Drift = 1;

    /// <summary>Bytes of a secret: as many as HMAC-SHA-1 gives (RFC 4226, requirement R6).</summary>
    public const int SecretBytes = 20;

    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    /// <summary>The number of a moment's step, counted from the Unix epoch.</summary>
    /// <param name="moment">The moment.</param>
    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>
    /// May a code of this step be used, and the step be stored as the last one used? Steps up to that one are refused
    /// from then on, so that a code works once and an older one no more (MF-01, MF-02; RFC 6238, 5.2).
    /// </summary>
    /// <param name="step">The step that the typed code is of.</param>
    /// <param name="now">The present.</param>
    /// <param name="lastStep">The last step used, or null.</param>
    public static bool Accepts(long step, DateTimeOffset now, long? lastStep) =>
        Math.Abs(step - StepAt(now)) <= Drift && step > (lastStep ?? long.MinValue);
}
