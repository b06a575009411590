namespace Portal.Rules.Passwords;

/// <summary>
/// A list of symbols as the <c>passwordrules</c> attribute writes it: a hyphen must come first in the brackets and a
/// closing bracket last.
/// </summary>
internal static class SymbolClass
{
    public static string Of(string symbols) =>
        "[" + (symbols.Contains('-', StringComparison.Ordinal) ? "-" : "")
        + string.Concat(symbols.Where(c => c is not ('-' or ']')))
        + (symbols.Contains(']', StringComparison.Ordinal) ? "]" : "") + "]";
}
