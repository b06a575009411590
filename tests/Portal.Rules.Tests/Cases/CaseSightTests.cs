using Portal.Rules.Cases;

namespace Portal.Rules.Tests.Cases;

public sealed class CaseSightTests
{
    private static readonly CaseSight Stranger = new() { IsOfContract = true, Visibility = CaseVisibility.NobodyElse };

    public static TheoryData<string, CaseSight, bool> Readers => new()
    {
        { "nobody else", Stranger, false },
        { "nobody else, its author", Stranger with { IsAuthor = true }, true },
        { "nobody else, a follower", Stranger with { IsFollower = true }, true },
        { "nobody else, a manager", Stranger with { IsManager = true }, false },
        { "nobody else, chosen before", Stranger with { IsChosen = true }, false },
        { "managers, a member", Stranger with { Visibility = CaseVisibility.Managers }, false },
        { "managers, a manager", Stranger with { Visibility = CaseVisibility.Managers, IsManager = true }, true },
        { "chosen, a member", Stranger with { Visibility = CaseVisibility.Chosen }, false },
        { "chosen, a manager", Stranger with { Visibility = CaseVisibility.Chosen, IsManager = true }, false },
        { "chosen, one of them", Stranger with { Visibility = CaseVisibility.Chosen, IsChosen = true }, true },
        { "everybody", Stranger with { Visibility = CaseVisibility.Everybody }, true },
        { "confidential", Stranger with { Visibility = CaseVisibility.Everybody, IsConfidential = true }, false },
        {
            "confidential, a manager",
            Stranger with { Visibility = CaseVisibility.Everybody, IsConfidential = true, IsManager = true }, true
        },
        { "confidential, its author", Stranger with { IsConfidential = true, IsAuthor = true }, true },
        { "confidential, a follower", Stranger with { IsConfidential = true, IsFollower = true }, true },
        {
            "confidential, one of the chosen",
            Stranger with { Visibility = CaseVisibility.Chosen, IsConfidential = true, IsChosen = true }, false
        },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public void CASE_6_WhoSeesACase(string reader, CaseSight sight, bool seen) => sight.IsSeen.ShouldBe(seen, reader);

    [Fact]
    public void CASE_6_AnotherContractSeesNothing_AndTheMarkOnlyNarrows()
    {
        foreach (var sight in All())
        {
            (sight with { IsOfContract = false }).IsSeen.ShouldBeFalse();
            ((sight with { IsConfidential = true }).IsSeen && !(sight with { IsConfidential = false }).IsSeen).ShouldBeFalse();
        }
    }

    private static IEnumerable<CaseSight> All()
    {
        bool[] both = [false, true];
        return from author in both
               from follower in both
               from manager in both
               from chosen in both
               from confidential in both
               from visibility in Enum.GetValues<CaseVisibility>()
               select new CaseSight(true, author, follower, manager, chosen, confidential, visibility);
    }
}
