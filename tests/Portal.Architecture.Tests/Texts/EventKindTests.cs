using System.Reflection;
using System.Text.RegularExpressions;
using Portal.Architecture.Tests.Reflection;
using Portal.Web.Audit;

namespace Portal.Architecture.Tests.Texts;

/// <summary>A kind of event that the log cannot name is half an event (ADMIN-7).</summary>
public sealed partial class EventKindTests
{
    private static readonly string[] Contributed = [.. Contributions.Events.SelectMany(room => room.Kinds).Select(kind => kind.Name)];

    [Fact]
    public void ADMIN_7_EveryKind_HasWordsInBothLanguages() =>
        (from room in Contributions.Events
         let words = Words(room.Text)
         from kind in room.Kinds
         where !words.Japanese.ContainsKey(kind.Name) || !words.English.ContainsKey(kind.Name)
         select kind.Name).ShouldBeEmpty();

    [Fact]
    public void HIST_2_EveryGroup_HasWords() =>
        (from room in Contributions.Events
         from kind in room.Kinds
         where kind.Group is not null
         let word = "Group." + kind.Group
         where !Words(room.Text).Japanese.ContainsKey(word) && !Words(typeof(AuditText)).Japanese.ContainsKey(word)
         select $"{kind.Name}: {kind.Group}").ShouldBeEmpty();

    [Fact]
    public void ADMIN_7_EveryKind_IsContributedOnce() => Contributed.ShouldBeUnique();

    [Fact]
    public void ADMIN_7_EveryKindOfAccounts_IsContributed() => Constants(typeof(AuditKinds)).Except(Contributed).ShouldBeEmpty();

    [Fact]
    public void ADMIN_7_EveryKindThatIsRecorded_IsContributed()
    {
        var recorded = Source.Files("src", "*.cs").SelectMany(file => Recorded(File.ReadAllText(file))).Distinct().ToList();
        recorded.Count.ShouldBeGreaterThan(50);
        recorded.Except(Contributed).ShouldBeEmpty();
    }

    [Fact]
    public void ML_07_EveryNotice_IsOfAKindThatIsContributed_Once()
    {
        Contributions.Notices.Select(row => row.Kind).Except(Contributed).ShouldBeEmpty();
        Contributions.Notices.Select(row => row.Kind).ShouldBeUnique();
    }

    [Fact]
    public void AWordOfTwoRooms_SaysTheSameInBoth() =>
        Quarrels([.. Contributions.Events.Select(room => room.Text).Distinct().Select(Words)]).ShouldBeEmpty();

    [Fact]
    public void AQuarrel_IsFound() => Quarrels(
    [
        TextPair.Of("<root><data name='A'><value>あ</value></data></root>", "<root><data name='A'><value>a</value></data></root>"),
        TextPair.Of("<root><data name='A'><value>い</value></data></root>", "<root><data name='A'><value>a</value></data></root>"),
    ]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("audit.Record(AuditKinds.Locked, subject)", "locked")]
    [InlineData("await refusals.RecordAsync(Audit.AuditKinds.RateLimited);", "rate-limited")]
    [InlineData("audit\n    .Record(\n    AuditKinds.Released)", "released")]
    [InlineData("audit.Record(attempt.Failure)", null)]
    public void WhatIsRecorded_IsRead(string code, string? kind) => Recorded(code).SingleOrDefault().ShouldBe(kind);

    private static TextPair Words(Type text)
    {
        var file = Path.Combine(Source.Root, "src", "Portal.Web",
            text.FullName!["Portal.Web.".Length..].Replace('.', Path.DirectorySeparatorChar));
        return TextPair.Read(file + ".ja.resx", file + ".en.resx");
    }

    private static IEnumerable<string> Quarrels(IReadOnlyList<TextPair> texts) =>
        new[] { texts.SelectMany(text => text.Japanese), texts.SelectMany(text => text.English) }
            .SelectMany(words => words.Distinct().GroupBy(word => word.Key).Where(word => word.Count() > 1).Select(word => word.Key));

    /// <summary>Kinds that the code names where it records them; the log refuses any other while it runs.</summary>
    private static IEnumerable<string> Recorded(string code) => Recording().Matches(code)
        .SelectMany(match => Source.Web.GetTypes().Where(type => type.Name == match.Groups["type"].Value)
            .Select(type => type.GetField(match.Groups["name"].Value, BindingFlags.Public | BindingFlags.Static))
            .Where(field => field is { IsLiteral: true } && field.FieldType == typeof(string))
            .Select(field => (string)field!.GetRawConstantValue()!));

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

    [GeneratedRegex(@"\.Record(?:Async)?\(\s*(?:\w+\.)*(?<type>\w+)\.(?<name>\w+)")]
    private static partial Regex Recording();
}
