using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Text;

namespace Portal.Rules.Tests.Text.Markdown;

public sealed class HeadingOutlineTests
{
    [Theory]
    [InlineData(1, "", "")]
    [InlineData(1, "1", "2")]
    [InlineData(1, "2 3 3 2", "2 3 3 2")]
    [InlineData(1, "2 2 3", "2 2 3")]
    [InlineData(1, "1 3", "2 3")] // a level left out
    [InlineData(1, "3 2 3", "2 2 3")] // begun in the middle
    [InlineData(1, "1 4 2 4", "2 3 3 4")]
    [InlineData(1, "1 4 3 4", "2 3 3 4")]
    [InlineData(3, "1 2 3", "4 5 6")]
    [InlineData(3, "1 2 3 4 5 6", "4 5 6 6 6 6")] // nothing is below the sixth
    [InlineData(3, "6", "4")]
    public void CASE_1_KNOW_1_NoLevelIsSkipped(int above, string typed, string placed) =>
        HeadingOutline.Under(above, Levels(typed)).ShouldBe(Levels(placed));

    [Fact]
    public void CASE_1_KNOW_1_WhateverIsTyped_HasNoGap() =>
        Prop.ForAll(Gen.Choose(1, 6).ArrayOf().ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), (typed, above) =>
        {
            var placed = HeadingOutline.Under(above, typed);
            placed.Count.ShouldBe(typed.Length);
            var last = above;
            foreach (var level in placed)
            {
                level.ShouldBeInRange(above + 1, Math.Min(last + 1, 6), string.Join(' ', typed));
                last = level;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    /// <summary>What was placed once is not moved when it is placed again, under whatever heading.</summary>
    [Fact]
    public void CASE_1_KNOW_1_PlacedAgain_TheShapeStays() =>
        Prop.ForAll(Gen.Choose(1, 3).ArrayOf().ToArbitrary(), typed =>
            HeadingOutline.Under(1, HeadingOutline.Under(3, typed)).ShouldBe(HeadingOutline.Under(1, typed)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static int[] Levels(string levels) =>
        [.. levels.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
}
