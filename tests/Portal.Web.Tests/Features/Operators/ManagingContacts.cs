using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Operators;

public sealed class ManagingContacts : ContactsTest
{
    private const string Fresh = "new.id@example.jp.cs";

    private static async Task<PortalPage> RenameAsync(PortalBrowser who, Guid id, string loginId)
    {
        var check = await (await who.GetAsync(Page(id, "login-id"))).ShouldBeOk().Form(Form).Fill("LoginId", loginId).SubmitAsync("確認へ進む");
        return check.Status == HttpStatusCode.OK ? await check.Form(Form).SubmitAsync("変更") : check;
    }

    [Fact]
    public async Task CONT_1_TheListShowsWhoseContactsTheyAre()
    {
        await App.World.Accounts.ChangeAsync(Member, set => set
            .SetProperty(user => user.Department, "東京本社")
            .SetProperty(user => user.Phone, "03-1234-5678"));
        await LockAsync(Member);
        var page = (await (await SignedInAsync(ManagerId)).GetAsync(List)).ShouldBeOk().ShouldNotShow("stranger@");

        page.Texts("thead th").Select(heading => heading.TrimEnd('↕', '▲'))
            .ShouldBe(["氏名", "メールアドレス", "勤務先", "勤務先の電話番号", "状態", "更新日時"]);
        var row = page.Texts("tbody tr").Single(row => row.Contains("hanako@example.jp", StringComparison.Ordinal));
        page.ShouldShow("ご契約：N900000001（試験株式会社）");
        foreach (var cell in new[] { "佐藤 花子", "hanako@example.jp", "東京本社", "03-1234-5678", "ロック中" })
        {
            row.ShouldContain(cell);
        }
    }

    [Fact]
    public async Task CONT_1_FilterSortAndFileAreOfTheSameRows()
    {
        await LockAsync(Member);
        var manager = await SignedInAsync(ManagerId);
        (await manager.GetAsync(List + "?state=locked")).Texts("tbody th").ShouldBe(["佐藤 花子"]);
        (await manager.GetAsync(List + "?sort=-email")).Texts("tbody td:nth-child(2)")
            .ShouldBe(["taro@example.jp", "second@example.jp", "hanako@example.jp"]);

        var file = (await (await manager.GetAsync(List + "?state=locked")).Form("form[action*=export]").SubmitAsync()).ShouldBeOk();
        file.Body.ShouldContain("佐藤 花子");
        file.Body.ShouldContain("勤務先");
        file.Body.ShouldContain("試験株式会社");
        file.Body.ShouldNotContain("second@");
        (await EventsAsync("exported")).ShouldBe(1);
    }

    [Fact]
    public async Task CONT_3_DisabledOnesCanBeFilteredAway()
    {
        var manager = await SignedInAsync(ManagerId);
        await ConfirmAsync(manager, Page(Member, "disable"));
        (await manager.GetAsync(List)).ShouldShow("hanako@example.jp");
        (await manager.GetAsync(List + "?disabled=hide")).ShouldBeOk().ShouldNotShow("hanako@example.jp").ShouldShow("second@example.jp");
    }

    [Fact]
    public async Task CONT_3_CG_10_DisablingAndUnlockingAreApart()
    {
        await LockAsync(Member);
        var manager = await SignedInAsync(ManagerId);
        await ConfirmAsync(manager, Page(Member, "disable"));
        await ConfirmAsync(manager, Page(Member, "lockout-release"));
        (await IsLockedAsync(Member)).ShouldBeFalse();
        (await App.CreateBrowser().TrySignInAsync(Tenant, MemberId)).ShouldBeRefused();

        await LockAsync(Member);
        await ConfirmAsync(manager, Page(Member, "enable"));
        (await IsLockedAsync(Member)).ShouldBeTrue();
    }

