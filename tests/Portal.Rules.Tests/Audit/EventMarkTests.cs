using Portal.Rules.Audit;

namespace Portal.Rules.Tests.Audit;

public sealed class EventMarkTests
{
    private static readonly ChainedEvent Signed = new(new Guid("11111111-1111-4111-8111-111111111111"),
        new Guid("22222222-2222-4222-8222-222222222222"), new DateTimeOffset(2026, 11, 27, 1, 2, 3, TimeSpan.Zero),
        new DateTimeOffset(2026, 11, 27, 1, 2, 4, TimeSpan.Zero), "signed-in", "User")
    {
        SubjectName = "N0001001",
        Address = "203.0.113.10",
        CorrelationId = "0HN1",
    };

    /// <summary>Each changes one thing that the event says.</summary>
    public static TheoryData<string, Func<ChainedEvent, ChainedEvent>> Changes => new()
    {
        { "tenant", row => row with { Tenant = Guid.Empty } },
        { "id", row => row with { Id = Guid.Empty } },
        { "occurred", row => row with { OccurredAt = row.OccurredAt.AddMicroseconds(1) } },
        { "recorded", row => row with { RecordedAt = row.RecordedAt.AddMicroseconds(1) } },
        { "kind", row => row with { Kind = "signed-out" } },
        { "actor kind", row => row with { ActorKind = "Staff" } },
        { "actor", row => row with { ActorId = Guid.Empty } },
        { "actor's name", row => row with { ActorName = "" } },
        { "acting as", row => row with { ActingAsId = Guid.Empty } },
        { "subject", row => row with { SubjectId = Guid.Empty } },
        { "subject's name", row => row with { SubjectName = null } },
        { "contract", row => row with { ContractId = Guid.Empty } },
        { "reason", row => row with { Reason = "x" } },
        { "address", row => row with { Address = "203.0.113.1" } },
        { "browser", row => row with { Browser = "x" } },
        { "session", row => row with { SessionHash = "x" } },
        { "correlation", row => row with { CorrelationId = "0HN2" } },
        { "details", row => row with { Details = "{}" } },
        { "moved", row => row with { SubjectName = null, Reason = row.SubjectName } },
    };

    [Fact]
    public void ADMIN_7_TheMarkOfAnEvent_IsTheSameForEver() =>
        Convert.ToHexStringLower(EventMark.Of(Signed)).ShouldBe("14e068e94fe10a387595fe73678463c8d2f55ae6ebd12689ad1349ba9ac23e85");

    [Theory]
    [MemberData(nameof(Changes))]
    public void AU_03_WhateverIsChanged_ChangesTheMark(string what, Func<ChainedEvent, ChainedEvent> change) =>
        EventMark.Of(change(Signed)).ShouldNotBe(EventMark.Of(Signed), what);

    [Fact]
    public void ADMIN_7_AMomentIsTheSame_InWhateverZoneItIsTold() =>
        EventMark.Of(Signed with { OccurredAt = Signed.OccurredAt.ToOffset(TimeSpan.FromHours(9)) }).ShouldBe(EventMark.Of(Signed));

    [Fact]
    public void AU_03_TextsThatFlowIntoOneAnother_AreToldApart()
    {
        string?[] texts = [null, "", "a", "b", "ab", "aab", "\0", "\u0001", "あ"];
        var events = from name in texts from reason in texts select Signed with { ActorName = name, Reason = reason };
        events.Select(happened => Convert.ToHexString(EventMark.Canonical(happened))).Distinct().Count()
            .ShouldBe(texts.Length * texts.Length);
    }
}
