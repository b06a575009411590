using System.Text.RegularExpressions;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.LinkedAdministrators;

/// <summary>The code that the owner of an administrator ID is mailed while somebody links it (AZ-09, MFA-4).</summary>
public sealed partial class EnteringLinkCodes : LinkedTest
{
    private const string CodePage = Ids + "/link/code";
    private const string Owner = FirstId + "@example.jp";

    [Theory]
    [InlineData("", "確認コードを入力してください")]
    [InlineData("12345", "確認コードの形式が正しくありません")]
    [InlineData("abcdef", "確認コードの形式が正しくありません")]
    public async Task MFA_4_WhatIsNoCode_IsSaidAtTheField_AndNoTryIsCounted(string typed, string problem)
    {
        var (_, page) = await HalfDoneAsync();

        var again = (await page.Form().Fill("Code", typed).SubmitAsync()).ShouldBeRefused().ShouldShow(problem);

        (await again.Form().Fill("Code", WrongFor(await LatestCodeAsync())).SubmitAsync()).ShouldBeRefused().ShouldShow("あと4回");
        (await App.World.AdministratorLinks.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task MF_07_AnotherCode_IsSentAfterAWhile_AndTakesThePlaceOfTheFirst()
    {
        var (_, page) = await HalfDoneAsync();
        var first = await LatestCodeAsync();
        (await (await ResendAsync(page)).FollowAsync()).ShouldBeOk().ShouldShow("あと60秒たつと、もう一度送信できます");
        (await App.MailsAsync(Owner)).Count.ShouldBe(1);
        App.Time.Advance(TimeSpan.FromSeconds(60));

        var sent = await (await ResendAsync(page)).FollowAsync();

        sent.ShouldBeOk().ShouldShow("確認コードを送信しました");
        (await App.MailsAsync(Owner)).Count.ShouldBe(2);
        var second = await LatestCodeAsync();
        if (first != second)
        {
            (await sent.Form().Fill("Code", first).SubmitAsync()).ShouldBeRefused().ShouldShow("新しい確認コードが送信されています");
        }

        (await sent.Form().Fill("Code", second).SubmitAsync()).ShouldRedirectTo(Ids);
        (await App.World.AdministratorLinks.CountAsync(Manager)).ShouldBe(1);
    }

    [Fact]
    public async Task ML_08_CodesOfOneLink_AreFive()
    {
        var (_, page) = await HalfDoneAsync();
        for (var sent = 1; sent <= 5; sent++)
        {
            App.Time.Advance(TimeSpan.FromSeconds(60));
            page = (await (await ResendAsync(page)).FollowAsync()).ShouldBeOk();
        }

        page.ShouldShow("確認コードの送信が続いたため、あと59分ほど送信できません");
        (await App.MailsAsync(Owner)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task MF_07_ALinkBegunAgainWithinTheMinute_SaysThatNoCodeWasSent()
    {
        var (manager, _) = await HalfDoneAsync();

        var page = (await (await LinkAsync(manager, FirstId)).FollowAsync()).ShouldBeOk();

        page.ShouldShow("あと60秒たつと、もう一度送信できます").ShouldShow("に確認コードを送信してから").ShouldNotShow("に届いた確認コード");
        (await App.MailsAsync(Owner)).Count.ShouldBe(1);
        App.Time.Advance(TimeSpan.FromSeconds(60));
        (await (await ResendAsync(page)).FollowAsync()).ShouldBeOk().ShouldShow("に届いた確認コード");
        (await App.MailsAsync(Owner)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task MFA_4_ACodeWhoseTimeIsOver_IsSaidToBe_AndAnotherOneLinks()
    {
        var (_, page) = await HalfDoneAsync();
        var former = await LatestCodeAsync();
        App.Time.Advance(TimeSpan.FromMinutes(10));

        (await page.Form().Fill("Code", former).SubmitAsync()).ShouldBeRefused().ShouldShow("有効期限が切れました");

        page = await (await ResendAsync(page)).FollowAsync();
        (await page.Form().Fill("Code", await LatestCodeAsync()).SubmitAsync()).ShouldRedirectTo(Ids);
    }

    [Fact]
    public async Task AZ_09_ALinkWhoseTimeIsOver_BeginsAgain()
    {
        var (manager, page) = await HalfDoneAsync();
        var code = await LatestCodeAsync();
        App.Time.Advance(TimeSpan.FromMinutes(15));

        (await OverAsync(page.Form().Fill("Code", code))).ShouldShow("連携の手続きが終了しました");
        (await OverAsync(page.Form($"form[action$='{CodePage}/resend']"))).ShouldShow("連携の手続きが終了しました");
        (await manager.GetAsync(CodePage)).ShouldRedirectTo(Ids + "/link");
        (await App.MailsAsync(Owner)).Count.ShouldBe(1);
        (await App.World.AdministratorLinks.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task AZ_09_AFormOfAnEarlierLink_IsNotOfThisOne()
    {
        var (manager, former) = await HalfDoneAsync();
        await App.World.Accounts.ChangeAsync(user => user.Id == Second, user => user.WantsSecondFactor, true);
        await LinkAsync(manager, SecondId);
        var code = await LatestCodeAsync(SecondId + "@example.jp");

        (await OverAsync(former.Form().Fill("Code", code))).ShouldShow("連携の手続きが終了しました");
        (await App.World.AdministratorLinks.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task MF_07_AfterFiveWrongCodes_TheLinkIsOver()
    {
        var (_, page) = await HalfDoneAsync();
        var code = await LatestCodeAsync();
        for (var tries = 4; tries > 0; tries--)
        {
            (await page.Form().Fill("Code", WrongFor(code)).SubmitAsync()).ShouldBeRefused().ShouldShow($"あと{tries}回");
        }

        (await OverAsync(page.Form().Fill("Code", WrongFor(code)))).ShouldShow("連携の手続きが終了しました");
        (await OverAsync(page.Form().Fill("Code", code))).ShouldShow("連携の手続きが終了しました");
        (await App.World.AdministratorLinks.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task MFA_4_WhoHasOnlyAnApp_IsSentNoCode_WhateverTheFormSays()
    {
        const string WithApp = "A0900003";
        await new Account(Tenant, WithApp)
        { Role = AccountRole.Manager, Contract = "C-900003", Password = AdminPassword, HasApp = true }.AddToAsync(App);
        var manager = await ManagerAsync();
        var page = await (await LinkAsync(manager, WithApp)).FollowAsync();
        page.Has($"form[action$='{CodePage}/resend']").ShouldBeFalse();
        var fields = page.Form().Fields.Where(field => field.Name is not ("Attempt" or "Method" or "Code"))
            .Append(("attempt", page.Find("[name=Attempt]").GetAttribute("value")!));

        (await manager.PostAsync(CodePage + "/resend", fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2))))
            .ShouldRedirectTo(CodePage);
        (await page.Form().Forge("Method", "EmailCode").Fill("Code", "123456").Anew().SubmitAsync()).ShouldRedirectTo(CodePage);
        (await App.World.AdministratorLinks.CountAsync()).ShouldBe(0);
    }

    private async Task<(PortalBrowser Manager, PortalPage Page)> HalfDoneAsync()
    {
        await App.World.Accounts.ChangeAsync(user => user.Id == First, user => user.WantsSecondFactor, true);
        var manager = await ManagerAsync();
        var page = await (await LinkAsync(manager, FirstId)).FollowAsync();
        return (manager, page.ShouldBeOk());
    }

    private static Task<PortalPage> ResendAsync(PortalPage page) => page.Form($"form[action$='{CodePage}/resend']").SubmitAsync();

    private static async Task<PortalPage> OverAsync(PortalForm form)
    {
        var answer = await form.Anew().SubmitAsync();
        answer.ShouldRedirectTo(Ids + "/link");
        return await answer.FollowAsync();
    }

    private async Task<string> LatestCodeAsync(string owner = Owner) =>
        Code().Match((await App.MailsAsync(owner))[^1].Text).Groups[1].Value;

    private static string WrongFor(string code) => code == "111111" ? "222222" : "111111";

    [GeneratedRegex(@"(?m)^\s*([0-9]{6})\s*$")]
    private static partial Regex Code();
}