    [Fact]
    public async Task CONT_3_EverythingOfAUserCanBeChanged()
    {
        var manager = await SignedInAsync(ManagerId);
        var check = await (await manager.GetAsync(Page(Member, "edit"))).Form(Form).Fill("Title", "部長").Fill("MobilePhone", "090-1111-2222")
            .Choose("Language", "en").Choose("TimeZone", "Asia/Singapore").SubmitAsync("確認へ進む");
        (await check.ShouldShow("English").ShouldShow("Asia/Singapore").Form(Form).SubmitAsync("保存")).ShouldRedirectTo(Page(Member));

        (await UserAsync(user => user.Title, Member)).ShouldBe("部長");
        (await UserAsync(user => user.Language, Member)).ShouldBe("en");
        (await UserAsync(user => user.TimeZone, Member)).ShouldBe("Asia/Singapore");
        (await DetailsOfAsync("user-changed")).ShouldBe(
            """{"changes":{"title":["","部長"],"mobilePhone":["","090-1111-2222"],"language":[null,"en"]"""
            + ""","timeZone":[null,"Asia/Singapore"]}}""");
    }

    [Fact]
    public async Task IV_09_ALanguageThatTheSiteDoesNotHaveIsNone()
    {
        var page = await (await SignedInAsync(ManagerId)).GetAsync(Page(Member, "edit"));
        (await page.Form(Form).Forge("Language", "fr").Forge("TimeZone", "Mars/Phobos").SubmitAsync("確認へ進む")).ShouldBeRefused()
            .ShouldShow("表示言語を選択してください").ShouldShow("タイムゾーンを選択してください");
    }

    [Fact]
    public async Task CONT_3_TheUserIdIsChanged_AndItsOwnerIsToldTheNewOne()
    {
        var manager = await SignedInAsync(ManagerId);
        (await RenameAsync(manager, Member, "Ｎew.ID@example.jp.cs")).ShouldRedirectTo(Page(Member));

        (await UserAsync(user => user.UserName, Member)).ShouldBe("New.ID@example.jp.cs");
        (await DetailsOfAsync("login-id-changed")).ShouldBe($$"""{"from":"{{MemberId}}","to":"New.ID@example.jp.cs"}""");
        var mail = (await App.MailsAsync("hanako@example.jp")).ShouldHaveSingleItem();
        mail.Text.Replace("\u200B", "", StringComparison.Ordinal).ShouldContain("New.ID@example.jp.cs");
        (await App.CreateBrowser().TrySignInAsync(Tenant, MemberId)).ShouldBeRefused();
        await SignedInAsync("new.id@EXAMPLE.jp.cs");
    }

