using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Text;
using Shouldly;

namespace Portal.Rules.Tests.Text;

public sealed class TextCheckTests
{
    [Theory]
    [InlineData("a\0b", TextProblem.ControlCharacter)]
    [InlineData("a\u001Bb", TextProblem.ControlCharacter)]
    [InlineData("a\u0085b", TextProblem.ControlCharacter)]
    [InlineData("a\uFFFEb", TextProblem.ControlCharacter)]
    [InlineData("a\uFDD0b", TextProblem.ControlCharacter)]
    [InlineData("a\U0001FFFFb", TextProblem.ControlCharacter)]
    [InlineData("gpj\u202E.exe", TextProblem.BidirectionalControl)]
    [InlineData("a\u202Ab", TextProblem.BidirectionalControl)]
    [InlineData("a\u2066b", TextProblem.BidirectionalControl)]
    [InlineData("a\u2069b", TextProblem.BidirectionalControl)]
    [InlineData("ad\u200Bmin", TextProblem.InvisibleCharacter)]
    [InlineData("\uFEFFadmin", TextProblem.InvisibleCharacter)]
    [InlineData("ad\u00ADmin", TextProblem.InvisibleCharacter)]
    [InlineData("ad\u2060min", TextProblem.InvisibleCharacter)]
    [InlineData("\u3164", TextProblem.InvisibleCharacter)]
    public void IV_01_WhatNoFieldAccepts_IsFound(string text, TextProblem problem)
    {
        TextCheck.Find(text, multiline: false).ShouldBe(problem);
        TextCheck.Find(text, multiline: true).ShouldBe(problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u3000")]
    [InlineData("山田　太郎")]
    [InlineData("㈱①㍻ ﾔﾏﾀﾞ")]
    [InlineData("👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ☎️")]
    [InlineData("=1+1 {0} @Model <script>")]
    [InlineData("ที่นี่ הָאָלֶף")]
    public void IV_01_OrdinaryTexts_AreFine(string text) => TextCheck.Find(text, multiline: false).ShouldBeNull();

    [Theory]
    [InlineData("one\r\ntwo")]
    [InlineData("one\ttwo")]
    [InlineData("one\u2028two")]
    [InlineData("one\u2029two")]
    public void IV_01_LineBreaksAndTabs_AreForFieldsOfSeveralLines(string text)
    {
        TextCheck.Find(text, multiline: true).ShouldBeNull();
        TextCheck.Find(text, multiline: false).ShouldBe(TextProblem.ControlCharacter);
    }

    // Not as InlineData: a test runner that writes names as UTF-8 would lose the half pair.
    [Fact]
    public void IV_01_HalfAPair_IsFound()
    {
        TextCheck.Find("a" + (char)0xD83D, multiline: false).ShouldBe(TextProblem.LoneSurrogate);
        TextCheck.Find((char)0xDE00 + "a", multiline: false).ShouldBe(TextProblem.LoneSurrogate);
        TextCheck.Find($"{(char)0xDE00}{(char)0xD83D}", multiline: false).ShouldBe(TextProblem.LoneSurrogate);
    }

    [Theory]
    [InlineData(TextCheck.MaximumCombiningMarks, null)]
    [InlineData(TextCheck.MaximumCombiningMarks + 1, TextProblem.TooManyCombiningMarks)]
    [InlineData(1000, TextProblem.TooManyCombiningMarks)]
    public void IV_01_ATowerOfCombiningMarks_IsFound(int marks, TextProblem? problem) =>
        TextCheck.Find("a" + new string('\u0301', marks) + "b\u0301", multiline: false).ShouldBe(problem);

    [Theory]
    [InlineData('\u0903')]
    [InlineData('\u20DD')]
    public void IV_01_SpacingAndEnclosingMarks_CountToo(char mark) =>
        TextCheck.Find("a" + new string(mark, TextCheck.MaximumCombiningMarks + 1), multiline: false)
            .ShouldBe(TextProblem.TooManyCombiningMarks);

    [Fact]
    public void IV_01_ATextThatIsFine_SurvivesUtf8() =>
        Prop.ForAll(TypedText.Any,
                text => TextCheck.Find(text, multiline: true) is not null || Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void IV_01_AProblem_StaysAProblemWhateverStandsAround() =>
        Prop.ForAll(TypedText.Any,
                text => TextCheck.Find(text, multiline: false) is null || TextCheck.Find($"a{text}b", multiline: false) is not null)
            .QuickCheckThrowOnFailure();
}
