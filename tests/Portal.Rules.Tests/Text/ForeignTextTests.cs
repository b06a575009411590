using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Text;
using Shouldly;

namespace Portal.Rules.Tests.Text;

[Trait("Review", "S19")]
public sealed class ForeignTextTests
{
    [Theory]
    [InlineData("Chrome\u202E141", "Chrome141")]
    [InlineData("a\u200Bb\u2066c\uFEFFd\u00ADe", "abcde")]
    [InlineData("a\uFFFEb\uFDD0c\U0001FFFFd", "abcd")]
    [InlineData("a\r\nb\u2028c\u001B[31m\0", "abc[31m")]
    [InlineData("tag\U000E0041", "tag")]
    [InlineData("日本語 😀", "日本語 😀")]
    public void AU_06_WhatNobodySees_IsNotKept(string sent, string kept) => ForeignText.Of(sent, 100).ShouldBe(kept);

    // Not as data of the theory: an attribute keeps its texts as UTF-8, which has no half pairs.
    [Fact]
    public void TEXT_3_HalfAPair_IsReplaced() => ForeignText.Of("a\uD83D", 100).ShouldBe("a\uFFFD");

    [Theory]
    [InlineData(256)]
    [InlineData(255)]
    public void TEXT_3_ALongText_IsCutAtAWholeCharacter(int room) =>
        ForeignText.Of(new string('\u202E', 5000) + string.Concat(Enumerable.Repeat("😀", 5000)), room).Length.ShouldBe(room & ~1);

    [Fact]
    public void TEXT_3_AU_06_Whatever_IsSent_FitsAndCanBeStored() =>
        Prop.ForAll(TypedText.Any, Gen.Choose(0, 20).ToArbitrary(),
                (text, room) => ForeignText.Of(text, room) is var kept && kept.Length <= room && StorableText.IsStorable(kept))
            .QuickCheckThrowOnFailure();
}
