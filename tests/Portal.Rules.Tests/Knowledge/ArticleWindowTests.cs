using Portal.Rules.Knowledge;

namespace Portal.Rules.Tests.Knowledge;

public sealed class ArticleWindowTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, int?, int?, ArticleTime> Windows => new()
    {
        { "without limits", null, null, ArticleTime.Shown },
        { "from tomorrow, without end", 1440, null, ArticleTime.Planned },
        { "from tomorrow until the day after", 1440, 2880, ArticleTime.Planned },
        { "from the next minute", 1, 2, ArticleTime.Planned },
        { "from this moment", 0, 1, ArticleTime.Shown },
        { "from this moment, without end", 0, null, ArticleTime.Shown },
        { "since yesterday, without end", -1440, null, ArticleTime.Shown },
        { "until the next minute", null, 1, ArticleTime.Shown },
        { "until this moment", null, 0, ArticleTime.Over },
        { "since yesterday until this moment", -1440, 0, ArticleTime.Over },
        { "until yesterday", null, -1440, ArticleTime.Over },
        { "what ends before it begins has no time to come", 2, -1, ArticleTime.Over },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void ADMIN_6_WhereAPublishedArticleStands(string window, int? from, int? until, ArticleTime time) =>
        Of(from, until).At(Now).ShouldBe(time, window);

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(1, null, true)]
    [InlineData(null, -1, true)]
    [InlineData(1, 2, true)]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, false)]
    public void ADMIN_6_ItEndsAfterItBegins(int? from, int? until, bool ordered) => Of(from, until).IsOrdered.ShouldBe(ordered);

    [Theory]
    [InlineData(null, 0)]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    public void ADMIN_6_ReadersSeeIt_FromTheMomentOfPublishingOrLater(int? from, int begins) =>
        Of(from, null).Beginning(Now).ShouldBe(Now.AddMinutes(begins));

    private static ArticleWindow Of(int? from, int? until) => new(In(from), In(until));

    private static DateTimeOffset? In(int? minutes) => minutes is { } some ? Now.AddMinutes(some) : null;
}