    [Fact]
    public async Task EN_06_ATakenUserIdIsRefusedWithoutSayingWhose()
    {
        var manager = await SignedInAsync(ManagerId);
        (await RenameAsync(manager, Member, StrangerId.ToUpperInvariant())).ShouldBeRefused().ShouldShow("このユーザーIDは使えません")
            .ShouldNotShow("N900000002");
        (await RenameAsync(manager, Member, SecondId)).ShouldBeRefused().ShouldShow("すでに登録されています");
        (await UserAsync(user => user.UserName, Member)).ShouldBe(MemberId);
        (await EventsAsync("login-id-probed")).ShouldBe(1, "one's own is no secret");

        for (var i = 0; i < 9; i++)
        {
            (await RenameAsync(manager, Member, StrangerId)).ShouldBeRefused();
        }

        (await RenameAsync(manager, Member, Fresh)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task EN_06_TwoContractsWantingOneIdAtOnce_OneGetsIt()
    {
        var checks = new[]
        {
            await (await (await SignedInAsync(ManagerId)).GetAsync(Page(Member, "login-id"))).Form(Form).Fill("LoginId", Fresh)
                .SubmitAsync("確認へ進む"),
            await (await (await SignedInAsync(OtherManagerId)).GetAsync(Page(Stranger, "login-id"))).Form(Form).Fill("LoginId", Fresh)
                .SubmitAsync("確認へ進む"),
        };
        var answers = await Task.WhenAll(checks.Select(check => check.Form(Form).SubmitAsync("変更")));

        answers.Select(answer => answer.Status).Order().ShouldBe([HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity]);
        (await EventsAsync("login-id-changed")).ShouldBe(1);
    }

    [Fact]
    public async Task CONT_3_AMemberDoesNotChangeItsOwnId()
    {
        var member = await SignedInAsync(MemberId);
        (await member.GetAsync(Page(Member, "login-id"))).ShouldBeForbidden();
        (await member.GetAsync(Page(Member))).ShouldBeOk().Has("a[href*=login-id]").ShouldBeFalse();
    }

    [Fact]
    public async Task SAFE_1_AUserIdChangedElsewhereIsAConflict()
    {
        var manager = await SignedInAsync(ManagerId);
        var slow = await (await manager.GetAsync(Page(Member, "login-id"))).Form(Form).Fill("LoginId", Fresh).SubmitAsync("確認へ進む");
        await RenameAsync(await SignedInAsync(SecondId), Member, "faster@example.jp.cs");

        var conflict = await slow.Form(Form).SubmitAsync("変更");
        conflict.ShouldBe(HttpStatusCode.Conflict).ShouldShow(SecondId).ShouldShow(Fresh).ShouldShow("faster@example.jp.cs");
        (await UserAsync(user => user.UserName, Member)).ShouldBe("faster@example.jp.cs");

        (await conflict.Form(Form).SubmitAsync("入力した内容を見直す")).ShouldBeOk().Find("input[name=LoginId]").GetAttribute("value")
            .ShouldBe(Fresh);
        (await conflict.Form(Form).SubmitAsync("入力した内容で保存")).ShouldRedirectTo(Page(Member));
        (await UserAsync(user => user.UserName, Member)).ShouldBe(Fresh);
    }

    [Fact]
    public async Task MAIL_3_AnAddressCannotBeTakenAway_AndOnesOwnIsChangedElsewhere()
    {
        var manager = await SignedInAsync(ManagerId);
        (await (await manager.GetAsync(Page(Member, "recovery"))).ShouldShow("メールアドレスの変更").Form(Form).Fill("Email", "")
            .SubmitAsync("確認へ進む")).ShouldBeRefused().ShouldShow("メールアドレスを入力してください");
    }

    [Fact]
    public async Task CONT_3_AResetIsStarted_AndTheLinkGoesToTheOwnerAlone()
    {
        var manager = await SignedInAsync(ManagerId);
        var answer = await ConfirmAsync(manager, Page(Member, "reset-link"));
        answer.ShouldRedirectTo(Page(Member));
        (await answer.FollowAsync()).ShouldShow("再設定の案内を送りました").ShouldNotShow("/reset/");

        (await EventsAsync("reset-link-sent", Member)).ShouldBe(1);
        (await App.MailsAsync("hanako@example.jp")).ShouldHaveSingleItem().Text.ShouldContain("/t/security/reset/");
        await SignedInAsync(MemberId);

        await ConfirmAsync(manager, Page(Member, "disable"));
        (await (await ConfirmAsync(manager, Page(Member, "reset-link"))).FollowAsync()).ShouldShow("再設定の案内を送れません");
        (await EventsAsync("reset-link-sent", Member)).ShouldBe(1);
    }

    [Fact]
    public async Task TR_04_AnotherAddressKillsTheLinksThatWentToTheFormer()
    {
        var manager = await SignedInAsync(ManagerId);
        await ConfirmAsync(manager, Page(Member, "reset-link"));
        var check = await (await manager.GetAsync(Page(Member, "recovery"))).Form(Form).Fill("Email", "elsewhere@example.jp")
            .SubmitAsync("確認へ進む");
        await check.Form(Form).SubmitAsync("保存");

        (await App.World.Links.CountOpenAsync(Member, LinkPurpose.PasswordReset)).ShouldBe(0);
    }

    [Fact]
    public async Task FACE_7_CONT_1_TheSearchCallsFieldsAsTheListDoes() =>
        (await (await SignedInAsync(ManagerId)).GetAsync(List)).ShouldBeOk().ShouldShow("勤務先で探せます。").ShouldNotShow("部署で探せます");

    [Fact]
    public async Task CONT_3_CustomersDeleteNobody() =>
        (await (await SignedInAsync(ManagerId)).GetAsync(Page(Member, "delete"))).ShouldBeNotFound();

    [Theory]
    [InlineData("id")]
    [InlineData("Id")]
    public async Task AZ_04_AnotherIdInFormOrQueryIsABadRequest(string field)
    {
        var manager = await SignedInAsync(ManagerId);
        var page = await manager.GetAsync(Page(Member, "disable"));
        (await page.Form().Forge(field, Second.ToString()).SubmitAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await manager.GetAsync($"{Page(Member, "disable")}?{field}={Second}")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await manager.GetAsync($"{Page(Member, "disable")}?{field}={Member}&{field}={Second}")).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await EventsAsync("user-disabled")).ShouldBe(0);
    }
}
