using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.OwnAccount.History;

/// <summary>How a history is told: by days, repeats once, failures apart from successes.</summary>
public sealed class HistoriesAsStories : HistoryTest
{
    private const string Entry = ".p-log__entry";

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private DateTimeOffset Minutes(int ago) => App.Time.GetUtcNow().AddMinutes(-ago);

    [Fact]
    public async Task FACE_6_ItIsGroupedByTheReadersDay()
    {
        // 23:30 and 0:30 in Japan are one day in UTC.
        await RecordAsync(AuditKinds.PasswordChanged, Child, new DateTimeOffset(2026, 5, 11, 14, 30, 0, TimeSpan.Zero));
        await RecordAsync(AuditKinds.EmailChanged, Child, new DateTimeOffset(2026, 5, 11, 15, 30, 0, TimeSpan.Zero));
        var page = await (await SignedInAsync(ChildId)).GetAsync(Own);

        page.Texts("main h2").ShouldBe(["2026年5月13日（水）", "2026年5月12日（火）", "2026年5月11日（月）"]);
        page.Texts("section:last-of-type time").ShouldBe(["23:30"]);
    }

    [Fact]
    public async Task FACE_6_RepeatsAreOneEntryThatOpens_AndFilesHaveEachOfThem()
    {
        await RecordAsync(AuditKinds.SignInFailed, Child, Minutes(30), From("198.51.100.23"), times: 5);
        await RecordAsync(AuditKinds.Locked, Child, Minutes(20));
        var browser = await SignedInAsync(ChildId);
        var page = await browser.GetAsync(Own);

        page.Texts(Entry).Count.ShouldBe(3);
        Plain(page.Texts("summary.p-log__line").ShouldHaveSingleItem()).ShouldBe("09:30ログインの失敗 5回198.51.100.23");
        page.Texts("details.p-log__run:not([open]) .p-log__times time")
            .ShouldBe(["09:30:04", "09:30:03", "09:30:02", "09:30:01", "09:30:00"]);
        var file = await page.Form("form[action$=export]").SubmitAsync("CSVで保存");
        file.Body.Split("ログインの失敗").Length.ShouldBe(6);
    }

    [Fact]
    public async Task FACE_6_TheSameFromAnotherPlaceIsAnotherEntry()
    {
        await RecordAsync(AuditKinds.SignInFailed, Child, Minutes(30), From("198.51.100.23"), times: 3);
        await RecordAsync(AuditKinds.SignInFailed, Child, Minutes(29), From("198.51.100.24"), times: 2);
        var page = await (await SignedInAsync(ChildId)).GetAsync(Own + "?kind=failure");

        page.Texts(Entry).Count.ShouldBe(3);
        Plain(page.Texts("summary.p-log__line").ShouldHaveSingleItem()).ShouldContain("3回");
    }

    [Theory]
    [InlineData(AuditKinds.SignInFailed, "error")]
    [InlineData(AuditKinds.SecondFactorFailed, "error")]
    [InlineData(AuditKinds.Locked, "orange")]
    [InlineData(AuditKinds.SignInDisowned, "orange")]
    [InlineData(AuditKinds.Released, "success")]
    [InlineData(AuditKinds.SignedOut, "success")]
    [InlineData(AuditKinds.PasswordChanged, "neutral")]
    public async Task FACE_6_FailuresAndLockoutsAreToldFromTheRest(string kind, string tone)
    {
        await RecordAsync(kind, Child, Minutes(10));
        var page = await (await SignedInAsync(ChildId)).GetAsync(Own);

        page.Find($"{Entry}:last-of-type .p-log__event").GetAttribute("data-tone").ShouldBe(tone);
        page.Has($"{Entry}:last-of-type .p-log__event svg[aria-hidden=true]").ShouldBeTrue();
    }

    [Fact]
    public async Task FACE_6_WhoseItIsIsToldOfMany_AndOfOneOnlyWhereItsIdChanged()
    {
        await RecordAsync(AuditKinds.Locked, Child, Minutes(10));
        var own = await (await SignedInAsync(ChildId)).GetAsync(Own);
        own.Has(".p-log__who").ShouldBeFalse();

        await App.World.Accounts.ChangeAsync(Child, user => user.UserName, "N0009012");
        await RecordAsync(AuditKinds.LoginIdChanged, Child, Minutes(5));
        var parent = await SignedInAsync(ParentId);
        (await parent.GetAsync(OneOf(Child))).Texts(".p-log__who").Distinct().ShouldBe(["N0009012", ChildId], ignoreOrder: true);
        (await parent.GetAsync(Everybody + "?kind=lock")).Texts(".p-log__who").ShouldBe([$"山田 花子（{ChildId}）"]);
    }

    [Fact]
    public async Task FACE_6_WhoElseActedIsPartOfTheEntry()
    {
        await RecordAsync(AuditKinds.Released, Child, Minutes(10), From("198.51.100.1", ActorKind.User, ParentId, Parent));

        (await (await SignedInAsync(ChildId)).GetAsync(Own + "?kind=release")).Texts(".p-log__place").ShouldBe([$"操作：{ParentId}"]);
    }

    [Fact]
    public async Task FACE_5_FilesAreSavedAboveTheEntries_AndConditionsReadLikeTheDays()
    {
        await RecordAsync(AuditKinds.Locked, Child, Minutes(10));
        var page = await (await SignedInAsync(ChildId)).GetAsync(Own + "?from=2026-05-10&to=2026/5/13");

        page.Has(".p-list-top form[action$=export]").ShouldBeTrue();
        page.Texts(".p-chip").Select(Plain)
            .ShouldBe(["期間の始め：2026年5月10日（日）（条件を外す）×", "期間の終わり：2026年5月13日（水）（条件を外す）×"]);
    }

    [Fact]
    public async Task FACE_5_AnEndBeforeTheBeginningIsAnErrorOfItsField()
    {
        var page = await (await SignedInAsync(ChildId)).GetAsync(Own + "?from=2026-05-11&to=2026-05-10");

        page.ShouldBeRefused().ShouldNotShow("該当する記録はありません");
        page.Find("input[name=to]").GetAttribute("aria-invalid").ShouldBe("true");
        page.Has("details[open] input[name=to]").ShouldBeTrue();
    }
}
