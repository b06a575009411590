using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Text;
using Shouldly;

namespace Portal.Rules.Tests.Text;

[Trait("Review", "F1")]
public sealed class ShortenedProperties
{
    // Families, flags, keycaps, marks over marks, syllables of several letters, and halves of pairs.
    private static readonly string[] Pieces =
    [
        "a", "漢", "é", "e\u0301", "か\u3099", "😀", "👨‍👩‍👧‍👦", "🇯🇵", "1️⃣", "👍🏽", "葛\U000E0100",
        "각", "\u1100\u1161\u11A8", "क्षि", "\r\n", "\uD83D", "\uDE00", "\0", "\u200D", "\u0301",
    ];

    private static Arbitrary<string> Texts => Arb.From(
        Gen.Elements(Pieces).ArrayOf().Select(string.Concat),
        text => Enumerable.Range(0, text.Length).Select(at => text.Remove(at, 1)));

    private static Arbitrary<int> Rooms => Gen.Choose(0, 24).ToArbitrary();

    [Fact]
    public void TEXT_3_WhatIsCut_FitsAndIsABeginning() =>
        Prop.ForAll(Texts, Rooms,
                (text, room) => Shortened.To(text, room) is var cut && cut.Length <= room && text.StartsWith(cut, StringComparison.Ordinal))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void TEXT_3_ACut_IsNeverInsideACharacterThatFits() =>
        Prop.ForAll(Texts, Rooms, (text, room) =>
        {
            var ends = Ends(text);
            return Shortened.To(text, room).Length is var cut && (ends.Contains(cut) || (ends.Count > 1 && ends[1] > room));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TEXT_3_ACut_NeverHalvesASurrogatePair() =>
        Prop.ForAll(Texts, Rooms,
                (text, room) => Halves(Shortened.To(text, room)) <= Halves(text)
                && Halves(Shortened.AtCodePoint(text, room)) <= Halves(text))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void TEXT_3_NoMoreIsLeftOutThanMustBe() =>
        Prop.ForAll(Texts, Rooms, (text, room) => Shortened.To(text, room).Length >= Ends(text).LastOrDefault(end => end <= room))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void TEXT_3_WhatFits_StaysAsItIs() =>
        Prop.ForAll(Texts, text => ReferenceEquals(Shortened.To(text, text.Length), text)).QuickCheckThrowOnFailure();

    [Fact]
    public void TEXT_3_WhatFitsHere_FitsHoweverTheDatabaseCounts() =>
        Prop.ForAll(Texts, Rooms, (text, room) => Shortened.To(text, room).EnumerateRunes().Count() <= room).QuickCheckThrowOnFailure();

    [Fact]
    public void TEXT_3_OneCharacterLongerThanTheRoom_IsCutBetweenCodePoints()
    {
        var heap = "a" + new string('\u0301', 1000);
        Shortened.To(heap, 256).ShouldBe(heap[..256]);
        Shortened.To("👨‍👩‍👧‍👦", 4).ShouldBe("👨‍");
        Shortened.To("😀", 1).ShouldBe("");
    }

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("a😀cd", 3, "a…")]
    public void TEXT_3_AnEllipsis_StandsForWhatIsMissing(string text, int room, string expected) =>
        Shortened.WithEllipsis(text, room).ShouldBe(expected);

    [Theory]
    [InlineData("abc", "ab…")]
    [InlineData("a👨‍👩‍👧‍👦", "a…")]
    [InlineData("", "…")]
    public void TEXT_3_AnEllipsis_TakesThePlaceOfAWholeCharacter(string text, string expected) =>
        Shortened.EndingInEllipsis(text).ShouldBe(expected);

    [Theory]
    [InlineData("abcdef", 3, "def")]
    [InlineData("ab😀😀", 3, "😀")]
    [InlineData("ab", 3, "ab")]
    [InlineData("😀", 1, "")]
    public void TEXT_3_AnEnd_BeginsWithAWholeCharacter(string text, int room, string expected) =>
        Shortened.End(text, room).ShouldBe(expected);

    [Theory]
    [InlineData("abc", "a")]
    [InlineData("👨‍👩‍👧‍👦x", "👨‍👩‍👧‍👦")]
    [InlineData("", "")]
    public void TEXT_3_TheFirstCharacter_IsAWholeOne(string text, string expected) => Shortened.First(text).ShouldBe(expected);

    [Fact]
    public void TEXT_3_StorableText_IsAlwaysTakenByEncoderAndDatabase() =>
        Prop.ForAll(Texts, text =>
        {
            var stored = StorableText.Of(text);
            return !stored.Contains('\0', StringComparison.Ordinal) && Strict.GetByteCount(stored) > -1 && StorableText.IsStorable(stored)
                && stored.Length == text.Length && ReferenceEquals(StorableText.Of(stored), stored);
        }).QuickCheckThrowOnFailure();

    private static UTF8Encoding Strict => new(false, throwOnInvalidBytes: true);

    private static List<int> Ends(string text) => [.. StringInfo.ParseCombiningCharacters(text), text.Length];

    private static int Halves(string text) => Enumerable.Range(0, text.Length).Count(at => char.IsSurrogate(text[at])
        && !(at + 1 < text.Length && char.IsSurrogatePair(text, at)) && !(at > 0 && char.IsSurrogatePair(text, at - 1)));
}
