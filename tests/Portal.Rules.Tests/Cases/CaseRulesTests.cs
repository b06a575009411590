using Portal.Rules.Cases;

namespace Portal.Rules.Tests.Cases;

public sealed class CaseRulesTests
{
    private static readonly CaseStatus[] Statuses = Enum.GetValues<CaseStatus>();
    private static readonly CaseSide[] Sides = Enum.GetValues<CaseSide>();
    private static readonly CaseMove[] Moves = Enum.GetValues<CaseMove>();

    /// <summary>All that CASE-3 allows; what is not here is refused.</summary>
    private static readonly Dictionary<(CaseSide Side, CaseStatus From, CaseMove Move), CaseStatus> Allowed = new()
    {
        [(CaseSide.Agent, CaseStatus.New, CaseMove.Take)] = CaseStatus.InProgress,
        [(CaseSide.Agent, CaseStatus.New, CaseMove.Ask)] = CaseStatus.AwaitingCustomer,
        [(CaseSide.Agent, CaseStatus.New, CaseMove.Solve)] = CaseStatus.Resolved,
        [(CaseSide.Agent, CaseStatus.InProgress, CaseMove.Ask)] = CaseStatus.AwaitingCustomer,
        [(CaseSide.Agent, CaseStatus.InProgress, CaseMove.Solve)] = CaseStatus.Resolved,
        [(CaseSide.Agent, CaseStatus.AwaitingCustomer, CaseMove.Resume)] = CaseStatus.InProgress,
        [(CaseSide.Customer, CaseStatus.New, CaseMove.Close)] = CaseStatus.Closed,
        [(CaseSide.Customer, CaseStatus.InProgress, CaseMove.Close)] = CaseStatus.Closed,
        [(CaseSide.Customer, CaseStatus.AwaitingCustomer, CaseMove.Close)] = CaseStatus.Closed,
        [(CaseSide.Customer, CaseStatus.AwaitingCustomer, CaseMove.Answer)] = CaseStatus.InProgress,
        [(CaseSide.Customer, CaseStatus.Resolved, CaseMove.Approve)] = CaseStatus.Closed,
        [(CaseSide.Customer, CaseStatus.Resolved, CaseMove.Reject)] = CaseStatus.InProgress,
        [(CaseSide.System, CaseStatus.Resolved, CaseMove.Expire)] = CaseStatus.Closed,
    };

    public static TheoryData<CaseSide, CaseStatus, CaseMove> WholeTable => new(
        from side in Sides from status in Statuses from move in Moves select (side, status, move));

    [Theory]
    [MemberData(nameof(WholeTable))]
    public void CASE_3_AZ_16_TheWholeTable_OfSidesStatusesAndMoves(CaseSide side, CaseStatus from, CaseMove move)
    {
        var decision = CaseRules.Decide(side, from, move);

        if (Allowed.TryGetValue((side, from, move), out var to))
        {
            decision.ShouldBe(new CaseDecision.Allowed(to));
        }
        else
        {
            decision.ShouldBeOfType<CaseDecision.Refused>();
        }
    }

    [Fact]
    public void CASE_3_NothingLeavesClosed_AndNobodyOfTheProviderCloses()
    {
        foreach (var (side, from, move) in WholeTable.Select(row => row.Data))
        {
            var to = (CaseRules.Decide(side, from, move) as CaseDecision.Allowed)?.To;

            (from == CaseStatus.Closed ? to : null).ShouldBeNull();
            (side == CaseSide.Agent ? to : null).ShouldNotBe(CaseStatus.Closed);
        }
    }

