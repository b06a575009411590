using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.TemporaryPasswords;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.MailedLinks;

namespace Portal.Web.Tests.Features.Recovery;

/// <summary>What a reset link does, how often, and what kills it.</summary>
public sealed class ResettingByLink : ResetTest
{
    [Fact]
    public async Task RESET_6_TR_10_ANewPassword_TheLockGone_EverySessionEnded_NobodySignedIn()
    {
        var browser = App.CreateBrowser();
        var sid = await SessionAsync();
        for (var i = 0; i < 5; i++)
        {
            await App.CreateBrowser().TrySignInAsync(Tenant, Id, "Wrong1357-Tiger");
        }

        var set = await Fill(await OpenAsync(browser, await LinkAsync())).SubmitAsync();
        var done = await set.ShouldRedirectTo("/t/security/reset/done").FollowAsync();
        done.ShouldBeOk().ShouldShow("新しいパスワードでログインしてください");
        browser.Cookies["__Secure-portal"].ShouldBeNull();
        browser.Cookies["__Secure-link-reset"].ShouldBeNull();
        (await App.World.Sessions.CountOpenAsync(UserId)).ShouldBe(0);
        sid.ShouldNotBeEmpty();

        (await App.CreateBrowser().TrySignInAsync(Tenant, Id)).ShouldBeRefused();
        var signedIn = await App.CreateBrowser().TrySignInAsync(Tenant, Id, Fresh);
        signedIn.ShouldBe(HttpStatusCode.SeeOther).Location.ShouldNotBeNull().ShouldStartWith("/t/security/login/");
        (await EventsAsync("password-reset")).ShouldBe(1);
        (await EventsAsync("released")).ShouldBe(1);
        (await App.MailsAsync(Email)).Where(mail => mail.Subject.StartsWith("パスワードを再設定しました", StringComparison.Ordinal))
            .ShouldHaveSingleItem().Text.ShouldNotContain(Fresh);
    }

    [Fact]
    public async Task RESET_6_AVoidPasswordIsReplaced()
    {
        await App.World.Locks.VoidAsync(UserId);
        var link = await LinkAsync();
        link.ShouldNotContain("culture");
        (await OpenAsync(link)).ShouldShow("現在のパスワードと異なる").ShouldShow("回に使ったパスワードと異なる");
        (await ResetAsync(link)).ShouldRedirectTo("/t/security/reset/done");
        (await App.CreateBrowser().TrySignInAsync(Tenant, Id, Fresh)).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task RESET_5_AnInitialUser_SetsTheFirstPasswordOnTheSameRoad()
    {
        var id = await new Account(Tenant, "first.time@example.jp.cs")
        {
            Email = "first.time@example.jp",
            Password = null,
            EmailConfirmed = false
        }.AddToAsync(App);
        await AskAsync("first.time@example.jp.cs", "first.time@example.jp");
        (await ResetAsync((await LinksAsync("first.time@example.jp"))[^1])).ShouldRedirectTo("/t/security/reset/done");

        (await App.CreateBrowser().TrySignInAsync(Tenant, "first.time@example.jp.cs", Fresh)).ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.Accounts.HasConfirmedAddressAsync(id)).ShouldBeTrue();
    }

    [Fact]
    public async Task RESET_4_TR_02_LookingAtTheLinkChangesNothing()
    {
        var link = await LinkAsync();
        for (var i = 0; i < 10; i++)
        {
            (await OpenAsync(link)).ShouldBeOk();
        }

        using var head = new HttpRequestMessage(HttpMethod.Head, link);
        await App.CreateBrowser().SendAsync(head);
        var bare = await App.CreateBrowser()
            .PostAsync("/t/security/reset", [KeyValuePair.Create("New", Fresh), KeyValuePair.Create("Again", Fresh)]);
        bare.ShouldBe(HttpStatusCode.BadRequest);

        (await ResetAsync(link)).ShouldRedirectTo("/t/security/reset/done");
    }

