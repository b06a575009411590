using System.Net;
using System.Text.RegularExpressions;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.LinkedAdministrators;

public sealed partial class LinkingIds : LinkedTest
{
    [Fact]
    public async Task LINK_4_TheIdAndItsOwnPassword_PutItOnTopOfTheList()
    {
        var manager = await ManagerAsync();
        (await manager.GetAsync(Ids)).ShouldBeOk().ShouldShow("連携している管理者IDはありません");

        var answer = await LinkAsync(manager, FirstId);

        answer.ShouldRedirectTo(Ids);
        (await answer.FollowAsync()).ShouldBeOk().ShouldShow($"{FirstId}を連携しました");
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await LinkAsync(manager, SecondId.ToLowerInvariant());
        (await manager.GetAsync(Ids)).Texts("tbody th").ShouldBe([SecondId, FirstId]);
        (await App.World.AdministratorLinks.CountAsync(Manager)).ShouldBe(2);
        (await App.World.Audit.CountAsync("administrator-linked", First)).ShouldBe(1);
        (await App.World.Audit.ReadAsync("administrator-linked", First, happened => happened.ActorName)).ShouldBe(ManagerId);
        (await App.World.Mails.CountToAsync($"{FirstId}@example.jp")).ShouldBe(1);
    }

    [Fact]
    public async Task LINK_4_TheOwnersMailNamesWhoHasLinked_AndLeadsToTheLinks()
    {
        await LinkAsync(await ManagerAsync(), FirstId);

        var mail = (await App.MailsAsync($"{FirstId}@example.jp")).ShouldHaveSingleItem();
        mail.Text.ShouldContain(ManagerId);
        mail.Text.ShouldContain("/account/linked-managers");
    }

    [Theory]
    [InlineData(FirstId, "Wrong1357-Tiger")]
    [InlineData("A0999999", AdminPassword)]
    [InlineData(FirstUserId, Account.UsualPassword)]
    public async Task CG_19_WhateverIsWrong_TheAnswerIsOneAndTheSame(string id, string password)
    {
        var answer = await LinkAsync(await ManagerAsync(), id, password);

        answer.ShouldBeRefused().ShouldShow("管理者IDまたはパスワードが正しくありません");
        (await App.World.AdministratorLinks.CountAsync()).ShouldBe(0);
        (await App.World.Audit.CountAsync("administrator-link-refused", Manager)).ShouldBe(1);
    }

    [Fact]
    public async Task LINK_4_CG_19_WrongPasswords_CountOnTheAdministratorIdAndLockIt()
    {
        var manager = await ManagerAsync();
        for (var i = 0; i < 5; i++)
        {
            (await LinkAsync(manager, FirstId, $"Wrong1357-Tiger{i}")).ShouldBeRefused();
        }

        (await LinkAsync(manager, FirstId)).ShouldBeRefused();
        (await App.World.Locks.IsLockedAsync(First)).ShouldBeTrue();
        (await App.World.Locks.IsLockedAsync(Manager)).ShouldBeFalse();
        (await App.CreateBrowser().TrySignInAsync(Tenant, FirstId, AdminPassword)).ShouldBeRefused();
        (await LinkAsync(manager, SecondId)).ShouldRedirectTo(Ids);
    }

    [Fact]
    public async Task CG_19_WhoGoesThroughManyIds_IsStopped()
    {
        var manager = await ManagerAsync();
        for (var i = 0; i < 10; i++)
        {
            (await LinkAsync(manager, $"A08{i:00000}")).ShouldBeRefused();
        }

        (await LinkAsync(manager, SecondId)).ShouldBeRefused().ShouldShow("1時間ほど");
        (await App.World.AdministratorLinks.CountAsync()).ShouldBe(0);
        App.Time.Advance(TimeSpan.FromMinutes(61));
        (await LinkAsync(await ManagerAsync(), SecondId)).ShouldRedirectTo(Ids);
    }

