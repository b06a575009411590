using System.Text.RegularExpressions;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Bounces;

/// <summary>A report about a mail flags the address that it went to, and no other (ML-05).</summary>
public sealed class ReportingBounces : BounceTest
{
    [Fact]
    public async Task ML_05_AGenuineReport_FlagsTheAddress_AndItsUserIsTold()
    {
        var browser = await AskedAsync();

        await BounceAsync();

        (await BouncedAtAsync()).ShouldBe(App.Time.GetUtcNow());
        (await EventsAsync("email-bounced")).ShouldBe(1);
        (await App.World.Audit.ReadAsync("email-bounced", UserId, happened => happened.ActorKind)).ShouldBe(ActorKind.System);
        (await browser.GetAsync("/t/rental/home")).ShouldBeOk().ShouldShow("登録されているメールアドレスにメールが届いていません");
        (await browser.GetAsync(Email)).ShouldBeOk().ShouldShow("このアドレスにメールが届いていません");
    }

    [Fact]
    public async Task ML_05_TheLinkThatProvesTheAddress_EndsIt_AndAnOldReportCannotBringItBack()
    {
        var browser = await AskedAsync();
        var path = await ReturnPathAsync();
        await BounceAsync();

        App.Time.Advance(TimeSpan.FromMinutes(1));
        (await CheckAsync(browser)).ShouldRedirectTo(Email);
        var mail = (await App.MailsAsync(Address))[^1];
        mail.Subject.ShouldContain("メールアドレスを確認してください");
        var link = Regex.Match(mail.Text, "https://localhost(/t/rental/email/proof/[^ \\r\\n]+)").Groups[1].Value;
        (await (await (await App.CreateBrowser().GetAsync(link)).FollowAsync()).ShouldBeOk().Form().SubmitAsync())
            .ShouldRedirectTo("/t/rental/email/proof/done");

        (await BouncedAtAsync()).ShouldBeNull();
        (await EventsAsync("email-confirmed")).ShouldBe(1);
        (await browser.GetAsync("/t/rental/home")).ShouldNotShow("メールが届いていません");
        (await ReportAsync(path, Bounce.Report())).ShouldBe(204);
        (await BouncedAtAsync()).ShouldBeNull("it is about a mail from before the proof");
        (await EventsAsync("email-check-requested")).ShouldBe(2);
    }

    [Fact]
    public async Task ML_05_AnAddressThatIsProven_HasNothingToCheck()
    {
        var browser = await AskedAsync();
        var open = (await browser.GetAsync(Email)).ShouldBeOk().Form("form[action$='/account/email/check']");
        await App.World.Accounts.ChangeAsync(UserId, user => user.EmailConfirmedAt, App.Time.GetUtcNow());

        (await (await open.SubmitAsync()).ShouldRedirectTo(Email).FollowAsync()).ShouldShow("現在のアドレスは確認済みです")
            .ShouldNotShow("/account/email/check");

        (await EventsAsync("email-check-requested")).ShouldBe(1);
    }

    [Fact]
    public async Task ML_05_ML_08_AfterFiveLinksInAnHour_NoMoreAreMailed()
    {
        var browser = await AskedAsync();
        for (var i = 1; i < 5; i++)
        {
            (await CheckAsync(browser)).ShouldRedirectTo(Email);
        }

        (await CheckAsync(browser)).ShouldBeRefused().ShouldShow("メールの送信が続いたため");

        (await EventsAsync("email-check-requested")).ShouldBe(5);
    }

    [Fact]
    public async Task ML_05_AForgedReport_FlagsNothing_AndLearnsNothing()
    {
        await AskedAsync();
        var genuine = await ReturnPathAsync();
        var id = genuine[8..40];
        string[] forged =
        [
            $"bounces+{id}0000000000000000@portal.example.jp",
            genuine.Replace(id, Guid.CreateVersion7().ToString("N"), StringComparison.Ordinal),
            genuine.Replace("@portal.example.jp", "@elsewhere.example.jp", StringComparison.Ordinal),
            genuine.Replace("bounces+", "bounces", StringComparison.Ordinal),
            genuine[..^1],
            "bounces+@portal.example.jp",
            "bounces@portal.example.jp",
            $"bounces+{new string('あ', 48)}@portal.example.jp",
            Address,
            "",
        ];

        foreach (var to in forged)
        {
            (await ReportAsync(to, Bounce.Report())).ShouldBe(204, to);
        }

        (await Bounce.ReportAsync(App, null, Bounce.Report())).ShouldBe(204);
        (await BouncedAtAsync()).ShouldBeNull();
        (await EventsAsync("email-bounced")).ShouldBe(0);
    }

