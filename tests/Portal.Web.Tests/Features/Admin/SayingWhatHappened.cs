using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.AuditTrail;
using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Tests.Features.Admin;

public sealed class SayingWhatHappened : StaffTest
{
    private static readonly Guid Boss = Guid.NewGuid();

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public Task ADMIN_7_EveryKindIsASentenceInBothLanguages(string language) => InAsync(language, (sentences, kinds, words) =>
    {
        foreach (var kind in kinds.All.Select(kind => kind.Name))
        {
            var (other, alone, own) = (sentences.Of(Event(kind, "N0009001")), sentences.Of(Event(kind, null)),
                sentences.Of(Event(kind, "boss@portal.test", Boss)));
            foreach (var said in new[] { other, alone, own }.Select(sentence => sentence.ToString()))
            {
                (kind.Contains('-', StringComparison.Ordinal) && said.Contains(kind, StringComparison.Ordinal)).ShouldBeFalse(kind);
                said.ShouldNotContain("{", Case.Sensitive, kind);
                said.ShouldNotContain("  ", Case.Sensitive, kind);
            }

            if (words.Sentence(kind) is { } template)
            {
                other.ToString().Contains("N0009001", StringComparison.Ordinal).ShouldBe(
                    template.Contains("{1}", StringComparison.Ordinal) || template.Contains("{2}", StringComparison.Ordinal), kind);
                other.ToString().Contains("boss@portal.test", StringComparison.Ordinal)
                    .ShouldBe(template.Contains("{0}", StringComparison.Ordinal), kind);
            }
        }
    });

    [Theory]
    [InlineData("ja", "released", "N0009001", "boss@portal.testがN0009001のロックを解除しました")]
    [InlineData("en", "released", "N0009001", "boss@portal.test released N0009001's lockout")]
    [InlineData("ja", "password-changed", "boss@portal.test", "boss@portal.testが自分のパスワードを変更しました")]
    [InlineData("en", "password-changed", "boss@portal.test", "boss@portal.test changed their own password")]
    [InlineData("ja", "no-room-brought-it", "N0009001", "boss@portal.testによるno-room-brought-it（対象：N0009001）")]
    [InlineData("en", "no-room-brought-it", "N0009001", "no-room-brought-it by boss@portal.test (for N0009001)")]
    [InlineData("ja", "released", null, "boss@portal.testによるロックの解除")]
    [InlineData("en", "released", null, "Lockout released by boss@portal.test")]
    public Task ADMIN_7_WhoDidWhatToWhom(string language, string kind, string? subject, string expected) =>
        InAsync(language, (sentences, _, _) =>
            sentences.Of(Event(kind, subject, subject == "boss@portal.test" ? Boss : null)).ToString().ShouldBe(expected));

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public Task ADMIN_7_ACodeOfAReasonIsAWord_AndWhatAPersonTypedStandsAsItIs(string language) => InAsync(language, (_, _, words) =>
    {
        foreach (var code in Enum.GetNames<SignInMethod>().Concat(Enum.GetNames<DelegatedAct>()))
        {
            words.Reason(code).ShouldNotBe(code);
        }

        words.Reason("users").ShouldBe("users");
    });

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public Task ADMIN_7_WhatIsRecordedOfUnitsFollowersAndRemovals_HasAName(string language) => InAsync(language, (_, _, words) =>
    {
        var facts = words.Facts("""{ "numbers": "0666660001", "followerId": "01a22d4b", "told": false, "email": null }""",
            moment => $"{moment}");
        facts.Select(fact => fact.Name).ShouldNotContain(name => name == "numbers" || name == "followerId" || name == "told");
        facts.Count.ShouldBe(3, "what is empty is left out");
    });

    /// <summary>A room may leave it to the frame, but then its name of the kind stands in it.</summary>
    [Fact]
    public Task ADMIN_7_ThePresentRoomsBringASentenceForEachKind() => InAsync("ja", (_, kinds, words) =>
        kinds.All.Count(kind => words.Sentence(kind.Name) is not null).ShouldBeGreaterThan(70));

    private static AuditEvent Event(string kind, string? subject, Guid? id = null) => new()
    {
        Kind = kind,
        ActorKind = ActorKind.Staff,
        ActorId = Boss,
        ActorName = "boss@portal.test",
        SubjectName = subject,
        SubjectId = id ?? (subject is null ? null : Guid.NewGuid()),
        CorrelationId = "c",
    };

    private Task InAsync(string language, Action<AuditSentences, EventKinds, AuditWords> check) => App.WithServicesAsync(services =>
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            check(services.GetRequiredService<AuditSentences>(), services.GetRequiredService<EventKinds>(),
                services.GetRequiredService<AuditWords>());
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        return Task.FromResult(true);
    });
}