    [Fact]
    public async Task AZ_09_AnIdWithASecondFactor_IsLinkedWithItAlone()
    {
        await new Account(Tenant, "A0900003")
        { Role = AccountRole.Manager, Contract = "C-900003", Password = AdminPassword, HasApp = true }.AddToAsync(App);
        var manager = await ManagerAsync();

        var asked = await LinkAsync(manager, "A0900003");
        asked.ShouldRedirectTo(Ids + "/link/code");
        (await App.World.AdministratorLinks.CountAsync()).ShouldBe(0);

        var page = (await asked.FollowAsync()).ShouldBeOk().ShouldShow("認証アプリ");
        (await page.Form().Fill("Code", "000000").SubmitAsync()).ShouldBeRefused().ShouldShow("あと4回");
        var code = await Authenticator.FreshCodeAsync(App, Tenant, "A0900003");
        (await page.Form().Fill("Code", code).SubmitAsync()).ShouldRedirectTo(Ids);

        (await App.World.AdministratorLinks.ReadAsync(link => link.FactorProvenAt)).ShouldNotBeNull();
        (await App.World.Sessions.CountOpenAsync(await App.World.Accounts.IdOfAsync("A0900003"))).ShouldBe(0);
    }

    [Fact]
    public async Task AZ_09_TheCodeByMail_GoesToTheOwnerOfTheId()
    {
        await App.World.Accounts.ChangeAsync(user => user.Id == First, user => user.WantsSecondFactor, true);
        var manager = await ManagerAsync();

        var page = await (await LinkAsync(manager, FirstId)).FollowAsync();
        page.ShouldBeOk().ShouldShow("メールアドレス");
        var mail = (await App.MailsAsync($"{FirstId}@example.jp")).ShouldHaveSingleItem();
        mail.Text.ShouldContain(ManagerId);

        (await page.Form().Fill("Code", Code().Match(mail.Text).Groups[1].Value).SubmitAsync()).ShouldRedirectTo(Ids);
        (await App.World.AdministratorLinks.CountAsync(Manager)).ShouldBe(1);
    }

    [Fact]
    public async Task AZ_09_AHalfDoneLink_SignsNobodyIn_AndIsItsManagersAlone()
    {
        await App.World.Accounts.ChangeAsync(user => user.Id == First, user => user.WantsSecondFactor, true);
        var manager = await ManagerAsync();
        await LinkAsync(manager, FirstId);

        (await manager.GetAsync(Base + "/login/email-code")).ShouldRedirectTo(Base + "/login");
        await AddManagerAsync("other@example.com");
        var other = await ManagerAsync("other@example.com");
        (await other.GetAsync(Ids + "/link/code")).ShouldRedirectTo(Ids + "/link");
    }

    [Fact]
    public async Task LINK_4_AnIdThatMustChangeItsPassword_IsNotLinked()
    {
        await App.World.Accounts.ChangeAsync(user => user.Id == First, user => user.MustChangePassword, true);

        (await LinkAsync(await ManagerAsync(), FirstId)).ShouldBeRefused().ShouldShow("パスワードの変更が必要です");
        (await App.World.AdministratorLinks.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task LINK_4_BadInput_IsSaidInWords()
    {
        var page = await (await ManagerAsync()).GetAsync(Ids + "/link");

        (await page.Form().SubmitAsync()).ShouldBeRefused().ShouldShow("管理者IDを入力してください").ShouldShow("パスワードを入力してください");
        (await EventsAsync("administrator-link-refused")).ShouldBe(0);
    }

    [Fact]
    public async Task AZ_10_TwoWhoLinkAtOnce_MakeOneLink()
    {
        var manager = await ManagerAsync();
        var form = (await manager.GetAsync(Ids + "/link")).Form().Fill("Identifier", FirstId).Fill("Password", AdminPassword);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.Anew().SubmitAsync()));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther);
        (await App.World.AdministratorLinks.CountAsync()).ShouldBe(1);
        (await EventsAsync("administrator-linked")).ShouldBe(1);
    }

    [Fact]
    public async Task LINK_4_NobodyElseHasThePage()
    {
        (await (await AdministratorAsync()).GetAsync(Ids)).ShouldBe(HttpStatusCode.Forbidden);
        (await (await AdministratorAsync()).GetAsync(Ids + "/link")).ShouldBe(HttpStatusCode.Forbidden);
        (await (await ManagerAsync()).GetAsync(Managers)).ShouldBe(HttpStatusCode.Forbidden);
        (await App.CreateBrowser().GetAsync(Ids)).Location.ShouldNotBeNull().ShouldStartWith(Base + "/login");
    }

    [GeneratedRegex(@"(?m)^\s*([0-9]{6})\s*$")]
    private static partial Regex Code();
}
