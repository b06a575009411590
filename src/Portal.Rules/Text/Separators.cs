namespace Portal.Rules.Text;

/// <summary>What people put between the digits of a number; after NFKC.</summary>
internal static class Separators
{
    private const string Between = "().,/[]·・-ー─━";

    public static bool Has(char c) =>
        Between.Contains(c, StringComparison.Ordinal) || c is (>= '\u2010' and <= '\u2015') or '\u2043' or '\u2212' or '\uFF0D';
}