    [Fact]
    public async Task TR_03_TwentyPostsAtOnce_OneSucceeds_OneEventAndOneNotice()
    {
        var link = await LinkAsync();
        var forms = new List<PortalForm>();
        for (var i = 0; i < 20; i++)
        {
            forms.Add(Fill(await OpenAsync(link)));
        }

        var answers = await Task.WhenAll(forms.Select(form => Task.Run(() => form.SubmitAsync())));

        answers.Count(answer => answer.Status == HttpStatusCode.SeeOther).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.NotFound).ShouldBe(19);
        (await EventsAsync("password-reset")).ShouldBe(1);
        (await MailsAsync("notice-password-reset")).ShouldBe(1);
    }

    [Fact]
    public async Task TR_04_ANewerLinkKillsTheOlder()
    {
        var older = await LinkAsync();
        var newer = await LinkAsync();
        ShouldBeDead(await OpenAsync(older));
        (await OpenAsync(newer)).ShouldBeOk();
    }

    [Fact]
    public async Task TR_04_RESET_1_ASignInKillsIt()
    {
        var id = await new Account("rental", "R900002") { Email = "two@rental.example.jp" }.AddToAsync(App);
        var page = await App.CreateBrowser().GetAsync("/t/rental/unlock");
        await page.Form("main form").Fill("Identifier", "R900002").Fill("Email", "two@rental.example.jp").SubmitAsync();
        var link = (await LinksAsync("two@rental.example.jp")).ShouldHaveSingleItem();
        id.ShouldNotBe(Guid.Empty);

        await App.CreateBrowser().SignInAsync("rental", "R900002", email: "two@rental.example.jp");
        ShouldBeDead(await OpenAsync(link));
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("email")]
    [InlineData("temporary")]
    public async Task TR_04_WhatChangesTheAccountKillsIt(string act)
    {
        var link = await LinkAsync();
        await App.InTenantAsync(Tenant, async services =>
        {
            var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(row => row.Id == UserId);
            _ = act switch
            {
                "disable" => (object)await services.GetRequiredService<SignInSwitch>().DisableAsync(user),
                "email" => await services.GetRequiredService<RecoveryDetailsService>().SetEmailAsync(user, "new@example.jp"),
                _ => false,
            };
        });
        if (act == "temporary")
        {
            await App.IssueTemporaryPasswordAsync(Tenant, UserId, TemporaryPasswordOrigin.Staff);
        }

        ShouldBeDead(await OpenAsync(link));
    }

    [Fact]
    public async Task TR_05_AFormOfAnotherAccountIsABadRequest()
    {
        var other = await new Account(Tenant, "other@example.jp.cs") { Email = "other@example.jp" }.AddToAsync(App);
        var page = await OpenAsync(await LinkAsync());
        (await Fill(page).Forge("Account", other.ToString()).SubmitAsync()).ShouldBe(HttpStatusCode.BadRequest);
        (await Fill(page).Forge("Account", "nonsense").SubmitAsync()).ShouldBe(HttpStatusCode.BadRequest);
        (await EventsAsync("password-reset")).ShouldBe(0);
        (await Fill(page).SubmitAsync()).ShouldRedirectTo("/t/security/reset/done");
    }

    [Fact]
    public async Task TR_06_InAnotherTenantItIsALinkThatNeverWas()
    {
        var link = await LinkAsync();
        var foreign = await OpenAsync(link.Replace("/t/security/", "/t/rental/", StringComparison.Ordinal));
        var unknown = await OpenAsync("/t/rental/reset/" + new string('A', 43));
        foreign.ShouldBeNotFound().Text.ShouldBe(unknown.ShouldBeNotFound().Text);
    }

    [Fact]
    public async Task TR_07_TheSetPageWithoutALink_IsADeadLink()
    {
        ShouldBeDead(await App.CreateBrowser().GetAsync("/t/security/reset"));
        var page = await OpenAsync(await LinkAsync());
        var browser = App.CreateBrowser();
        var token = (await browser.GetAsync("/t/security/unlock")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        ShouldBeDead(await browser.PostAsync("/t/security/reset",
            [new("__RequestVerificationToken", token), new("Account", UserId.ToString()), new("New", Fresh), new("Again", Fresh)]));
        page.ShouldBeOk();
    }

    [Fact]
    public async Task EN_09_ExpiredUsedSupersededAndUnknownReadAlike()
    {
        var superseded = await OpenAsync(await LinkAsync());
        var used = await LinkAsync();
        await ResetAsync(used);
        var dead = new List<PortalPage> { await OpenAsync(used), await OpenAsync("/t/security/reset/unknown"),
            await OpenAsync("/t/security/reset/" + new string('B', 500)), await superseded.Form("main form").Fill("New", Fresh)
            .Fill("Again", Fresh).SubmitAsync() };
        dead.ForEach(ShouldBeDead);
        dead.Select(page => page.Text).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task RESET_1_TheLinkLivesAnHour()
    {
        var link = await LinkAsync();
        App.Time.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(5));
        (await OpenAsync(link)).ShouldBeOk();
        App.Time.Advance(TimeSpan.FromSeconds(5));
        ShouldBeDead(await OpenAsync(link));
    }

    [Fact]
    public async Task TR_12_TheTokenLeavesTheAddressBarAtOnce()
    {
        var link = await LinkAsync();
        var browser = App.CreateBrowser();
        var opened = await browser.GetAsync(link);
        opened.ShouldBe(HttpStatusCode.SeeOther).ShouldRedirectTo("/t/security/reset").ShouldHaveHeader("Referrer-Policy", "no-referrer");
        var page = await opened.FollowAsync();
        page.ShouldBeOk().ShouldHaveHeader("Referrer-Policy", "no-referrer").ShouldHaveHeader("Cache-Control", "no-store");
        var token = link[(link.LastIndexOf('/') + 1)..];
        page.Body.ShouldNotContain(token);
        opened.SetCookies.ShouldAllBe(cookie => !cookie.Contains(token) && cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase));
        (await App.World.Links.ListAsync(link => link.TokenHash)).ShouldAllBe(hash => !Encoding.Latin1.GetString(hash).Contains(token));
        (await App.World.Audit.CountMentioningAsync(token)).ShouldBe(0);
    }

    [Fact]
    public async Task RESET_2_TR_14_AfterACompletedReset_NoneForADay_ToldByMailAlone()
    {
        await AskAsync();
        var link = (await LinksAsync())[^1];
        App.Time.Advance(TimeSpan.FromMinutes(30));
        (await ResetAsync(link)).ShouldRedirectTo("/t/security/reset/done");

        App.Time.Advance(TimeSpan.FromHours(2));
        (await AskAsync()).ShouldRedirectTo("/t/security/unlock/sent");
        (await LinksAsync()).Count.ShouldBe(1);
        (await App.MailsAsync(Email)).ShouldContain(mail => mail.Text.Contains("再設定したばかり"));

        App.Time.Advance(TimeSpan.FromHours(22));
        await AskAsync();
        (await LinksAsync()).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("", "", "新しいパスワードを入力してください")]
    [InlineData(Fresh, "Violet8642-tram!R", "新しいパスワードと同じものを入力してください")]
    [InlineData("short", "short", "12文字以上")]
    [InlineData("abc", "abd", "12文字以上")]
    [InlineData("abc", "abd", "新しいパスワードと同じものを入力してください")]
    [InlineData(Account.UsualPassword, Account.UsualPassword, "現在のパスワードと同じ")]
    public async Task RESET_1_PASS_2_WhatDoesNotFitIsNamedAndTheLinkLivesOn(string password, string again, string error)
    {
        var link = await LinkAsync();
        var refused = await (await OpenAsync(link)).Form("main form").Fill("New", password).Fill("Again", again).SubmitAsync();
        refused.ShouldBeRefused().ShouldShow(error);
        refused.Has("#New-rules, .p-rules, ul[id*=rules]").ShouldBeTrue();
        refused.Find("input[name=New]").GetAttribute("value").ShouldBeNullOrEmpty();
        (await ResetAsync(link)).ShouldRedirectTo("/t/security/reset/done");
    }

    [Fact]
    public async Task USER_5_AMigratedUserMayResetInstead()
    {
        await new Account("rental", "R900003")
        {
            Email = "three@rental.example.jp",
            With = user => user.MustChangePassword = true
        }.AddToAsync(App);
        await (await App.CreateBrowser().GetAsync("/t/rental/unlock")).Form("main form").Fill("Identifier", "R900003")
            .Fill("Email", "three@rental.example.jp").SubmitAsync();
        var link = (await LinksAsync("three@rental.example.jp")).ShouldHaveSingleItem();
        (await ResetAsync(link, "Violet8642")).ShouldRedirectTo("/t/rental/reset/done");
        (await App.CreateBrowser()
            .SignInAsync("rental", "R900003", "Violet8642",
                email: "three@rental.example.jp")).Address.AbsolutePath.ShouldNotContain("password/required");
    }

    [Fact]
    public async Task USER_5_AMigratedUserMustChangeAtTheFirstSignIn()
    {
        await new Account("rental", "R900004")
        {
            Email = "four@rental.example.jp",
            With = user => user.MustChangePassword = true
        }.AddToAsync(App);
        var browser = App.CreateBrowser();
        var required = await browser.SignInAsync("rental", "R900004", email: "four@rental.example.jp");
        required.Address.AbsolutePath.ShouldBe("/t/rental/password/required");
        required.ShouldShow("このサイトへの移行にともない").ShouldNotShow("発行された");
        (await browser.GetAsync("/t/rental/home")).ShouldRedirectTo("/t/rental/password/required");
        var changed = await required.Form("main form").Fill("Current", Account.UsualPassword).Fill("New", "Violet8642")
            .Fill("Again", "Violet8642").SubmitAsync();
        (await changed.FollowAsync()).Address.AbsolutePath.ShouldNotContain("password/required");
    }

    [Fact]
    public async Task TR_21_AnExpiredPasswordOpensTheChangeAlone_InEveryTab()
    {
        await new Account("homephone",
            "0399990001")
        { With = user => user.PasswordChangedAt = user.PasswordChangedAt!.Value.AddDays(-61) }.AddToAsync(App);
        var browser = App.CreateBrowser();
        var required = await browser.SignInAsync("homephone", "0399990001");
        required.ShouldShow("有効期限が切れています").Address.AbsolutePath.ShouldBe("/t/homephone/password/required");
        foreach (var path in new[] { "home", "account/password", "account", "lines" })
        {
            (await browser.GetAsync("/t/homephone/" + path)).ShouldRedirectTo("/t/homephone/password/required");
        }

        (await browser.At(App).GetAsync("/t/homephone/home")).ShouldRedirectTo("/t/homephone/password/required");
    }

    private async Task<string> SessionAsync()
    {
        var (user, now) = (await App.World.Accounts.GetAsync(UserId), App.Time.GetUtcNow());
        await App.World.Sessions.AddAsync(new Session
        {
            TenantId = user.TenantId,
            Id = Guid.CreateVersion7(),
            SidHash = [0],
            UserId = UserId,
            SecurityStamp = user.SecurityStamp!,
            State = SessionState.Full,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now.AddHours(1),
            ProvenAt = now,
            Method = SignInMethod.Password,
        });
        return "planted";
    }
}
