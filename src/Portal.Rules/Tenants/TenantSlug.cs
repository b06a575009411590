namespace Portal.Rules.Tenants;

/// <summary>Why a word cannot name a tenant in addresses.</summary>
public enum SlugFault
{
    /// <summary>Too short, too long, or with characters that an address would not have as they are.</summary>
    Unfit,

    /// <summary>An address of the portal itself.</summary>
    Reserved,

    /// <summary>Another tenant has it.</summary>
    Taken,

    /// <summary>People would take it for that of another tenant.</summary>
    Confusable,
}

/// <summary>The word that names a tenant in addresses; it never changes.</summary>
public static class TenantSlug
{
    /// <summary>In characters.</summary>
    public const int Shortest = 2;

    /// <summary>In characters.</summary>
    public const int Longest = 32;

    private static readonly string[] Reserved = ["admin", "t", "dev", "api", "error", "account", "healthz", "static", "css", "js", "www",
        "find", "hooks", "metrics"];

    /// <summary>Whether the portal itself has such an address.</summary>
    public static bool IsReserved(string slug) => Reserved.Contains(slug);

    /// <summary>
    /// Whether an address could have it: lower-case letters, digits and hyphens, none of these in front.
    /// </summary>
    public static bool IsWellFormed(string slug)
    {
        ArgumentNullException.ThrowIfNull(slug);
        return slug.Length is >= Shortest and <= Longest && slug.All(IsFit) && slug[0] != '-';
    }

    /// <summary>What is wrong with a word for one more tenant.</summary>
    /// <param name="slug">As it was typed.</param>
    /// <param name="others">The slugs there are, the staff's own among them.</param>
    /// <returns>Null where the word is free.</returns>
    public static SlugFault? Fault(string slug, IEnumerable<string> others)
    {
        ArgumentNullException.ThrowIfNull(slug);
        ArgumentNullException.ThrowIfNull(others);
        var known = others.ToList();
        return !IsWellFormed(slug) || slug[^1] == '-' ? SlugFault.Unfit
            : IsReserved(slug) ? SlugFault.Reserved
            : known.Contains(slug) ? SlugFault.Taken
            : known.Exists(other => Look(other) == Look(slug)) ? SlugFault.Confusable
            : null;
    }

    private static bool IsFit(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-';

    /// <summary>What is left of it at a glance.</summary>
    private static string Look(string slug) => slug.Replace("-", "", StringComparison.Ordinal).Replace("rn", "m", StringComparison.Ordinal)
        .Replace('0', 'o').Replace('1', 'l').Replace('i', 'l');
}
