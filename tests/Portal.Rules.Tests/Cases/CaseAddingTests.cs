using Portal.Rules.Cases;

namespace Portal.Rules.Tests.Cases;

public sealed class CaseAddingTests
{
    private static readonly CaseAdding Reader = new() { Visibility = CaseVisibility.Everybody };

    public static TheoryData<string, CaseAdding, bool> Adding => new()
    {
        { "everybody, a colleague", Reader, true },
        { "everybody, oneself", Reader with { IsOneself = true }, false },
        { "confidential, a colleague", Reader with { IsConfidential = true }, false },
        { "managers, a colleague", Reader with { Visibility = CaseVisibility.Managers }, false },
        { "chosen, a colleague", Reader with { Visibility = CaseVisibility.Chosen }, false },
        { "nobody else, a colleague", Reader with { Visibility = CaseVisibility.NobodyElse }, false },
        { "everybody, by whose case it is", Reader with { Manages = true }, true },
        { "everybody, oneself, by whose case it is", Reader with { Manages = true, IsOneself = true }, true },
        { "confidential, by whose case it is", Reader with { Manages = true, IsConfidential = true }, true },
        { "managers, by whose case it is", Reader with { Manages = true, Visibility = CaseVisibility.Managers }, true },
        { "chosen, by whose case it is", Reader with { Manages = true, Visibility = CaseVisibility.Chosen }, true },
        { "nobody else, by whose case it is", Reader with { Manages = true, Visibility = CaseVisibility.NobodyElse }, true },
    };

    [Theory]
    [MemberData(nameof(Adding))]
    public void CASE_6_WhoAddsAColleague(string who, CaseAdding adding, bool allowed) => adding.IsAllowed.ShouldBe(allowed, who);
}
