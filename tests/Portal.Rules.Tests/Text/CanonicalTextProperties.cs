using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Text;
using Shouldly;

namespace Portal.Rules.Tests.Text;

public sealed class CanonicalTextProperties
{
    public static TheoryData<string> Forms =>
        [nameof(CanonicalText.LoginId), nameof(CanonicalText.Email), nameof(CanonicalText.PhoneNumber),
        nameof(CanonicalText.Identifier), nameof(CanonicalText.Keyword), nameof(CanonicalText.TemporaryPassword),
            nameof(EmailAddress.Stored), nameof(CanonicalText.Password), nameof(CanonicalText.FreeText), nameof(CanonicalText.SearchKey),
            nameof(CanonicalText.Kana), nameof(CanonicalText.LoginIdOrPhoneNumber)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void IV_04_ACanonicalForm_IsItsOwnCanonicalForm(string form) =>
        Prop.ForAll(TypedText.Any, text => Apply(form, Apply(form, text)) == Apply(form, text)).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Forms))]
    public void IV_01_NoCodeUnitWhatsoever_EndsInAnError(string form) =>
        Enumerable.Range(0, char.MaxValue + 1).Select(unit => $"{(char)unit}")
            .Where(text => Apply(form, Apply(form, text)) != Apply(form, text)).ShouldBeEmpty();

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
        Prop.ForAll(TypedText.Any,
                text => CanonicalText.OneTimeCode(text) is not { } code || (code.Length == 6 && code.All(char.IsAsciiDigit)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void MF_03_AnyNumberOfSixDigits_IsReadInEitherWidth() =>
        Prop.ForAll(Gen.Choose(0, 999_999).ToArbitrary(), number =>
        {
            var code = number.ToString("D6", CultureInfo.InvariantCulture);
            var wide = string.Concat(code.Select(digit => (char)(digit - '0' + '０')));
            return CanonicalText.OneTimeCode(code) == code && CanonicalText.OneTimeCode(wide.Insert(3, "\u3000")) == code;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(nameof(CanonicalText.LoginId))]
    [InlineData(nameof(CanonicalText.Email))]
    [InlineData(nameof(CanonicalText.PhoneNumber))]
    [InlineData(nameof(CanonicalText.LoginIdOrPhoneNumber))]
    [InlineData(nameof(CanonicalText.Keyword))]
    [InlineData(nameof(CanonicalText.TemporaryPassword))]
    public void TEXT_1_AMarkThatNobodySees_NeverMakesAnotherKey(string form) =>
        Prop.ForAll(TypedText.Ascii, Gen.Elements(Marks).ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (text, mark, place) =>
            Apply(form, text.Insert(text.Length * place / 100, mark)) == Apply(form, text)).QuickCheckThrowOnFailure();

    [Fact]
    public void TEXT_1_AMarkThatNobodySees_NeverMakesAnotherCode() =>
        Prop.ForAll(Gen.Choose(0, 999_999).ToArbitrary(), Gen.Elements(Marks).ToArbitrary(), Gen.Choose(0, 6).ToArbitrary(),
            (number, mark, place) =>
        {
            var code = number.ToString("D6", CultureInfo.InvariantCulture);
            return CanonicalText.OneTimeCode(code.Insert(place, mark)) == code;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TEXT_1_AnAddress_LooksTheSameHoweverItsDotsAndWidthAreTyped() =>
        Prop.ForAll(TypedText.Of(Gen.Elements([.. "ab1.-_例え日本"])), text =>
        {
            var address = $"taro@{text}.jp";
            var wide = address.Replace('.', '。').Replace('@', '＠').Replace('a', 'ａ');
            return EmailAddress.Stored(wide) == EmailAddress.Stored(address)
                && CanonicalText.Email(EmailAddress.Readable(EmailAddress.Stored(address))) == CanonicalText.Email(address);
        }).QuickCheckThrowOnFailure();

    private static readonly string[] Marks =
        ["\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u00AD", "\u2060", "\uFEFF", "\u202A", "\u202C", "\u202D", "\u2066", "\u2069",
            "\u061C", "\u034F", "\uFE0F", "\U000E0100"];

    private static string Apply(string form, string text) => form switch
    {
        nameof(CanonicalText.LoginId) => CanonicalText.LoginId(text),
        nameof(CanonicalText.Email) => CanonicalText.Email(text),
        nameof(CanonicalText.PhoneNumber) => CanonicalText.PhoneNumber(text),
        nameof(CanonicalText.LoginIdOrPhoneNumber) => CanonicalText.LoginIdOrPhoneNumber(text),
        nameof(CanonicalText.Keyword) => CanonicalText.Keyword(text),
        nameof(CanonicalText.Identifier) => CanonicalText.Identifier(text),
        nameof(CanonicalText.TemporaryPassword) => CanonicalText.TemporaryPassword(text),
        nameof(EmailAddress.Stored) => EmailAddress.Stored(text),
        nameof(CanonicalText.Password) => CanonicalText.Password(text),
        nameof(CanonicalText.FreeText) => CanonicalText.FreeText(text),
        nameof(CanonicalText.SearchKey) => CanonicalText.SearchKey(text),
        nameof(CanonicalText.Kana) => CanonicalText.Kana(text),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
    };
}
