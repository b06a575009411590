using System.Globalization;
using Portal.Rules.Calendars;
using Portal.Rules.Cases;

namespace Portal.Rules.Tests.Cases;

public sealed class ResponseClockTests
{
    /// <summary>Monday to Friday, 9:00 to 17:00, without holidays.</summary>
    private static readonly WorkingCalendar Desk = new(
        Enum.GetValues<DayOfWeek>().Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .ToDictionary(day => day, _ => new WorkingSpan(TimeSpan.FromHours(9), TimeSpan.FromHours(17))), _ => false);

    private static readonly ResponseTarget Usual = new(4, 8, 40);
    private static readonly ResponseTarget Pressing = new(1, 2, 8);
    private static readonly ClockFacts Nothing = new(CaseStatus.New, null, false);

    [Theory]
    [InlineData(CaseKind.Fault, CasePriority.Urgent, 1.0)]
    [InlineData(CaseKind.Alert, CasePriority.Urgent, 2.0)]
    [InlineData(CaseKind.Fault, CasePriority.Normal, 3.0)]
    [InlineData(CaseKind.Other, CasePriority.High, null)]
    public void CASE_9_TheFirstTargetThatSuits_IsTheCases(CaseKind kind, CasePriority priority, double? hours)
    {
        ResponseTarget[] targets =
        [
            new(1, 1, 1, [CaseKind.Fault], CasePriority.Urgent), new(2, 2, 2, null, CasePriority.Urgent), new(3, 3, 3, [CaseKind.Fault]),
        ];
        ResponseTarget.Of(targets, kind, priority)?.FirstAnswerHours.ShouldBe(hours!.Value);
        (ResponseTarget.Of(targets, kind, priority) is null).ShouldBe(hours is null);
    }

    [Fact]
    public void CASE_9_AnInquiry_StartsBothClocks()
    {
        var clock = Opened("11-24 15:00");

        clock.AnswerDue.ShouldBe(At("11-25 11:00"));
        clock.AnswerWarning.ShouldBe(At("11-25 10:00"));
        clock.SolutionDue.ShouldBe(At("12-01 15:00"));
        clock.SolutionWarning.ShouldBe(At("11-30 13:00"));
        (clock.Due, clock.Warning).ShouldBe((At("11-25 11:00"), At("11-25 10:00")));
    }

    [Fact]
    public void CASE_9_TakingIt_AnswersNothing()
    {
        var clock = Opened("11-24 10:00");
        clock.After(Waits("11-24 10:00"), Waits("11-24 10:00", CaseStatus.InProgress), Usual, Desk, At("11-24 12:00")).ShouldBe(clock);
    }

    [Fact]
    public void CASE_9_AnAnswer_StopsTheOne_AndTheNextQuestionHasItsOwnTime()
    {
        var answered = Opened("11-24 10:00").After(Waits("11-24 10:00"), new(CaseStatus.InProgress, null, true), Usual, Desk,
            At("11-24 11:00"));
        (answered.AnswerDue, answered.AnswerWarning, answered.Due).ShouldBe((null, null, At("12-01 10:00")));

        var asked = answered.After(new(CaseStatus.InProgress, null, true), Waits("11-24 16:00", CaseStatus.InProgress, true), Usual, Desk,
            At("11-24 16:00"));
        (asked.AnswerDue, asked.SolutionDue).ShouldBe((At("11-25 16:00"), At("12-01 10:00")));
    }

    [Theory]
    [InlineData(CaseStatus.AwaitingCustomer)]
    [InlineData(CaseStatus.Resolved)]
    public void CASE_9_WhileTheCustomerIsAsked_TheSolutionsClockStandsStill(CaseStatus still)
    {
        var paused = Opened("11-24 10:00").After(Waits("11-24 10:00"), new(still, null, true), Usual, Desk, At("11-24 12:00"));
        (paused.SolutionDue, paused.SolutionLeft, paused.Due).ShouldBe((null, TimeSpan.FromHours(38), null));
        paused.After(new(still, null, true), new(still, null, true), Usual, Desk, At("11-26 12:00")).SolutionLeft
            .ShouldBe(TimeSpan.FromHours(38), "two days of the customer's cost the desk nothing");

        var again = paused.After(new(still, null, true), Waits("11-30 09:00", CaseStatus.InProgress, true), Usual, Desk, At("11-30 09:00"));
        (again.SolutionDue, again.SolutionLeft).ShouldBe((At("12-04 15:00"), null));
    }

