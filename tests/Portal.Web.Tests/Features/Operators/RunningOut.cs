using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Jobs;

namespace Portal.Web.Tests.Features.Operators;

public sealed class RunningOut : OperatorsTest
{
    private Task<int> RoundAsync(PortalApp? node = null) =>
        (node ?? App).Services.GetRequiredService<ValidityRound>().RunOnceAsync(TestContext.Current.CancellationToken);

    private Task SetAsync(Guid id, string validUntil) =>
        App.World.Accounts.SetValidUntilAsync(id, DateOnly.Parse(validUntil, CultureInfo.InvariantCulture));

    [Fact]
    public async Task OPER_7_NoticesGoOut14And3DaysBefore_OnceEach()
    {
        // Today is 13 May 2026 in Tokyo.
        await SetAsync(Child, "2026-05-28");
        await RoundAsync();
        (await EventsAsync("validity-notice-sent", Child)).ShouldBe(0);

        App.Time.Advance(TimeSpan.FromDays(1));
        await RoundAsync();
        await RoundAsync();
        (await EventsAsync("validity-notice-sent", Child)).ShouldBe(1);
        (await DetailsOfAsync("validity-notice-sent")).ShouldBe("""{"validUntil":"2026-05-28","days":14}""");

        App.Time.Advance(TimeSpan.FromDays(11));
        await RoundAsync();
        await RoundAsync();
        (await EventsAsync("validity-notice-sent", Child)).ShouldBe(2);
        (await DetailsOfAsync("validity-notice-sent")).ShouldNotBeNull().ShouldContain("\"days\":3");
    }

    [Fact]
    public async Task OPER_7_ANewDateMeansNewNotices()
    {
        await SetAsync(Child, "2026-05-20");
        await RoundAsync();
        var page = await (await (await SignedInAsync(ParentId)).GetAsync(Page(Child, "edit"))).Form("form:has([name=Version])")
            .Fill("ValidUntil", "2026年5月21日").SubmitAsync("確認へ進む");
        await page.Form("form:has([name=Version])").SubmitAsync("保存");
        await RoundAsync();

        (await EventsAsync("validity-notice-sent", Child)).ShouldBe(2);
    }

    [Fact]
    public async Task OPER_7_SignInEndsWithTheLastDay_AndSoDoSessions()
    {
        await SetAsync(Child, "2026-05-13");
        var child = await SignedInAsync(ChildId);
        App.Time.Set(new DateTimeOffset(2026, 5, 14, 0, 0, 0, TimeSpan.FromHours(9)).AddMinutes(-10));
        await SignedInAsync(ChildId);
        App.Time.Advance(TimeSpan.FromMinutes(10));

        (await App.CreateBrowser().TrySignInAsync(Tenant, ChildId)).ShouldBeRefused();
        await RoundAsync();
        (await EventsAsync("session-ended", Child)).ShouldBe(1);
        (await child.GetAsync(Page(Child))).Location.ShouldNotBeNull().ShouldContain("/login");
        (await (await SignedInAsync(ParentId)).GetAsync(List + "?state=expired")).ShouldShow(ChildId);
    }

    [Fact]
    public async Task OPER_7_AfterHundredsOfDaysWithoutASignIn_AnIdIsMarkedOnce()
    {
        await SignedInAsync(ChildId);
        App.Time.Advance(TimeSpan.FromDays(400));
        await RoundAsync();
        (await EventsAsync("dormant-notice-sent")).ShouldBe(0, "not before day 400 is over");
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await SignedInAsync(ParentId);
        await RoundAsync();
        await RoundAsync();

        (await EventsAsync("dormant-notice-sent", Child)).ShouldBe(1);
        (await EventsAsync("dormant-notice-sent", Parent)).ShouldBe(0);
        (await (await SignedInAsync(ParentId)).GetAsync(List + "?state=dormant")).ShouldShow(ChildId).ShouldShow("休眠");
        await SignedInAsync(ChildId);
        (await (await SignedInAsync(ParentId)).GetAsync(List + "?state=dormant")).ShouldShow(SiblingId).ShouldNotShow(ChildId);
    }

