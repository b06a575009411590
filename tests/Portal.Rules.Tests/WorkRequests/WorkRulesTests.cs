using Portal.Rules.WorkRequests;

namespace Portal.Rules.Tests.WorkRequests;

public sealed class WorkRulesTests
{
    [Theory]
    [InlineData(WorkMove.Accept, WorkSide.Provider, WorkStatus.Accepted)]
    [InlineData(WorkMove.Decline, WorkSide.Provider, WorkStatus.Declined)]
    [InlineData(WorkMove.Withdraw, WorkSide.Customer, WorkStatus.Withdrawn)]
    [InlineData(WorkMove.Accept, WorkSide.Customer, null)]
    [InlineData(WorkMove.Decline, WorkSide.Customer, null)]
    [InlineData(WorkMove.Withdraw, WorkSide.Provider, null)]
    public void WORK_3_WhoMayDoWhat_WithASubmittedRequest(WorkMove move, WorkSide by, WorkStatus? to) =>
        WorkRules.After(WorkStatus.Submitted, move, by).ShouldBe(to);

    [Fact]
    public void WORK_3_WhatIsDecided_NeverMovesAgain()
    {
        var moves =
            from status in Enum.GetValues<WorkStatus>()
            where !WorkRules.AwaitsProvider(status)
            from move in Enum.GetValues<WorkMove>()
            from side in Enum.GetValues<WorkSide>()
            select WorkRules.After(status, move, side);

        moves.Count().ShouldBe(18);
        moves.ShouldAllBe(to => to == null);
    }

    [Theory]
    [InlineData("", "プレミアム", true)]
    [InlineData("", "", true)]
    [InlineData("プレミアム", "プレミアム,月次報告会", true)]
    [InlineData("英語レポート,月次報告会", "スタンダード,月次報告会", true)]
    [InlineData("英語レポート", "プレミアム", false)]
    [InlineData("英語レポート", "", false)]
    public void WORK_1_AnItemIsForContractsThatHaveOneOfItsNames(string onlyWith, string has, bool isFor) =>
        WorkRules.IsFor(Names(onlyWith), Names(has)).ShouldBe(isFor);

    [Theory]
    [InlineData("WR0000001", 1)]
    [InlineData("wr0000042", 42)]
    [InlineData("WR9999999", 9_999_999)]
    [InlineData("WR0000000", null)]
    [InlineData("WR000001", null)]
    [InlineData("WR00000012", null)]
    [InlineData("CS0000001", null)]
    [InlineData("WR000000１", null)]
    [InlineData("WR00001 1", null)]
    [InlineData(null, null)]
    public void ANumberOfARequest_IsRead(string? text, int? number)
    {
        WorkRequestNumber.Read(text).ShouldBe(number);
        if (number is { } read)
        {
            WorkRequestNumber.Of(read).ShouldBe(text!.ToUpperInvariant());
        }
    }

    [Theory]
    [InlineData("policy-change", true)]
    [InlineData("a1", true)]
    [InlineData("1a", false)]
    [InlineData("a--b", false)]
    [InlineData("a-", false)]
    [InlineData("Policy", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void ACode_StandsInAddresses(string? code, bool isCode) => WorkCode.IsCode(code).ShouldBe(isCode);

    private static string[] Names(string names) => names.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
