using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Text;
using Shouldly;

namespace Portal.Rules.Tests.Text;

public sealed class CanonicalTextProperties
{
    public static TheoryData<string> Forms => [nameof(CanonicalText.LoginId), nameof(CanonicalText.Email), nameof(CanonicalText.PhoneNumber),
        nameof(CanonicalText.Keyword), nameof(CanonicalText.Password), nameof(CanonicalText.FreeText), nameof(CanonicalText.SearchKey), nameof(CanonicalText.Kana)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void IV_04_ACanonicalForm_IsItsOwnCanonicalForm(string form) =>
        Prop.ForAll(TypedText.Any, text => Apply(form, Apply(form, text)) == Apply(form, text)).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Forms))]
    public void IV_01_NoCodeUnitWhatsoever_EndsInAnError(string form) =>
        Enumerable.Range(0, char.MaxValue + 1).Select(unit => $"{(char)unit}").Where(text => Apply(form, Apply(form, text)) != Apply(form, text)).ShouldBeEmpty();

    [Fact]
    public void LOGIN_1_CaseAndSurroundingBlanks_NeverMakeAnotherLoginId() =>
        Prop.ForAll(TypedText.Any, text =>
        {
            var key = CanonicalText.LoginId(text);
            return CanonicalText.LoginId(text.ToUpperInvariant()) == key && CanonicalText.LoginId("\u3000" + text + " ") == key;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void LOGIN_1_APassword_IsNeverTrimmedOrFolded() =>
        Prop.ForAll(TypedText.Ascii, text => CanonicalText.Password(text) == text).QuickCheckThrowOnFailure();

    [Fact]
    public void MF_03_AOneTimeCode_IsNeverAnythingButSixAsciiDigits() =>
        Prop.ForAll(TypedText.Any, text => CanonicalText.OneTimeCode(text) is not { } code || (code.Length == 6 && code.All(char.IsAsciiDigit)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void MF_03_AnyNumberOfSixDigits_IsReadInEitherWidth() =>
        Prop.ForAll(Gen.Choose(0, 999_999).ToArbitrary(), number =>
        {
            var code = number.ToString("D6", CultureInfo.InvariantCulture);
            var wide = string.Concat(code.Select(digit => (char)(digit - '0' + '０')));
            return CanonicalText.OneTimeCode(code) == code && CanonicalText.OneTimeCode(wide.Insert(3, "\u3000")) == code;
        }).QuickCheckThrowOnFailure();

    private static string Apply(string form, string text) => form switch
    {
        nameof(CanonicalText.LoginId) => CanonicalText.LoginId(text),
        nameof(CanonicalText.Email) => CanonicalText.Email(text),
        nameof(CanonicalText.PhoneNumber) => CanonicalText.PhoneNumber(text),
        nameof(CanonicalText.Keyword) => CanonicalText.Keyword(text),
        nameof(CanonicalText.Password) => CanonicalText.Password(text),
        nameof(CanonicalText.FreeText) => CanonicalText.FreeText(text),
        nameof(CanonicalText.SearchKey) => CanonicalText.SearchKey(text),
        nameof(CanonicalText.Kana) => CanonicalText.Kana(text),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
    };
}