    [Theory]
    [InlineData("delayed", "4.4.1", "multipart/report")]
    [InlineData("failed", "5.2.2", "multipart/report")]
    [InlineData("failed", "5.7.1", "multipart/report")]
    [InlineData("delivered", "2.1.5", "multipart/report")]
    [InlineData("delayed", "5.1.1", "multipart/report")]
    [InlineData("failed", "", "multipart/report")]
    [InlineData("failed", "5.1.1", "multipart/mixed")]
    public async Task ML_05_AReportThatSaysNothingOfTheMailbox_FlagsNothing(string action, string status, string type)
    {
        await AskedAsync();

        (await ReportAsync(await ReturnPathAsync(), Bounce.Report(action, status, type))).ShouldBe(204);

        (await BouncedAtAsync()).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("From: somebody@example.jp\r\nSubject: 不在\r\n\r\n休暇中です。")]
    [InlineData("Content-Type: multipart/report; boundary=part\r\n\r\n--part\r\nContent-Type: message/delivery-status\r\n\r\nx")]
    public async Task ML_05_FI_06_WhatIsNoReport_IsTaken_AndFlagsNothing(string content)
    {
        await AskedAsync();

        (await ReportAsync(await ReturnPathAsync(), content)).ShouldBe(204);

        (await BouncedAtAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task ML_05_RX_01_AReportLargerThanAnyMailOfOurs_IsRefused()
    {
        await AskedAsync();

        (await ReportAsync(await ReturnPathAsync(), Bounce.Report() + new string('x', 1_000_000))).ShouldBe(413);

        (await BouncedAtAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task ML_05_TheSameReportFromTwoServersAtOnce_IsOneFlag()
    {
        await AskedAsync();
        var path = await ReturnPathAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ReportAsync(path, Bounce.Report()))));

        answers.ShouldAllBe(status => status == 204);
        (await BouncedAtAsync()).ShouldNotBeNull();
        (await EventsAsync("email-bounced")).ShouldBe(1);
    }

    [Fact]
    public async Task ML_05_AZ_12_EveryAccountOfTheTenantWithThatAddress_AndNoOtherTenants()
    {
        var colleague = await new Account(Rental, "R900002") { Email = Address.ToUpperInvariant(), Contract = "C-900002" }.AddToAsync(App);
        var elsewhere = await new Account("control", "N0009001") { Email = Address }.AddToAsync(App);
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await AskedAsync();

        await BounceAsync();

        (await BouncedAtAsync(colleague)).ShouldNotBeNull();
        (await BouncedAtAsync(elsewhere)).ShouldBeNull();
    }

    [Fact]
    public async Task ML_05_AnAddressThatWasChangedMeanwhile_IsNotFlagged()
    {
        await AskedAsync();
        var path = await ReturnPathAsync();
        await App.World.Accounts.ChangeAsync(UserId, user => user.NormalizedEmail, "other@rental.example.jp");

        (await ReportAsync(path, Bounce.Report())).ShouldBe(204);

        (await BouncedAtAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task ML_05_AnAddressAsAMailServerMayWriteIt_IsTheSame()
    {
        await AskedAsync();
        var path = (await ReturnPathAsync()).Replace('+', ' ').ToUpperInvariant();

        (await ReportAsync($" {path} ", Bounce.Report())).ShouldBe(204);

        (await BouncedAtAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task ML_05_StaffSeeIt()
    {
        await AskedAsync();
        await BounceAsync();
        await new Account("admin", "agent@portal.test")
        {
            Role = Rules.Delegation.AccountRole.SystemAdministrator,
            Contract = null,
            Email = "agent@portal.test",
            HasApp = true,
        }.AddToAsync(App);
        var staff = App.CreateBrowser();
        (await staff.SignInAsync("admin", "agent@portal.test")).ShouldBeOk();

        (await staff.GetAsync($"/admin/users/rental/{UserId}")).ShouldBeOk().ShouldShow("（メールが届きません）");
    }
}
