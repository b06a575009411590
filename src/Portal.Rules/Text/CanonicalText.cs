using System.Globalization;
using System.Text;

namespace Portal.Rules.Text;

/// <summary>
/// The canonical forms in which texts are compared, looked up and kept unique. Each is pure and idempotent. A lone surrogate
/// (which no field accepts, see <see cref="TextCheck"/>) becomes U+FFFD instead of an exception, so that hostile input never ends in an error page.
/// </summary>
public static class CanonicalText
{
    private const int OneTimeCodeLength = 6;

    /// <summary>A login ID as key: NFKC, trimmed of every Unicode blank, case folded, NFKC again (LOGIN-1, CG-18).</summary>
    /// <param name="text">What was typed or stored; any length.</param>
    public static string LoginId(string text) => Folding.Compatible(Folding.Case(Folding.Compatible(text).Trim())).Trim();

    /// <summary>A login ID or e-mail address as it is stored and shown: NFKC and trimmed, the case of its letters as typed.</summary>
    /// <param name="text">What was typed; any length.</param>
    public static string Identifier(string text) => Folding.Compatible(text).Trim();

    /// <summary>An e-mail address as key; the same form as <see cref="LoginId"/>. For look-up only: mail goes to the stored address (TR-09).</summary>
    /// <param name="text">What was typed or stored; any length.</param>
    public static string Email(string text) => LoginId(text);

    /// <summary>A telephone number as key: NFKC, without blanks and hyphen-like characters, then as <see cref="LoginId"/> (LOGIN-1).</summary>
    /// <param name="text">What was typed or stored; any length.</param>
    public static string PhoneNumber(string text) =>
        LoginId(string.Concat(Folding.Compatible(text).Where(c => !char.IsWhiteSpace(c) && !IsHyphenLike(c))));

    /// <summary>A recovery keyword: NFKC and trimmed; case matters (LOGIN-1, OPER-3).</summary>
    /// <param name="text">What was typed; any length.</param>
    public static string Keyword(string text) => Folding.Compatible(text).Trim();

    /// <summary>
    /// A password as it is checked and hashed: NFC only, never trimmed or folded, the same on set and check
    /// (LOGIN-1, IV-06; NIST SP 800-63B-4, 3.1.1.2). Ask <c>PasswordLimits.IsTooLong</c> first.
    /// </summary>
    /// <param name="text">What was typed.</param>
    public static string Password(string text) => Folding.Composed(text);

    /// <summary>A one-time code: full-width digits folded, space characters (also U+3000) dropped (MF-03).</summary>
    /// <param name="text">What was typed; any length.</param>
    /// <returns>Six ASCII digits, or null for anything else: other digits, signs, line breaks, another length.</returns>
    public static string? OneTimeCode(string text)
    {
        var code = string.Concat(text.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.SpaceSeparator).Select(FoldDigit));
        return code.Length == OneTimeCodeLength && code.All(char.IsAsciiDigit) ? code : null;
    }

    /// <summary>A name, address or comment: NFC and trimmed. Never NFKC, which would turn ㈱ into (株) and ① into 1 (ui.md 1.3).</summary>
    /// <param name="text">What was typed; any length.</param>
    public static string FreeText(string text) => Folding.Composed(text).Trim();

    /// <summary>
    /// A text as search key: NFKC, hiragana as katakana, case folded, trimmed. Equal keys are the same search hit, whatever the
    /// width, the kana or the composition of what was typed (IV-03).
    /// </summary>
    /// <param name="text">What was typed or stored; any length.</param>
    public static string SearchKey(string text) =>
        Folding.Compatible(Folding.Case(Folding.Compatible(Folding.HiraganaToKatakana(Folding.Compatible(text))))).Trim();

    /// <summary>A reading in kana: hiragana and half-width kana become full-width katakana; NFC and trimmed, other characters stay.</summary>
    /// <param name="text">What was typed; any length.</param>
    public static string Kana(string text) =>
        Folding.Composed(Folding.HiraganaToKatakana(Folding.Composed(Folding.WidenKana(text)))).Trim();

    /// <summary>
    /// True where the letters come from more than one of the alphabets that share letter shapes (Latin, Greek, Cyrillic …), such as
    /// a Cyrillic а in "admin" (IV-05; compare Unicode UTS 39, 5.1). Latin with kana or kanji is no mixture.
    /// </summary>
    /// <param name="text">A login ID or the like; any length.</param>
    public static bool MixesScripts(string text) =>
        Folding.Compatible(text).EnumerateRunes().Select(LookAlikeAlphabets.Of).OfType<LookAlikeAlphabet>().Distinct().Skip(1).Any();

    private static bool IsHyphenLike(char c) => c is '-' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\u30FC' or '\uFF0D';

    private static char FoldDigit(char c) => c is >= '\uFF10' and <= '\uFF19' ? (char)(c - '\uFF10' + '0') : c;
}
