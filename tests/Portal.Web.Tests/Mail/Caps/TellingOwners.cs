using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Features.Recovery;
using Portal.Web.Jobs;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tests.Features.Operators;

namespace Portal.Web.Tests.Mail.Caps;

/// <summary>
/// What a manager of tenant `control` can have told to an owner, and what the locks of one's account send.
/// </summary>
public sealed class TellingOwners : OperatorsTest
{
    private const string Details = "form:has(button[name=Step])";

    private Task<long> MailsAsync(string kind) =>
        App.World.Mails.CountOfAsync(kind);

    private Task<int> RoundAsync() => App.Services.GetRequiredService<LockMailRound>().RunOnceAsync(CancellationToken.None);

    private Task LockedAsync() => App.InTenantAsync(Tenant, services => Notices.RecordAsync(services, Child, "locked"));

    private async Task<PortalPage> AddressAsync(PortalBrowser parent, string email)
    {
        var check = await (await parent.GetAsync(Page(Child, "recovery"))).ShouldBeOk().Form(Details).Fill("Email", email)
            .SubmitAsync("確認へ進む");
        return await check.ShouldBeOk().Form(Details).SubmitAsync("保存");
    }

    [Fact]
    [Trait("Review", "S10")]
    public async Task ML_08_AnAddressToAndFroAsksFiveTimesAnHourToConfirmIt_ThenItStays()
    {
        var parent = await SignedInAsync(ParentId);
        for (var i = 0; i < 5; i++)
        {
            (await AddressAsync(parent, i % 2 == 0 ? "victim@third.example.org" : "child@control.example.jp"))
                .ShouldRedirectTo(Page(Child));
        }

        (await AddressAsync(parent, "child@control.example.jp")).ShouldBeRefused().ShouldShow("いまは送れません");
        (await UserAsync(user => user.Email, Child)).ShouldBe("victim@third.example.org");
        (await EventsAsync("email-changed", Child)).ShouldBe(5);
    }

    [Fact]
    [Trait("Review", "S10")]
    public async Task ML_08_OfTheSameActTheOwnerIsToldFiveTimesAnHour_AndThePageSaysWhenNotAnyMore()
    {
        var parent = await SignedInAsync(ParentId);
        PortalPage shown = null!;
        for (var i = 0; i < 6; i++)
        {
            shown = await (await (await parent.GetAsync(Page(Child, "temporary-password"))).ShouldBeOk().Form()
                .SubmitAsync("パスワードを初期化")).FollowAsync();
            shown.Text.Contains("メール1通は送られません", StringComparison.Ordinal).ShouldBe(i == 5);
        }

        shown.ShouldBeOk().Find("#temporary-password").TextContent.Length.ShouldBe(16);
        (await MailsAsync("notice-temporary-password-issued")).ShouldBe(5);
        (await EventsAsync("mail-withheld", Child)).ShouldBe(1);
    }

    [Fact]
    [Trait("Review", "S10")]
    public async Task ML_08_TR_13_ManyAccountsOfOneMailboxAskInVainAfterFive_WithTheSamePage()
    {
        var pages = new List<PortalPage>();
        for (var i = 0; i < 7; i++)
        {
            await new Account(Tenant, $"N000950{i}") { Email = "desk@control.example.jp", Keyword = "Keyword1357" }.AddToAsync(App);
            var form = (await App.CreateBrowser().GetAsync("/t/control/unlock")).ShouldBeOk().Form("main form");
            pages.Add(await (await form.Fill("Identifier", $"N000950{i}").Fill("Keyword", "Keyword1357")
                    .Fill("Email", "desk@control.example.jp")
                .SubmitAsync()).FollowAsync());
            await App.Services.GetRequiredService<RecoveryWorker>().RunOnceAsync(CancellationToken.None);
        }

        pages.Select(page => page.Text).Distinct().ShouldHaveSingleItem();
        (await MailsAsync("temporary-password")).ShouldBe(5);
        (await EventsAsync("temporary-password-issued")).ShouldBe(5, "nobody's password is void for a mail that does not go out");
    }

    [Fact]
    [Trait("Review", "S10")]
    public async Task ML_08_TheStaffSeesWhatWasWithheld()
    {
        await App.InTenantAsync(Tenant, services => Notices.RecordAsync(services, Child, [.. Enumerable.Repeat("locked", 7)]));
        await App.ChangeProfileAsync("admin", profile => profile with { SecondFactor = new SecondFactorProfile() });
        await new Account("admin", "boss@portal.test") { Role = AccountRole.SystemAdministrator, Contract = null }.AddToAsync(App);
        var boss = App.CreateBrowser();
        await boss.SignInAsync("admin", "boss@portal.test");

        (await boss.GetAsync("/admin")).ShouldBeOk().Texts("main li").ShouldContain(task =>
            task.Contains("送信を抑えたメール", StringComparison.Ordinal) && task.Contains('2', StringComparison.Ordinal));
        var outbox = (await boss.GetAsync("/admin/outbox")).ShouldBeOk().ShouldShow("送信を抑えたメール：2件");
        (await outbox.ClickAsync("a[href*='kind=mail-withheld']")).ShouldBeOk().ShouldShow("メール送信の抑制")
            .ShouldShow("child@control.example.jp");
    }

    [Fact]
    [Trait("Review", "Decided")]
    public async Task ML_08_LOCK_7_OneMailALock_FiveADay_ThenOneThatSaysHowManyThereWere()
    {
        for (var i = 0; i < 8; i++)
        {
            await LockedAsync();
            App.Time.Advance(TimeSpan.FromMinutes(1));
        }

        (await MailsAsync("notice-locked")).ShouldBe(5);
        (await RoundAsync()).ShouldBe(0);

        App.Time.Advance(TimeSpan.FromDays(1));
        await LockedAsync();
        (await MailsAsync("notice-locked")).ShouldBe(6);
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(RoundAsync)))).Sum().ShouldBe(1);
        (await RoundAsync()).ShouldBe(0);
        (await App.MailsAsync("child@control.example.jp"))[^1].Text.ShouldContain("アカウントを8回ロックしました");
        App.Time.Advance(TimeSpan.FromDays(1));
        (await RoundAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ML_08_LOCK_7_TheStaffIsToldAsWell_HowManyLocksThereWere()
    {
        var boss = await new Account("admin", "boss@portal.test")
        {
            Role = AccountRole.SystemAdministrator,
            Contract = null,
            Email = "boss@portal.test",
        }.AddToAsync(App);
        for (var i = 0; i < 8; i++)
        {
            await App.InTenantAsync("admin", services => Notices.RecordAsync(services, boss, "locked"));
            App.Time.Advance(TimeSpan.FromMinutes(1));
        }

        App.Time.Advance(TimeSpan.FromDays(1));
        (await RoundAsync()).ShouldBe(1);

        (await App.MailsAsync("boss@portal.test"))[^1].Text.ShouldContain("アカウントを8回ロックしました");
        (await RoundAsync()).ShouldBe(0);
    }

    [Fact]
    [Trait("Review", "Decided")]
    public async Task ML_08_LocksAtOnceOnTwoNodesSendNoMoreThanFive()
    {
        await using var second = App.SecondNode();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? App : second).InTenantAsync(Tenant,
            async services =>
            {
                await services.GetRequiredService<AccountLocks>().SignInAsync(Child);
                await Notices.RecordAsync(services, Child, "locked");
            }))));

        (await MailsAsync("notice-locked")).ShouldBe(5);
        (await EventsAsync("mail-withheld", Child)).ShouldBe(3);
    }
}
