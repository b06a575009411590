using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.TemporaryPasswords;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.OwnAccount.History;

public sealed class ReadingHistories : HistoryTest
{
    private const string Entry = ".p-log__entry";
    private const string Event = ".p-log__event";
    private const string Moment = "time.p-log__time";

    [Fact]
    public async Task HIST_2_OwnEventsAreShownWithTimeEventNameIdAddressAndBrowser()
    {
        await App.CreateBrowser().TrySignInAsync(Tenant, ChildId, "Wrong2468-Horse");
        await RecordAsync(AuditKinds.PasswordReset, Sibling);
        var browser = await SignedInAsync(ChildId);

        var page = (await browser.GetAsync(Own)).ShouldBeOk();

        page.Texts("main h2").ShouldHaveSingleItem().ShouldBe("2026年5月13日（水）");
        page.Texts(Entry).Count.ShouldBe(2);
        page.Texts(Entry)[0].ShouldStartWith("10:00");
        page.Texts(Event).ShouldBe(["ログイン", "ログインの失敗"], ignoreOrder: true);
        page.ShouldShow("203.0.113.10").ShouldShow("過去400日分を表示しています").ShouldShow("2件");
        (await browser.GetAsync(Own + "?culture=en")).ShouldShow("Sign-in failed").ShouldShow("last 400 days");
    }

    [Theory]
    [InlineData("kind=lock", "ロック")]
    [InlineData("from=2026-05-10&to=2026-05-10", "パスワードの変更")]
    [InlineData("from=2026%E5%B9%B45%E6%9C%8810%E6%97%A5&to=%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%96/5/10", "パスワードの変更")]
    public async Task HIST_2_PeriodAndKindNarrow(string query, string shown)
    {
        await RecordAsync(AuditKinds.Locked, Child, new DateTimeOffset(2026, 5, 8, 0, 0, 0, TimeSpan.Zero));
        await RecordAsync(AuditKinds.PasswordChanged, Child, new DateTimeOffset(2026, 5, 9, 15, 0, 0, TimeSpan.Zero));
        await RecordAsync(AuditKinds.Released, Child, new DateTimeOffset(2026, 5, 10, 15, 0, 0, TimeSpan.Zero));
        var browser = await SignedInAsync(ChildId);

        var page = await browser.GetAsync($"{Own}?{query}");

        page.ShouldBeOk().Texts(Event).ShouldHaveSingleItem().ShouldStartWith(shown[..3]);
        (await page.ClickAsync(".p-chip a, a.p-chip")).ShouldBeOk();
    }

    [Fact]
    public async Task HIST_2_PERF_3_ItIsPagedByPlaceInBothOrders()
    {
        await RecordAsync(AuditKinds.SignedOut, Child, App.Time.GetUtcNow().AddHours(-1), times: 60);
        var browser = await SignedInAsync(ChildId);
        var newest = await browser.GetAsync(Own);
        newest.Texts(Moment).Count.ShouldBe(50);
        var older = await newest.ClickAsync("古いものへ");
        older.Texts(Moment).Count.ShouldBe(11);
        (await older.ClickAsync("新しいものへ")).Texts(Moment).ShouldBe(newest.Texts(Moment));

        var oldest = await newest.ClickAsync("古い順に表示");
        oldest.Address.Query.ShouldBe("?sort=at");
        oldest.Texts(Moment)[0].ShouldBe("09:00:00");
        var next = await oldest.ClickAsync("新しいものへ");
        next.Texts(Moment).Count.ShouldBe(11);
        next.Texts(Event)[^1].ShouldBe("ログイン");
        (await next.ClickAsync("古いものへ")).Texts(Moment).ShouldBe(oldest.Texts(Moment));
        (await oldest.ClickAsync("新しい順に表示")).Texts(Moment).ShouldBe(newest.Texts(Moment));
    }

    [Fact]
    public async Task HIST_5_WhatIsOlderThanIsKeptIsNotShown()
    {
        await RecordAsync(AuditKinds.Locked, Child, App.Time.GetUtcNow().AddDays(-401));
        await RecordAsync(AuditKinds.Locked, Child, App.Time.GetUtcNow().AddDays(-399));
        var browser = await SignedInAsync(ChildId);
        (await browser.GetAsync(Own + "?kind=lock")).Texts(Entry).Count.ShouldBe(1);
        await App.ChangeProfileAsync(Tenant, profile => profile with { HistoryDays = 90 });
        (await browser.GetAsync(Own + "?kind=lock")).ShouldShow("該当する記録はありません").ShouldShow("過去90日分");
    }

