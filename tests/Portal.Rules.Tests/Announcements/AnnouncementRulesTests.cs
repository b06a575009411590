using Portal.Rules.Announcements;

namespace Portal.Rules.Tests.Announcements;

public sealed class AnnouncementRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, bool, int, int?, AnnouncementState> Windows => new()
    {
        { "a draft, whatever its window", false, -1, 1, AnnouncementState.Draft },
        { "a draft of the past", false, -2, -1, AnnouncementState.Draft },
        { "tomorrow", true, 1, 2, AnnouncementState.Planned },
        { "tomorrow, without end", true, 1, null, AnnouncementState.Planned },
        { "from this moment", true, 0, 1, AnnouncementState.Shown },
        { "since yesterday, without end", true, -1, null, AnnouncementState.Shown },
        { "until this moment", true, -1, 0, AnnouncementState.Over },
        { "until yesterday", true, -2, -1, AnnouncementState.Over },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void NEWS_1_WhereAnAnnouncementStands(string window, bool published, int from, int? until, AnnouncementState state) =>
        AnnouncementRules.StateOf(published, Now.AddDays(from), until is { } days ? Now.AddDays(days) : null, Now)
            .ShouldBe(state, window);

    [Theory]
    [InlineData(AnnouncementAudience.Tenant, false, false, true)]
    [InlineData(AnnouncementAudience.Service, true, false, true)]
    [InlineData(AnnouncementAudience.Service, false, true, false)]
    [InlineData(AnnouncementAudience.Contract, false, true, true)]
    [InlineData(AnnouncementAudience.Contract, true, false, false)]
    [InlineData((AnnouncementAudience)99, true, true, false)]
    public void AZ_17_WhoSeesAnAnnouncement(AnnouncementAudience audience, bool ofService, bool ofContract, bool seen)
    {
        new AnnouncementSight(AnnouncementState.Shown, audience, ofService, ofContract).IsSeen.ShouldBe(seen);
        foreach (var state in Enum.GetValues<AnnouncementState>().Where(state => state != AnnouncementState.Shown))
        {
            new AnnouncementSight(state, audience, ofService, ofContract).IsSeen.ShouldBeFalse($"{state}");
        }
    }

    [Theory]
    [InlineData(1, null, true)]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, true)]
    [InlineData(2, 2, false)]
    public void HOME_1_AClosedBanner_ComesBackWithItsNextEditionAlone(int edition, int? closed, bool open) =>
        AnnouncementRules.IsBannerOpen(edition, closed).ShouldBe(open);

    [Theory]
    [InlineData(AnnouncementAudience.Tenant, true)]
    [InlineData(AnnouncementAudience.Service, false)]
    [InlineData(AnnouncementAudience.Contract, false)]
    public void AZ_17_WhatIsForSomeCustomers_IsNotShownToStrangers(AnnouncementAudience audience, bool may) =>
        AnnouncementRules.MayStandOnSignIn(audience).ShouldBe(may);

    [Theory]
    [InlineData(null, true)]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    public void NEWS_1_AWindow_EndsAfterItBegins(int? until, bool window) =>
        AnnouncementRules.IsWindow(Now, until is { } days ? Now.AddDays(days) : null).ShouldBe(window);
}