    [Fact]
    public void CASE_9_WhatWasOverdue_IsOverdueAgainAtOnce()
    {
        var paused = Opened("11-02 10:00").After(Waits("11-02 10:00"), new(CaseStatus.AwaitingCustomer, null, true), Usual, Desk,
            At("11-24 12:00"));
        paused.SolutionLeft.ShouldBe(TimeSpan.Zero);
        paused.After(new(CaseStatus.AwaitingCustomer, null, true), Waits("11-26 12:00", CaseStatus.InProgress, true), Usual, Desk,
            At("11-26 12:00")).SolutionDue.ShouldBe(At("11-26 12:00"));
    }

    [Fact]
    public void CASE_9_AClosedCase_AndOneWithoutAPromise_HaveNoClocks()
    {
        Opened("11-24 10:00").After(Waits("11-24 10:00"), new(CaseStatus.Closed, null, true), Usual, Desk, At("11-24 12:00"))
            .ShouldBe(ResponseClock.Off);
        ResponseClock.Off.After(Nothing, Waits("11-24 10:00"), null, Desk, At("11-24 10:00")).ShouldBe(ResponseClock.Off);
    }

    [Fact]
    public void CASE_9_AnotherPriority_CountsWhatIsUsed()
    {
        var clock = Opened("11-24 09:00").Under(Usual, Pressing, Waits("11-24 09:00"), Desk, At("11-24 12:00"));
        (clock.AnswerDue, clock.SolutionDue).ShouldBe((At("11-24 10:00"), At("11-24 17:00")));
        var late = Opened("11-24 09:00").Under(Usual, Pressing, Waits("11-24 09:00"), Desk, At("11-26 12:00"));
        late.SolutionDue.ShouldBe(At("11-26 12:00"), "eight hours were used long ago");
        var back = clock.Under(Pressing, Usual, Waits("11-24 09:00"), Desk, At("11-24 12:00"));
        (back.AnswerDue, back.SolutionDue).ShouldBe((At("11-24 13:00"), At("11-30 17:00")));
        clock.Under(Pressing, null, Waits("11-24 09:00"), Desk, At("11-24 12:00")).ShouldBe(ResponseClock.Off);
        ResponseClock.Off.Under(Usual, Pressing, Waits("11-24 09:00"), Desk, At("11-24 12:00")).SolutionDue
            .ShouldBe(At("11-25 12:00"), "nothing of a clock that never ran is used");
        Opened("11-24 09:00").Under(Pressing, Pressing, Waits("11-24 09:00"), Desk, At("11-24 12:00")).SolutionDue
            .ShouldBe(At("11-25 12:00"), "the target was lowered since: nobody gets more than it says");
        ResponseClock.Off.Under(null, Pressing, Waits("11-24 09:00"), Desk, At("11-24 12:00")).SolutionDue.ShouldBe(At("11-25 12:00"));
    }

    [Fact]
    public void CASE_9_WhateverHappens_OneSolutionClockRunsOrStands_NeverBoth()
    {
        var random = new Random(99);
        for (var life = 0; life < 300; life++)
        {
            var (now, clock, was) = (At("01-05 09:00"), ResponseClock.Off, Nothing);
            for (var step = 0; step < 12; step++)
            {
                now = now.AddMinutes(random.Next(0, 3000));
                var status = (CaseStatus)random.Next(0, 4);
                DateTime? since = random.Next(2) == 0 ? null : was.WaitingSince ?? now;
                var facts = new ClockFacts(status, since, was.HasAnswer || random.Next(2) == 0);
                clock = clock.After(was, facts, Usual, Desk, now);
                (clock.SolutionDue is null).ShouldBe(status is CaseStatus.AwaitingCustomer or CaseStatus.Resolved);
                (clock.SolutionLeft is null).ShouldBe(clock.SolutionDue is not null);
                (clock.AnswerDue is null).ShouldBe(facts.WaitingSince is null);
                (clock.Warning <= clock.Due).ShouldBe(clock.Due is not null);
                was = facts;
            }
        }
    }

    private static ResponseClock Opened(string at) => ResponseClock.Off.After(Nothing, Waits(at), Usual, Desk, At(at));

    private static ClockFacts Waits(string since, CaseStatus status = CaseStatus.New, bool answered = false) =>
        new(status, At(since), answered);

    private static DateTime At(string text) => DateTime.ParseExact("2026-" + text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
