namespace Portal.Rules.Telephony;

/// <summary>Temporary passwords that are chosen at a telephone's keys (CALL-2, CALL-3).</summary>
public static class DigitPasswords
{
    /// <summary>In digits: no more and no fewer.</summary>
    public const int Length = 8;

    private const int Digits = 10;

    /// <summary>Why an entry is refused; null for one that is fine.</summary>
    /// <param name="entry">What was keyed in.</param>
    /// <param name="number">The number whose password it would be, digits only.</param>
    public static DigitWeakness? Find(CallEntry entry, string number) => entry.Digits switch
    {
        { Length: not Length } => DigitWeakness.Length,
        var digits when !digits.All(char.IsAsciiDigit) => DigitWeakness.Length,
        var digits when IsRun(digits, 0) => DigitWeakness.OneDigit,
        var digits when IsRun(digits, 1) || IsRun(digits, -1) => DigitWeakness.Sequence,
        var digits when number.Contains(digits, StringComparison.Ordinal) => DigitWeakness.OwnNumber,
        _ when entry.IsLastTemporary => DigitWeakness.LastTemporary,
        _ => null,
    };

    private static bool IsRun(string digits, int step) =>
        digits.Zip(digits.Skip(1)).All(pair => (pair.First + step - '0' + Digits) % Digits == pair.Second - '0');
}
