using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Text;
using Shouldly;

namespace Portal.Rules.Tests.Text;

public sealed class TelephoneNumberTests
{
    [Theory]
    [InlineData("03-1234-5678", "03-1234-5678")]
    [InlineData("0312345678", "0312345678")]
    [InlineData("\u202D090-1234-5678\u202C", "090-1234-5678")]
    [InlineData("０９０（１２３４）５６７８", "090-1234-5678")]
    [InlineData("(06)1234-5678", "06-1234-5678")]
    [InlineData("06.1234.5678", "06-1234-5678")]
    [InlineData("06 1234 5678", "0612345678")]
    [InlineData("090ー1234ー5678", "090-1234-5678")]
    [InlineData("+81 90-1234-5678", "090-1234-5678")]
    [InlineData("+81-(0)90-1234-5678", "090-1234-5678")]
    [InlineData("+819012345678", "09012345678")]
    [InlineData("0120-444-444", "0120-444-444")]
    [InlineData("0800-123-4567", "0800-123-4567")]
    [InlineData("050-1111-0001", "050-1111-0001")]
    [InlineData("0570-00-0000", "0570-00-0000")]
    [InlineData("020-1234-5678", "020-1234-5678")]
    [InlineData("060-1234-5678", "060-1234-5678")]
    [InlineData("+1 (212) 555-0100", "+1-212-555-0100")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("", "")]
    [InlineData(" \u200B", "")]
    [Trait("Review", "F16")]
    public void TEXT_4_ATelephoneNumber_IsReadHoweverItIsWritten(string typed, string shown) =>
        TelephoneNumber.Read(typed).ShouldBe(new TelephoneNumber(shown, null));

    [Theory]
    [InlineData("9012345678")]
    [InlineData("90-1234-5678")]
    [InlineData("312345678")]
    [InlineData("3-1234-5678")]
    [InlineData("120444444")]
    [Trait("Review", "F10")]
    public void TEXT_4_ANumberWithoutItsZero_IsRecognised(string typed) =>
        TelephoneNumber.Read(typed).Problem.ShouldBe(TelephoneProblem.ZeroIsMissing);

    [Theory]
    [InlineData("1234567890123")]
    [InlineData("03-1234-567")]
    [InlineData("090-1234-56789")]
    [InlineData("+81 3-1234-567")]
    [InlineData("+0 123 456 789")]
    [InlineData("+1 212")]
    [InlineData("call me")]
    [InlineData("03-1234-5678 x9")]
    [InlineData("٠٣١٢٣٤٥٦٧٨")]
    public void TEXT_4_WhatNoNumberingPlanHas_IsNone(string typed) => TelephoneNumber.Read(typed).Problem.ShouldBe(TelephoneProblem.Unfit);

    [Theory]
    [InlineData("03-0000-1001")]
    [InlineData("000-1234-5678")]
    [InlineData("0012345678")]
    [InlineData("090-123-4567")]
    [InlineData("03-1234-56789")]
    public void TEXT_4_WhatHasTheDigitsOfANumber_AndIsNone_IsNotCalledTooShortOrTooLong(string typed) =>
        TelephoneNumber.Read(typed).Problem.ShouldBe(TelephoneProblem.NoSuchNumber);

    [Fact]
    public void TEXT_4_ANumberAsItIsShown_IsTheSameNumber() =>
        Prop.ForAll(TypedText.Of(Gen.Elements([.. "0013456789+-() .\u200B"])), text =>
        {
            var read = TelephoneNumber.Read(text);
            return read.Problem is not null
                || (TelephoneNumber.Read(read.Shown) == read && CanonicalText.PhoneNumber(read.Shown) == CanonicalText.PhoneNumber(text));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TEXT_3_NoTextWhatsoever_EndsInAnError() =>
        Prop.ForAll(TypedText.Any, text => { _ = TelephoneNumber.Read(text); }).QuickCheckThrowOnFailure();
}
