using Portal.Rules.Text;
using Shouldly;

namespace Portal.Rules.Tests.Text;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2026-07-01")]
    [InlineData("2026/7/1")]
    [InlineData("2026.7.1")]
    [InlineData("2026年7月1日")]
    [InlineData("２０２６／０７／０１")]
    [InlineData(" 2026年 7月 1日 ")]
    public void IV_08_ADateIsReadHoweverItIsWritten(string text) => DateText.Parse(text).ShouldBe(new DateOnly(2026, 7, 1));

    [Theory]
    [InlineData("")]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("26-07-01")]
    [InlineData("令和8年7月1日")]
    [InlineData("2026-07-01T00:00")]
    [InlineData("01.07.2026")]
    [InlineData("-2026-7-1")]
    [InlineData("10000-01-01")]
    [InlineData("\ud800")]
    public void IV_08_WhatIsNoDateIsNone(string text) => DateText.Parse(text).ShouldBeNull();

    [Fact]
    public void IV_08_LeapDaysAndTheLastDayOfAllAreDates()
    {
        DateText.Parse("2028-02-29").ShouldBe(new DateOnly(2028, 2, 29));
        DateText.Parse("9999-12-31").ShouldBe(DateOnly.MaxValue);
    }
}