    [Fact]
    public async Task OPER_7_TheNotice_SaysUntilWhenToSignIn_WhereAPolicyDisablesDormantIds()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Operators = profile.Operators! with { DisableDormant = true } });
        await App.World.Accounts.ChangeAsync(Child, set => set.SetProperty(user => user.Email, "child@example.jp")
            .SetProperty(user => user.TimeZone, "Europe/Paris"));
        App.Time.Advance(TimeSpan.FromDays(401));

        await RoundAsync();

        // Marked on 18 June 2027, 10:00 in Tokyo; two weeks later it is 03:00 in Paris.
        (await App.MailsAsync("child@example.jp")).ShouldHaveSingleItem().Text
            .ShouldContain("2027年7月2日（金） 3:00（Europe/Paris）までにログインがない場合は、ログインを停止します。");
    }

    [Fact]
    public async Task OPER_7_APolicyDisablesDormantIds_AfterTheNotice()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Operators = profile.Operators! with { DisableDormant = true } });
        App.Time.Advance(TimeSpan.FromDays(401));
        await SignedInAsync(ParentId);
        await RoundAsync();
        App.Time.Advance(TimeSpan.FromDays(13));
        await RoundAsync();
        (await EventsAsync("user-disabled")).ShouldBe(0);

        App.Time.Advance(TimeSpan.FromDays(2));
        await RoundAsync();
        (await EventsAsync("user-disabled", Child)).ShouldBe(1);
        (await EventsAsync("user-disabled", Parent)).ShouldBe(0);
        (await App.CreateBrowser().TrySignInAsync(Tenant, ChildId)).ShouldBeRefused();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-400)]
    [InlineData(int.MaxValue)]
    public async Task OPER_7_DaysThatWereStoredUnchecked_MakeNobodyDormant_AndHoldUpNothingElse(int days)
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with
        {
            Operators = profile.Operators! with { DormantDays = days, DisableDormant = true },
        });
        await SetAsync(Child, "2026-05-20");
        App.Time.Advance(TimeSpan.FromHours(1));

        await RoundAsync();

        (await EventsAsync("dormant-notice-sent")).ShouldBe(0);
        (await EventsAsync("validity-notice-sent", Child)).ShouldBe(1);
    }

    [Fact]
    public async Task OPER_7_WhoSignsInWhileTheRoundWaitsForTheAccount_IsNotDisabled()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Operators = profile.Operators! with { DisableDormant = true } });
        App.Time.Advance(TimeSpan.FromDays(401));
        await SignedInAsync(ParentId);
        await SignedInAsync(SiblingId);
        await RoundAsync();
        App.Time.Advance(TimeSpan.FromDays(15));
        Task<int>? round = null;

        await App.InTenantAsync(Tenant, async services =>
        {
            var child = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(user => user.Id == Child);
            await services.GetRequiredService<AccountLocks>().AllAsync(child);
            round = Task.Run(() => RoundAsync());
            await UntilSomebodyWaitsAsync();
            child.DormantNoticeAt = null;
        });

        await round!;
        (await EventsAsync("user-disabled", Child)).ShouldBe(0);
    }

    private async Task UntilSomebodyWaitsAsync()
    {
        while (await App.Database.ReadAsync<long>($"""
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            """) == 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    [Fact]
    public async Task AZ_08_OPER_7_TheLastManagerIsNeverDisabledForLyingIdle()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Operators = profile.Operators! with { DisableDormant = true } });
        App.Time.Advance(TimeSpan.FromDays(401));
        await RoundAsync();
        App.Time.Advance(TimeSpan.FromDays(15));
        await RoundAsync();

        (await EventsAsync("user-disabled", Child)).ShouldBe(1);
        (await EventsAsync("user-disabled", Parent)).ShouldBe(0);
        (await App.InTenantAsync(Tenant, services => services.GetRequiredService<ValidityService>().Due().ToListAsync()))
            .ShouldBeEmpty("asked for in each round, last managers would in time be all that a round comes to");
    }

    [Fact]
    public async Task AZ_12_OB_07_TwoNodesAtOnceSendOneNotice()
    {
        await SetAsync(Child, "2026-05-20");
        await using var second = App.SecondNode();
        await Task.WhenAll(RoundAsync(), RoundAsync(second));

        (await EventsAsync("validity-notice-sent", Child)).ShouldBe(1);
        (await App.World.Audit.ReadAsync("validity-notice-sent", happened => happened.ActorName)).ShouldBe("validity");
    }

    [Fact]
    public async Task LOCK_9_ALockThatEndedByTimeGetsItsReleaseRowWithoutASignIn()
    {
        var until = App.Time.GetUtcNow().AddMinutes(20);
        await LockAsync(Child, until);
        App.Time.Advance(TimeSpan.FromMinutes(25));
        await App.Services.GetRequiredService<LapseRound>().RunOnceAsync(TestContext.Current.CancellationToken);

        (await App.World.Audit.ReadAsync("released-by-time", Child, happened => happened.OccurredAt)).ShouldBe(until);
        (await IsLockedAsync(Child)).ShouldBeFalse();
    }
}
