using System.Globalization;
using System.Text;

namespace Portal.Rules.Text;

/// <summary>
/// The canonical forms in which texts are compared, looked up and kept unique. Each is pure and idempotent. A lone
/// surrogate (which no field accepts, see <see cref="TextCheck"/>) becomes U+FFFD instead of an exception, so that
/// hostile input never ends in an error page.
/// </summary>
public static class CanonicalText
{
    private const int OneTimeCodeLength = 6;

    /// <summary>
    /// A login ID as key: without what nobody can see, NFKC, trimmed of every Unicode blank, case folded, NFKC again
    /// (LOGIN-1, CG-18, TEXT-1).
    /// </summary>
    /// <param name="text">What was typed or stored; any length.</param>
    public static string LoginId(string text) => Folding.Compatible(Folding.Case(Identifier(text))).Trim();

    /// <summary>
    /// A login ID as it is stored and shown: visible characters, NFKC and trimmed, the case of its letters as typed.
    /// </summary>
    /// <param name="text">What was typed; any length.</param>
    public static string Identifier(string text) => Folding.Visible(text).Trim();

    /// <summary>
    /// An e-mail address as key: as <see cref="LoginId"/>, its domain in ASCII. For look-up only: mail goes to the
    /// stored address (TR-09).
    /// </summary>
    /// <param name="text">What was typed or stored; any length.</param>
    public static string Email(string text) => EmailAddress.Stored(LoginId(text));

    /// <summary>
    /// A telephone number as key: NFKC, without blanks and what else stands between digits, +81 as 0, then as
    /// <see cref="LoginId"/> (LOGIN-1, TEXT-4).
    /// </summary>
    /// <param name="text">What was typed or stored; any length.</param>
    public static string PhoneNumber(string text) =>
        TelephoneNumber.National(LoginId(string.Concat(Folding.Visible(text).Where(c => !char.IsWhiteSpace(c) && !Separators.Has(c)))));

    /// <summary>
    /// What is a number of the country, however it is written, as <see cref="PhoneNumber"/>; all else as
    /// <see cref="LoginId"/>, where a hyphen is part of the ID (LOGIN-1).
    /// </summary>
    /// <param name="text">What was typed or stored; any length.</param>
    public static string LoginIdOrPhoneNumber(string text)
    {
        var id = LoginId(text);
        return PhoneNumber(id) is ['0', ..] number && TelephoneNumber.Read(id).Problem is null ? number : id;
    }

    /// <summary>A recovery keyword: visible characters, NFKC and trimmed; case matters (LOGIN-1, OPER-3).</summary>
    /// <param name="text">What was typed; any length.</param>
    public static string Keyword(string text) => Identifier(text);

    /// <summary>
    /// A temporary password as it is hashed and compared: it is copied and dictated,
    /// and made of letters that have one form, so blanks around it, width and invisible
    /// marks do not count (TEXT-1). Ask <c>PasswordLimits.IsTooLong</c> first.
    /// </summary>
    /// <param name="text">What was typed or made.</param>
    public static string TemporaryPassword(string text) => Identifier(text);

    /// <summary>
    /// A password as it is checked and hashed: NFC only, never trimmed or folded, the same on set and check
    /// (LOGIN-1, IV-06; NIST SP 800-63B-4, 3.1.1.2). Ask <c>PasswordLimits.IsTooLong</c> first.
    /// </summary>
    /// <param name="text">What was typed.</param>
    public static string Password(string text) => Folding.Composed(text);

    /// <summary>
    /// A one-time code: digits of either width; blanks and what else people and mail readers put between or around them
    /// is dropped (MF-03, TEXT-1).
    /// </summary>
    /// <param name="text">What was typed; any length.</param>
    /// <returns>Six ASCII digits, or null for anything else: other
    /// digits, signs, line breaks, another length.</returns>
    public static string? OneTimeCode(string text)
    {
        var code = string.Concat(Invisible.Drop(text).Select(FoldDigit).Where(c => !IsBlank(c) && !Separators.Has(c)));
        return code.Length == OneTimeCodeLength && code.All(char.IsAsciiDigit) ? code : null;
    }

    /// <summary>
    /// A name, address or comment: NFC and trimmed. Never NFKC, which would turn ㈱ into (株) and ① into 1 (ui.md 1.3).
    /// </summary>
    /// <param name="text">What was typed; any length.</param>
    public static string FreeText(string text) => Folding.Composed(text).Trim();

    /// <summary>
    /// A text as search key: NFKC, hiragana as katakana, case folded, trimmed. Equal keys are the same search hit,
    /// whatever the width, the kana or the composition of what was typed (IV-03).
    /// </summary>
    /// <param name="text">What was typed or stored; any length.</param>
    public static string SearchKey(string text) =>
        Folding.Compatible(Folding.Case(Folding.Compatible(Folding.HiraganaToKatakana(Folding.Compatible(text))))).Trim();

    /// <summary>
    /// A reading in kana: hiragana and half-width kana become
    /// full-width katakana; NFC and trimmed, other characters stay.
    /// </summary>
    /// <param name="text">What was typed; any length.</param>
    public static string Kana(string text) =>
        Folding.Composed(Folding.HiraganaToKatakana(Folding.Composed(Folding.WidenKana(text)))).Trim();

    /// <summary>
    /// True for a reading: katakana with their marks of length, repetition and sound, blanks and what parts two names.
    /// </summary>
    /// <param name="kana">In the form of <see cref="Kana"/>.</param>
    public static bool IsReading(string kana) =>
        kana.All(c => c is (>= '\u30A0' and <= '\u30FF') or (>= '\u31F0' and <= '\u31FF') or '\u3099' or '\u309A' or ' ' or '\u3000');

    /// <summary>
    /// True where the letters come from more than one of the alphabets that share
    /// letter shapes (Latin, Greek, Cyrillic …), such as a Cyrillic а in "admin"
    /// (IV-05; compare Unicode UTS 39, 5.1). Latin with kana or kanji is no mixture.
    /// </summary>
    /// <param name="text">A login ID or the like; any length.</param>
    public static bool MixesScripts(string text) =>
        Folding.Compatible(text).EnumerateRunes().Select(LookAlikeAlphabets.Of).OfType<LookAlikeAlphabet>().Distinct().Skip(1).Any();

    private static bool IsBlank(char c) => c == '\t' || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    private static char FoldDigit(char c) => c is >= '\uFF10' and <= '\uFF19' ? (char)(c - '\uFF10' + '0') : c;
}
