using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.OwnAccount.SecondFactors;

public sealed class SigningInWithARecoveryCode : SecondFactorTest
{
    [Fact]
    public async Task MF_13_ACodeWorksOnce_AndItsOwnerIsTold()
    {
        var codes = await RecoverySheet.MakeAsync(App, Secured, UserId);

        IsIn(await EnterAsync(await StepAsync(App.CreateBrowser(), "recovery-code"), codes[3].ToLowerInvariant().Replace('-', ' ')))
            .ShouldBeTrue();
        (await EnterAsync(await StepAsync(App.CreateBrowser(), "recovery-code"), codes[3])).ShouldBeRefused().ShouldShow("あと4回");

        (await SessionAsync()).Method.ShouldBe(SignInMethod.RecoveryCode);
        (await EventsAsync("recovery-code-used")).ShouldBe(1);
        (await MailsAsync("回復コード")).ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task MF_13_TheSameCodeThirtyTimesAtOnceOnTwoNodes_IsOneSession()
    {
        await using var other = App.SecondNode();
        var codes = await RecoverySheet.MakeAsync(App, Secured, UserId);
        var pages = new List<PortalPage>();
        for (var i = 0; i < 30; i++)
        {
            pages.Add(await StepAsync((i % 2 == 0 ? App : other).CreateBrowser(), "recovery-code"));
        }

        var answers = await Task.WhenAll(pages.Select(page => Task.Run(() => EnterAsync(page, codes[0]))));

        answers.Count(IsIn).ShouldBe(1);
        (await App.QueryAsync(Secured, db => db.RecoveryCodes.CountAsync(code => code.UsedAt != null))).ShouldBe(1);
    }

    [Fact]
    public async Task MF_13_ANewSetKillsTheFormer()
    {
        var former = await RecoverySheet.MakeAsync(App, Secured, UserId);
        var codes = await RecoverySheet.MakeAsync(App, Secured, UserId);

        var page = await StepAsync(App.CreateBrowser(), "recovery-code");
        (await EnterAsync(page, former[0])).ShouldBeRefused();
        IsIn(await EnterAsync(page, codes[0])).ShouldBeTrue();
    }

    [Theory]
    [InlineData("DisabledAt")]
    [InlineData("Locked")]
    public async Task MF_13_ALockedOrDisabledAccount_DoesNotGetInByOne(string state)
    {
        var codes = await RecoverySheet.MakeAsync(App, Secured, UserId);
        var page = await StepAsync(App.CreateBrowser(), "recovery-code");
        var now = App.Time.GetUtcNow();
        await (state == "Locked"
            ? App.QueryAsync(Secured, db => db.SignInStates.ExecuteUpdateAsync(set => set.SetProperty(row => row.StrangerLockedAt, now)))
            : App.QueryAsync(Secured, db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(row => row.DisabledAt, now))));

        (await EnterAsync(page, codes[0])).ShouldRedirectTo("/t/security/login");
        (await App.QueryAsync(Secured, db => db.RecoveryCodes.CountAsync(code => code.UsedAt != null))).ShouldBe(0);
    }

    [Fact]
    public async Task MF_13_WithoutCodesThePageIsNotThere()
    {
        var browser = App.CreateBrowser();
        await StepAsync(browser);
        (await browser.GetAsync("/t/security/login/recovery-code"))
            .ShouldBe(HttpStatusCode.SeeOther).Location.ShouldBe("/t/security/login/method");
    }

    [Fact]
    public async Task MFA_1_OnlyHashesOfTheCodesAreKept()
    {
        var codes = await RecoverySheet.MakeAsync(App, Secured, UserId);
        var rows = await App.QueryAsync(Secured, db => db.RecoveryCodes.ToListAsync());

        rows.Count.ShouldBe(10);
        rows.Select(row => Convert.ToHexString(row.Salt)).Distinct().Count().ShouldBe(1);
        (await App.World.Audit.CountMentioningAsync(codes[0])).ShouldBe(0);
    }
}
