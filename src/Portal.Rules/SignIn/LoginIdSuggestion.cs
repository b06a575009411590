using Portal.Rules.Text;

namespace Portal.Rules.SignIn;

/// <summary>The login ID that a form suggests for an e-mail address (CONT-2).</summary>
public static class LoginIdSuggestion
{
    /// <summary>The address and a suffix, the address cut so that both fit.</summary>
    /// <param name="address">The address as it is stored; empty gives an empty suggestion.</param>
    /// <param name="suffix">What the tenant's IDs end in, as ".cs"; shorter than <paramref name="longest"/>.</param>
    /// <param name="longest">Longest login ID in characters.</param>
    public static string For(string address, string suffix, int longest)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(suffix.Length, longest);
        return address.Length == 0 ? "" : Shortened.AtCodePoint(address, longest - suffix.Length) + suffix;
    }
}
