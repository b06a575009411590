using Portal.Rules.Passwords;
using Portal.Rules.Passwords.Checks;

namespace Portal.Rules.TemporaryPasswords;

/// <summary>Makes temporary passwords that can be read out and typed without doubt (TEMP-4).</summary>
public static class TemporaryPasswordGenerator
{
    /// <summary>Usual length in characters: about 80 bits with an alphabet of 33.</summary>
    public const int UsualLength = 16;

    // Left out, because one is taken for another: l I i 1, O 0 o Q, B 8, S s 5, Z z 2, G b 6 (6 stays), g q 9 (9
    // stays), and capitals that differ from their small letter by size alone.
    private const string Alphabet = "acdefhjkmnprtuvwxyADEFHLMNRT34679";
    private const string ReadableSymbols = "@#$%&*?+=";
    private const int AttemptsBeforeGivingUp = 10_000;

    /// <summary>
    /// A random password that keeps every rule of the policy which a password can
    /// break by itself. Drawn evenly among all such texts, so at least 60 bits from
    /// a length of 12 on; where the policy's maximum is shorter, of that length.
    /// </summary>
    /// <param name="policy">The tenant's password policy.</param>
    /// <param name="randomBelow">Gives an even, cryptographically random number from 0 to below its argument.</param>
    /// <exception cref="InvalidOperationException">The policy's rules
    /// contradict one another, or the numbers are not random.</exception>
    public static string Generate(PasswordPolicy policy, Func<int, int> randomBelow) =>
        TryGenerate(policy, randomBelow) ?? throw new InvalidOperationException("No generated password satisfies the policy.");

    /// <summary>The same; null where none of ten thousand keeps the rules, as when they contradict.</summary>
    /// <param name="policy">The tenant's password policy.</param>
    /// <param name="randomBelow">As for <see cref="Generate"/>.</param>
    public static string? TryGenerate(PasswordPolicy policy, Func<int, int> randomBelow)
    {
        var alphabet = Alphabet + Symbols(policy);
        var length = Math.Clamp(UsualLength, policy.MinimumLength, policy.MaximumLength);
        for (var attempt = 0; attempt < AttemptsBeforeGivingUp; attempt++)
        {
            var candidate = string.Create(length, randomBelow, (span, below) =>
            {
                foreach (ref var c in span)
                {
                    c = alphabet[below(alphabet.Length)];
                }
            });
            if (policy.Check(PasswordFacts.OfUnrelated(candidate)).Length == 0)
            {
                return candidate;
            }
        }

        return null;
    }

    private static string Symbols(PasswordPolicy policy) =>
        string.Concat(policy.Rules.OfType<RequiresSymbolOf>().SelectMany(Readable).Distinct());

    private static string Readable(RequiresSymbolOf rule)
    {
        var readable = string.Concat(rule.Symbols.Where(c => ReadableSymbols.Contains(c, StringComparison.Ordinal)));
        return readable.Length > 0 ? readable : rule.Symbols;
    }
}
