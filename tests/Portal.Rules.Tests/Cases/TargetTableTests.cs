using Portal.Rules.Cases;

namespace Portal.Rules.Tests.Cases;

public sealed class TargetTableTests
{
    private static readonly ResponseTarget Usual = new(4, 8, 40);

    [Fact]
    public void CASE_9_ATableOfWhichEachLineCounts_HasNoFault() =>
        TargetTable.Faults([Usual with { Priority = CasePriority.Urgent }, Usual with { Kinds = [CaseKind.Fault] }, Usual]).ShouldBeEmpty();

    [Fact]
    public void CASE_9_ALineBelowOneThatSuitsAll_NeverCounts() =>
        TargetTable.Faults([Usual, Usual with { Kinds = [CaseKind.Fault] }]).ShouldBe(
            new Dictionary<int, ResponseTargetFault> { [1] = ResponseTargetFault.NeverCounts });

    [Fact]
    public void CASE_9_AlsoSeveralLinesTogetherSuitAll()
    {
        var each = Enum.GetValues<CasePriority>().Select(priority => Usual with { Priority = priority });

        TargetTable.Faults([.. each, Usual]).ShouldBe(new Dictionary<int, ResponseTargetFault> { [3] = ResponseTargetFault.NeverCounts });
    }

    [Theory]
    [InlineData(4, 4, false)]
    [InlineData(4, 3.5, true)]
    public void CASE_9_TheSolutionComesNotBeforeTheFirstAnswer(double first, double solution, bool isFault) =>
        TargetTable.Faults([new ResponseTarget(first, 8, solution)]).Values.Contains(ResponseTargetFault.SolutionBeforeAnswer)
            .ShouldBe(isFault);

    [Fact]
    public void CASE_9_ATargetOfSeveralKinds_IsALineForEach_AndDecidesTheSame()
    {
        ResponseTarget[] targets = [Usual with { Kinds = [CaseKind.Fault, CaseKind.Alert] }, Usual with { SolutionHours = 80 }];

        var lines = TargetTable.Lines(targets);

        lines.Select(line => line.Kinds?.Single()).ShouldBe([CaseKind.Fault, CaseKind.Alert, null]);
        foreach (var kind in Enum.GetValues<CaseKind>())
        {
            ResponseTarget.Of(lines, kind, CasePriority.High)!.SolutionHours
                .ShouldBe(ResponseTarget.Of(targets, kind, CasePriority.High)!.SolutionHours);
        }
    }
}
