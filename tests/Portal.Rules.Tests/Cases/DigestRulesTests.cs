using Portal.Rules.Cases;

namespace Portal.Rules.Tests.Cases;

public sealed class DigestRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Own act; time's; seconds since the last mail; seconds to the next digest; seconds it waits.</summary>
    public static TheoryData<bool, bool, int?, int?, int?> Turns => new()
    {
        // The first goes out, and whatever comes two minutes after it.
        { false, false, null, null, null },
        { false, false, 120, null, null },
        { false, false, 121, null, null },
        { false, false, 100_000, null, null },

        // What is between waits for the end of the two minutes.
        { false, false, 0, null, 120 },
        { false, false, 1, null, 119 },
        { false, false, 119, null, 1 },

        // A node whose clock is ahead keeps nobody waiting for longer.
        { false, false, -30, null, 120 },

        // What waits already is told first, also where its time is over and no round has come.
        { false, false, 30, 90, 90 },
        { false, false, null, 5, 5 },
        { false, false, 500, -20, -20 },

        // Receipts of one's own acts and dates never wait.
        { true, false, 1, null, null },
        { true, false, 1, 60, null },
        { false, true, 1, null, null },
        { false, true, 1, 60, null },
    };

    [Theory]
    [MemberData(nameof(Turns))]
    public void CASE_7_TheFirstIsToldAtOnce_WhatFollowsWithinTwoMinutesTogether(bool isOwn, bool isByTime, int? since, int? next,
        int? waits)
    {
        DateTimeOffset? After(int? seconds) => seconds is { } some ? Now.AddSeconds(some) : null;

        DigestRules.WaitsUntil(new DigestFacts(isOwn, isByTime, After(-since), After(next)), Now).ShouldBe(After(waits));
    }

    [Fact]
    public void CASE_7_NoReaderIsMailedTwiceWithinTheWindow_HoweverFastThingsHappen()
    {
        DateTimeOffset? last = null;
        DateTimeOffset? next = null;
        var mails = new List<DateTimeOffset>();
        for (var now = Now; now < Now.AddMinutes(20); now = now.AddSeconds(7))
        {
            if (next <= now)
            {
                mails.Add(now);
                (last, next) = (now, null);
            }

            next = DigestRules.WaitsUntil(new DigestFacts(false, false, last, next), now);
            if (next is null)
            {
                mails.Add(now);
                last = now;
            }
        }

        mails.Count.ShouldBeInRange(9, 11);
        mails.Zip(mails.Skip(1), (one, other) => other - one).ShouldAllBe(pause => pause >= DigestRules.Window);
    }
}
