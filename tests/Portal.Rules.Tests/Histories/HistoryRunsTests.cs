using Portal.Rules.Histories;
using Shouldly;
using Xunit;

namespace Portal.Rules.Tests.Histories;

public sealed class HistoryRunsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 13, 12, 0, 0, TimeSpan.FromHours(9));

    /// <summary>
    /// Letters are events of a kind, the numbers before them minutes from noon. Days stand between |, runs in brackets.
    /// </summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("0A", "A")]
    [InlineData("0A 1A", "A A")]
    [InlineData("0A 1A 2A", "[AAA]")]
    [InlineData("2A 1A 0A", "[AAA]")]
    [InlineData("0A 1A 2A 3A 4A 5B", "[AAAAA] B")]
    [InlineData("0A 1A 2B 3A 4A", "A A B A A")]
    [InlineData("0B 1A 2A 3A 4B 5B 6B", "B [AAA] [BBB]")]
    [InlineData("0A 60A 120A", "[AAA]")]
    [InlineData("0A 60A 121A", "A A A")]
    [InlineData("0A 1A 2A 63A 64A 65A", "[AAA] [AAA]")]
    [InlineData("718A 719A 720A", "A A|A")]
    [InlineData("717A 718A 719A 720A 721A 722A", "[AAA]|[AAA]")]
    [InlineData("0A 1440A 2880B", "A|A|B")]
    public void FACE_6_WhatHappensSeveralTimesInARowIsToldOnce(string events, string told)
    {
        (DateTimeOffset At, string What)[] rows =
        [
            .. events.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(each => (Noon.AddMinutes(int.Parse(each[..^1], System.Globalization.CultureInfo.InvariantCulture)), each[^1..])),
        ];

        var days = HistoryRuns.Of(rows, row => new HistoryMark(row.At, row.What));

        string.Join('|', days.Select(day => string.Join(' ', day.Entries.Select(Told)))).ShouldBe(told);
        days.SelectMany(day => day.Entries).SelectMany(entry => entry).ShouldBe(rows);
    }

    [Fact]
    public void FACE_6_ADayIsThatOfTheReader()
    {
        var late = new DateTimeOffset(2026, 5, 13, 23, 30, 0, TimeSpan.FromHours(9));
        DateTimeOffset[] rows = [late, late.AddHours(1)];

        HistoryRuns.Of(rows, at => new HistoryMark(at, "")).Select(day => day.Day)
            .ShouldBe([new DateOnly(2026, 5, 13), new DateOnly(2026, 5, 14)]);
        HistoryRuns.Of(rows, at => new HistoryMark(at.ToUniversalTime(), "")).ShouldHaveSingleItem();
    }

    private static string Told(IReadOnlyList<(DateTimeOffset At, string What)> entry)
    {
        var letters = string.Concat(entry.Select(each => each.What));
        return entry.Count > 1 ? $"[{letters}]" : letters;
    }
}
