using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Cases.Filters;
using Portal.Rules.Text;

namespace Portal.Rules.Tests.Cases.Filters;

public sealed class FilterReaderTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static readonly string[] Values =
    [
        "", "me", "VPN", "a.b.c", "  請求書 ", "ＣＳ００００００１", "CS0000012", "7", "07", "0", "10000000", "2026-07-01", "2026年7月1日",
        "1999-12-31", "30", "new", "awaiting-customer", "report-delivery", "d2719b1f-6f44-4b39-9d7c-1f8ac8b9f6b0", "%_[", "100%&g2=x",
    ];

    [Theory]
    [InlineData("number.is.CS0000012", "number.is.12")]
    [InlineData("number.before.ｃｓ００００００７", "number.before.7")]
    [InlineData("number.after.０７", "number.after.7")]
    [InlineData("status.is.awaiting-customer", "status.is.awaiting-customer")]
    [InlineData("status.is-not.closed", "status.is-not.closed")]
    [InlineData("category.is.report-delivery", "category.is.report-delivery")]
    [InlineData("subject.contains. VPN が切れる ", "subject.contains.VPN が切れる")]
    [InlineData("subject.lacks.a.b.c", "subject.lacks.a.b.c")]
    [InlineData("holder.is.試験株式会社", "holder.is.試験株式会社")]
    [InlineData("contact.is.me", "contact.is.me")]
    [InlineData("contact.is-not.D2719B1F-6F44-4B39-9D7C-1F8AC8B9F6B0", "contact.is-not.d2719b1f-6f44-4b39-9d7c-1f8ac8b9f6b0")]
    [InlineData("contact.empty", "contact.empty")]
    [InlineData("contact.empty.whatever", "contact.empty")]
    [InlineData("updated.within.30", "updated.within.30")]
    [InlineData("created.before.2026年7月1日", "created.before.2026-07-01")]
    [InlineData("closed.empty", "closed.empty")]
    public void CASE_5_AConditionHasOneForm(string given, string form)
    {
        var (conditions, faults) = Read([given]);

        faults.ShouldBeEmpty();
        conditions.Parameters.ShouldBe([KeyValuePair.Create("g1", form)]);
    }

    [Theory]
    [InlineData("", FilterProblem.UnknownField)]
    [InlineData("password.is.x", FilterProblem.UnknownField)]
    [InlineData("Status.is.new", FilterProblem.UnknownField)]
    [InlineData("priority.is.high", FilterProblem.UnknownField)]
    [InlineData("0.is.new", FilterProblem.UnknownField)]
    [InlineData("status", FilterProblem.UnknownOperator)]
    [InlineData("status.contains.new", FilterProblem.UnknownOperator)]
    [InlineData("updated.is-not.2026-07-01", FilterProblem.UnknownOperator)]
    [InlineData("subject.empty", FilterProblem.UnknownOperator)]
    [InlineData("subject.1.x", FilterProblem.UnknownOperator)]
    [InlineData("subject.contains", FilterProblem.NoValue)]
    [InlineData("subject.contains.   ", FilterProblem.NoValue)]
    [InlineData("status.is.", FilterProblem.NoValue)]
    [InlineData("status.is.0", FilterProblem.NotAChoice)]
    [InlineData("status.is.New", FilterProblem.NotAChoice)]
    [InlineData("category.is.new", FilterProblem.NotAChoice)]
    [InlineData("contact.is.somebody", FilterProblem.NotAChoice)]
    [InlineData("number.is.CS12", FilterProblem.NotANumber)]
    [InlineData("number.is.-1", FilterProblem.NotANumber)]
    [InlineData("number.is.0", FilterProblem.NotANumber)]
    [InlineData("number.is.99999999999999999999", FilterProblem.NotANumber)]
    [InlineData("updated.is.2026-02-30", FilterProblem.NotADay)]
    [InlineData("updated.before.0001-01-01", FilterProblem.NotADay)]
    [InlineData("updated.after.9999-12-31", FilterProblem.NotADay)]
    [InlineData("updated.within.0", FilterProblem.NotDays)]
    [InlineData("updated.within.3651", FilterProblem.NotDays)]
    [InlineData("updated.within.1e3", FilterProblem.NotDays)]
    [InlineData("subject.contains.a\0b", FilterProblem.NotAText)]
    [InlineData("subject.contains.a\nb", FilterProblem.NotAText)]
    [InlineData("subject.contains.\u202Egnp.exe", FilterProblem.NotAText)]
    public void CASE_5_IV_09_WhatMakesNoSense_IsNamed(string given, FilterProblem problem)
    {
        var (conditions, faults) = Read(["status.is.new", given], ["subject.contains.x", "number.is.1", given]);

        faults.ShouldBe([new FilterFault(0, 1, problem), new FilterFault(1, 2, problem)]);
        conditions.Groups.Select(group => group.Count).ShouldBe([1, 2]);
    }

    [Fact]
    public void CASE_5_GroupsAndConditionsAreBounded()
    {
        string[] Group(int count) => [.. Enumerable.Range(1, count).Select(i => $"number.is-not.{i}")];

        Read(Group(10)).Faults.ShouldBeEmpty();
        Read(["status.is.new"], Group(5000)).Faults.ShouldBe([new FilterFault(1, 10, FilterProblem.TooManyConditions)]);
        Read([.. Enumerable.Repeat(Group(1), 5)]).Faults.ShouldBeEmpty();
        Read([.. Enumerable.Repeat(Group(1), 5000)]).Faults.ShouldBe([new FilterFault(5, 0, FilterProblem.TooManyGroups)]);
        Read(["subject.contains." + '\uD800']).Faults.Single().Problem.ShouldBe(FilterProblem.NotAText);
        Read(["subject.contains." + new string('あ', 100)]).Faults.ShouldBeEmpty();
        Read(["subject.contains." + new string('あ', 101)]).Faults.Single().Problem.ShouldBe(FilterProblem.NotAText);
        Read(["subject.contains." + new string('x', 1_000_000)]).Faults.Single().Problem.ShouldBe(FilterProblem.NotAText);
        Read([.. Enumerable.Range(0, 5).Select(i => $"subject.contains.{i}" + new string('あ', 99))]).Faults
            .ShouldBe([new FilterFault(0, 3, FilterProblem.TooLong)]);
    }

    [Fact]
    public void CASE_5_EmptyGroupsAndRepetitionsAreLeftOut()
    {
        var (conditions, faults) = Read([], ["status.is.new", "status.is.new"], [], ["number.is.CS0000001", "number.is.1"]);

        faults.ShouldBeEmpty();
        conditions.Parameters.ShouldBe([KeyValuePair.Create("g1", "status.is.new"), KeyValuePair.Create("g2", "number.is.1")]);
        conditions.Without(0, 0).Parameters.ShouldBe([KeyValuePair.Create("g1", "number.is.1")]);
    }

    [Fact]
    public void CASE_5_WhatIsWritten_ReadsTheSame_WhateverItWas() => Prop.ForAll<byte[]>(seeds =>
    {
        var groups = seeds.Chunk(4).Take(7).Select(chunk => chunk.Select(seed => Text(seed, chunk.Length)).ToArray()).ToArray();
        var once = Read(groups).Conditions;
        var (again, faults) = Read(Written(once));

        faults.ShouldBeEmpty();
        again.Parameters.ShouldBe(once.Parameters);
        again.Groups.SelectMany(group => group).ShouldBe(once.Groups.SelectMany(group => group));
    }).Check(Many);

    [Fact]
    public void IV_09_AnyTextIsReadWithoutAnException() => Prop.ForAll<string?>(text =>
    {
        Read([text ?? "", "subject.contains." + text, "number.is." + text, "updated.is." + text, "contact.is." + text]);
        SearchPhrase.Read(text);
    }).Check(Many);

    private static string Text(byte seed, int turn)
    {
        var field = FilterTable.Fields[seed % FilterTable.Fields.Count];
        var compared = Enum.GetValues<FilterOperator>()[(seed / 11) % 8];
        return $"{FilterTable.Key(field)}.{FilterTable.Key(compared)}.{Values[(seed + (turn * 7)) % Values.Length]}";
    }

    private static string[][] Written(CaseConditions conditions) =>
        [.. conditions.Parameters.GroupBy(pair => pair.Key).Select(group => group.Select(pair => pair.Value).ToArray())];

    private static FilterReading Read(params string[][] groups) =>
        FilterReader.Read([.. groups.Select(group => group.Select(FilterText.Parse).ToList())]);
}
