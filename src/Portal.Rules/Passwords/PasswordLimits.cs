using Portal.Rules.Passwords.Checks;
using Portal.Rules.Text;

namespace Portal.Rules.Passwords;

/// <summary>Limits that hold for every password, whatever the policy (IV-07).</summary>
public static class PasswordLimits
{
    /// <summary>Most code points of any password typed anywhere; the hash time is flat up to it.</summary>
    public const int HardCap = 256;

    /// <summary>
    /// True above <see cref="HardCap"/> code points. Asked before anything is normalised or hashed; looks at no more
    /// than twice the cap, so that a megabyte costs nothing.
    /// </summary>
    /// <param name="text">What was typed, in any form.</param>
    public static bool IsTooLong(string text) => text.Length > HardCap && (text.Length > 2 * HardCap || CodePoints.Count(text) > HardCap);
}