    [Theory]
    [InlineData(CaseSide.Customer, CaseStatus.Resolved, CaseMove.Close, CaseObstacle.WrongStatus)]
    [InlineData(CaseSide.Customer, CaseStatus.InProgress, CaseMove.Approve, CaseObstacle.WrongStatus)]
    [InlineData(CaseSide.Customer, CaseStatus.Closed, CaseMove.Approve, CaseObstacle.IsClosed)]
    [InlineData(CaseSide.Customer, CaseStatus.New, CaseMove.Take, CaseObstacle.NotTheirs)]
    [InlineData(CaseSide.Agent, CaseStatus.Resolved, CaseMove.Approve, CaseObstacle.NotTheirs)]
    [InlineData(CaseSide.Agent, CaseStatus.AwaitingCustomer, CaseMove.Solve, CaseObstacle.WrongStatus)]
    public void CASE_3_ARefusalSaysWhy(CaseSide side, CaseStatus from, CaseMove move, CaseObstacle why) =>
        CaseRules.Decide(side, from, move).ShouldBe(new CaseDecision.Refused(why));

    [Fact]
    public void CASE_3_OfAllCommentsOfCustomers_OneMovesSomething_FromAwaitingToInProgress()
    {
        var moved = Statuses.Where(status => CaseRules.MoveOfComment(CaseSide.Customer, status) is not null);

        moved.ShouldBe([CaseStatus.AwaitingCustomer]);
        Statuses.Where(status => CaseRules.ObstacleToComment(status) is not null).ShouldBe([CaseStatus.Closed]);
    }

    [Fact]
    public void CASE_3_WhatACommentMovesIsAMoveOfItsSide()
    {
        foreach (var side in Sides)
        {
            foreach (var status in Statuses)
            {
                if (CaseRules.MoveOfComment(side, status) is { } move)
                {
                    CaseRules.Decide(side, status, move).ShouldBeOfType<CaseDecision.Allowed>();
                }
            }
        }
    }

    [Theory]
    [InlineData(CaseStatus.New, CaseExpectation.WaitToBeTaken, CaseExpectation.Take)]
    [InlineData(CaseStatus.InProgress, CaseExpectation.WaitForAnswer, CaseExpectation.AnswerOrSolve)]
    [InlineData(CaseStatus.AwaitingCustomer, CaseExpectation.Answer, CaseExpectation.WaitForCustomer)]
    [InlineData(CaseStatus.Resolved, CaseExpectation.ApproveOrReject, CaseExpectation.WaitForCustomer)]
    [InlineData(CaseStatus.Closed, CaseExpectation.AskAnewIfNeeded, CaseExpectation.Nothing)]
    public void CASE_4_WhatIsExpected_ByStatusAndSide(CaseStatus status, CaseExpectation customer, CaseExpectation agent)
    {
        CaseRules.Expected(CaseSide.Customer, status, isOwed: false).ShouldBe(customer);
        CaseRules.Expected(CaseSide.Agent, status, isOwed: false).ShouldBe(agent);
        CaseRules.Expected(CaseSide.System, status, isOwed: false).ShouldBe(CaseExpectation.Nothing);
        CaseRules.Expected(CaseSide.Customer, status, isOwed: true).ShouldBe(customer);
        CaseRules.Expected(CaseSide.Agent, status, isOwed: true)
            .ShouldBe(status == CaseStatus.Resolved ? CaseExpectation.AnswerSolved : agent);
    }

    [Fact]
    public void HOME_2_WaitingForYou_IsAwaitingAndSolved() =>
        Statuses.Where(CaseRules.AwaitsCustomer).ShouldBe([CaseStatus.AwaitingCustomer, CaseStatus.Resolved]);

    [Theory]
    [InlineData(1, "CS0000001")]
    [InlineData(1234567, "CS1234567")]
    [InlineData(CaseNumber.Most, "CS9999999")]
    public void CASE_1_ANumberIsTwoLettersAndSevenDigits(int number, string text)
    {
        CaseNumber.Of(number).ShouldBe(text);
        CaseNumber.Read(text).ShouldBe(number);
        CaseNumber.Read(text.ToLowerInvariant()).ShouldBe(number);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CS")]
    [InlineData("CS0000000")]
    [InlineData("CS000001")]
    [InlineData("CS00000001")]
    [InlineData("CS-000001")]
    [InlineData("CS 000001")]
    [InlineData("CS000000１")]
    [InlineData("XX0000001")]
    public void CASE_1_WhatIsNoNumberIsNone(string? text) => CaseNumber.Read(text).ShouldBeNull();
}