    [Fact]
    public async Task EX_06_OfOthersWhoActedTheOwnerReadsNoAddress()
    {
        await RecordAsync(AuditKinds.Released, Child, actor: From("198.51.100.1", ActorKind.User, ParentId, Parent));
        await RecordAsync(AuditKinds.TemporaryPasswordIssued, Child,
            actor: From("198.51.100.2", ActorKind.Staff, "agent@portal.test", Guid.NewGuid()));
        await RecordAsync(AuditKinds.SignInFailed, Child, actor: From("198.51.100.3"));

        var own = await (await SignedInAsync(ChildId)).GetAsync(Own);
        own.ShouldShow(ParentId).ShouldShow("担当者").ShouldShow("198.51.100.3");
        own.ShouldNotShow("198.51.100.1\"").ShouldNotShow("198.51.100.1<").ShouldNotShow("198.51.100.2").ShouldNotShow("agent@portal.test");

        var managed = await (await SignedInAsync(ParentId)).GetAsync(OneOf(Child));
        managed.ShouldShow("198.51.100.1").ShouldShow("198.51.100.3").ShouldNotShow("198.51.100.2").ShouldNotShow("agent@portal.test");
    }

    [Theory]
    [InlineData(TemporaryPasswordOrigin.Mail, "仮パスワードを申請した人", "whoever asked for a temporary password")]
    [InlineData(TemporaryPasswordOrigin.Phone, "ご契約の回線からの電話", "a call from a line of the contract")]
    public async Task HIST_2_LOCK_9_WhatATemporaryPasswordReleased_IsSaidToBeWhoseDoingItWas(TemporaryPasswordOrigin origin, string ja,
        string en)
    {
        var actor = From("", ActorKind.System, "recovery");
        await RecordAsync(AuditKinds.Released, Child, actor: actor, details: new { by = origin.ToString() });
        await RecordAsync(AuditKinds.TemporaryPasswordIssued, Child, actor: actor, details: new { origin = origin.ToString() });
        await RecordAsync(AuditKinds.ReleasedByTime, Child, actor: From("", ActorKind.System, "rounds"));
        var browser = await SignedInAsync(ChildId);

        var page = (await browser.GetAsync(Own)).ShouldBeOk();

        page.Texts(Entry).Count(entry => entry.Contains(ja, StringComparison.Ordinal)).ShouldBe(2);
        page.Texts(Entry).Count(entry => entry.Contains("システム", StringComparison.Ordinal)).ShouldBe(1);
        (await browser.GetAsync(Own + "?culture=en")).ShouldBeOk().ShouldShow(en);
    }

    [Fact]
    public async Task HIST_4_AParentReadsItsContractAndNobodyElses()
    {
        await RecordAsync(AuditKinds.Locked, Child);
        await RecordAsync(AuditKinds.Locked, Sibling);
        await RecordAsync(AuditKinds.Locked, Stranger);
        var parent = await SignedInAsync(ParentId);

        var all = (await parent.GetAsync(Everybody + "?kind=lock")).ShouldBeOk();
        all.Texts(".p-log__who").ShouldBe([$"山田 花子（{ChildId}）", $"阿部 次郎（{SiblingId}）"], ignoreOrder: true);
        (await (await parent.GetAsync(List)).ClickAsync("ログイン履歴")).Address.AbsolutePath.ShouldBe(Everybody);
        (await (await parent.GetAsync(Page(Child))).ClickAsync($"a[href='{OneOf(Child)}']")).ShouldBeOk().ShouldShow($"{ChildId}のログイン履歴");

        (await parent.GetAsync(OneOf(Stranger))).ShouldBeNotFound();
        var child = await SignedInAsync(ChildId);
        (await child.GetAsync(Everybody)).ShouldBeForbidden();
        (await child.GetAsync(OneOf(Sibling))).ShouldBeNotFound();
        (await child.GetAsync(OneOf(Child))).ShouldBeForbidden();
        (await App.CreateBrowser().GetAsync(Own)).ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("from=2026-02-30", "期間の始めを実在する日付で入力してください")]
    [InlineData("to=yesterday", "期間の終わりを実在する日付で入力してください")]
    [InlineData("from=2026-05-11&to=2026-05-10", "期間の終わりは、期間の始めと同じ日か、それより後の日付で入力してください")]
    public async Task IV_08_ADayThatIsNoneIsTold(string query, string message) =>
        (await (await SignedInAsync(ChildId)).GetAsync($"{Own}?{query}")).ShouldBeRefused().ShouldShow(message);

    [Theory]
    [InlineData("kind=nothing&sort=Password&after=x&before=y")]
    [InlineData("to=9999-12-31&from=0001-01-01")]
    [InlineData("after=99999999999999999999-0")]
    public async Task IV_09_OddConditionsAreNoFailure(string query) =>
        (await (await SignedInAsync(ChildId)).GetAsync($"{Own}?{query}")).ShouldBeOk();
}
