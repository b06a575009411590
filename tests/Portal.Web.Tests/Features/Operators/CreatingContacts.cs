using System.Net;
using Portal.Rules.Delegation;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Operators;

public sealed class CreatingContacts : ContactsTest
{
    private const string New = List + "/new";
    private const string Address = "new.person@example.jp";
    private const string NewId = Address + ".cs";

    private static async Task<PortalPage> CheckAsync(PortalBrowser manager, Action<PortalForm>? fill = null)
    {
        var form = (await manager.GetAsync(New)).ShouldBeOk().Form(Form).Fill("Email", Address).Fill("FamilyName", "新田")
            .Fill("GivenName", "一郎");
        fill?.Invoke(form);
        return await form.SubmitAsync("確認へ進む");
    }

    private static async Task<PortalPage> CreateAsync(PortalBrowser manager, Action<PortalForm>? fill = null) =>
        await (await CheckAsync(manager, fill)).ShouldBeOk().Form(Form).SubmitAsync("追加して招待メールを送信");

    [Fact]
    public async Task CONT_2_AnEmptyIdTakesTheSuggestion_AndTheNewUserIsInvited()
    {
        var manager = await SignedInAsync(ManagerId);
        var check = await CheckAsync(manager,
            form => form.Fill("Title", "課長").Fill("Phone", "03-1234-5678").Fill("MobilePhone", "０９０－１２３４－５６７８").Fill("Department", "大阪支店"));
        check.ShouldShow(NewId).ShouldShow("課長").ShouldShow("090-1234-5678").ShouldShow("大阪支店").ShouldShow("N900000001（試験株式会社）")
            .ShouldShow("サイトの標準（日本語）");
        var answer = await check.Form(Form).SubmitAsync("追加して招待メールを送信");

        var id = await IdOfAsync(NewId);
        answer.ShouldRedirectTo(Page(id));
        (await answer.FollowAsync()).ShouldShow("招待メールを送りました").ShouldShow("招待中");
        (await UserAsync(user => user.Role, id)).ShouldBe(AccountRole.Member);
        (await UserAsync(user => user.Title, id)).ShouldBe("課長");
        (await UserAsync(user => user.MobilePhone, id)).ShouldBe("090-1234-5678");
        var user = await App.World.Accounts.GetAsync(id);
        user.InvitedAt.ShouldNotBeNull();
        user.PasswordHash.ShouldBeNull();
        user.EmailConfirmedAt.ShouldBeNull();
        (await App.World.Links.CountOpenAsync(id, LinkPurpose.Invitation)).ShouldBe(1);
        (await EventsAsync("user-registered", id)).ShouldBe(1);
        (await EventsAsync("invitation-sent", id)).ShouldBe(1);
        (await App.MailsAsync(Address)).Count.ShouldBe(1, "the invitation is the notice");
    }

    [Fact]
    public async Task CONT_2_TheMailIsInTheLanguageOfTheNewUser()
    {
        await CreateAsync(await SignedInAsync(ManagerId), form => form.Choose("Language", "en").Choose("TimeZone", "Europe/London"));

        var mail = (await App.MailsAsync(Address)).ShouldHaveSingleItem();
        mail.Subject.ShouldNotContain("招待");
        mail.Text.ShouldContain("password");
        mail.Text.ShouldContain("/t/security/invite/");
        mail.Text.ShouldNotContain("パスワード");
    }

    [Theory]
    [InlineData("abcdefghijklmnopqrstuvwx@example.co.j", "abcdefghijklmnopqrstuvwx@example.co.j.cs")]
    [InlineData("abcdefghijklmnopqrstuvwx@example.co.jp", "abcdefghijklmnopqrstuvwx@example.co.j.cs")]
    public async Task CONT_2_ALongAddressIsCut(string address, string id) =>
        (await CheckAsync(await SignedInAsync(ManagerId), form => form.Fill("Email", address))).ShouldShow(id);

    [Theory]
    [InlineData("forty-characters-are-as-long-as-it-goes1", true)]
    [InlineData("forty-one-characters-are-too-many-for-it1", false)]
    public async Task CONT_2_AnIdHasFortyCharactersAtMost(string id, bool fits)
    {
        var check = await CheckAsync(await SignedInAsync(ManagerId), form => form.Fill("LoginId", id));
        check.Status.ShouldBe(fits ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity);
        check.ShouldShow(fits ? id : "40文字以内で入力してください（現在41文字）");
    }

    [Fact]
    public async Task CONT_2_NameAndAddressAreRequired()
    {
        var page =
            await CheckAsync(await SignedInAsync(ManagerId), form => form.Fill("Email", "").Fill("FamilyName", "").Fill("GivenName", ""));
        page.ShouldBeRefused().ShouldShow("メールアドレスを入力してください").ShouldShow("姓を入力してください").ShouldShow("名を入力してください")
            .ShouldNotShow("ユーザーIDに使えない文字");
    }

    [Theory]
    [InlineData("o'brien@example.jp", "obrien@example.jp.cs")]
    [InlineData("user@日本語.jp", "user@xn--wgv71a119e.jp.cs")]
    [InlineData("taro/sales@example.jp", "tarosales@example.jp.cs")]
    [InlineData("information.systems.department.tokyo.1@example.jp", "information.systems.department.tokyo.cs")]
    [Trait("Review", "F15")]
    public async Task CONT_2_ASuggestedId_FitsWhateverTheAddressIs(string address, string id)
    {
        (await CreateAsync(await SignedInAsync(ManagerId), form => form.Fill("Email", address))).ShouldBe(HttpStatusCode.SeeOther);
        await IdOfAsync(id);
    }

    [Fact]
    [Trait("Review", "F15")]
    public async Task CONT_2_ASuggestedId_IsFree_AndOnesOwnAreNoGuess()
    {
        var manager = await SignedInAsync(ManagerId);
        for (var i = 1; i <= 12; i++)
        {
            (await CreateAsync(manager, form => form.Fill("Email", $"information.systems.department.tokyo.{i}@example.jp")))
                .ShouldBe(HttpStatusCode.SeeOther);
        }

        await IdOfAsync("information.systems.department.tokyo.cs");
        await IdOfAsync("information.systems.department.toky-12.cs");
        (await EventsAsync("login-id-probed")).ShouldBe(0);
    }

    [Fact]
    [Trait("Review", "F15")]
    public async Task EN_06_ASuggestionThatPassesOverAForeignId_IsAGuess()
    {
        (await CheckAsync(await SignedInAsync(ManagerId), form => form.Fill("Email", StrangerId[..^3]))).ShouldBeOk()
            .ShouldShow(StrangerId[..^3] + "-2.cs");
        (await EventsAsync("login-id-probed")).ShouldBe(1);
    }

    [Fact]
    [Trait("Review", "F15")]
    public async Task EN_06_AnIdOfOnesOwnContract_IsNamedAndNoGuess()
    {
        var manager = await SignedInAsync(ManagerId);
        for (var i = 0; i < 11; i++)
        {
            (await CreateAsync(manager, form => form.Fill("LoginId", MemberId))).ShouldBeRefused().ShouldShow("このユーザーIDはすでに登録されています");
        }

        (await EventsAsync("login-id-probed")).ShouldBe(0);
        (await EventsAsync("user-registered")).ShouldBe(0);
    }

    [Fact]
    public async Task EN_06_ATakenIdCannotBeUsed_AndNobodyIsToldWhoseItIs()
    {
        var answer = await CreateAsync(await SignedInAsync(ManagerId), form => form.Fill("LoginId", StrangerId));

        answer.ShouldBeRefused().ShouldShow("このユーザーIDは使えません").ShouldNotShow("N900000002");
        (await EventsAsync("login-id-probed")).ShouldBe(1);
        (await EventsAsync("user-registered")).ShouldBe(0);
        (await App.MailsAsync(Address)).ShouldBeEmpty();
    }

    [Fact]
    public async Task EN_06_TenTakenIdsAnHourAreEnough()
    {
        var manager = await SignedInAsync(ManagerId);
        for (var i = 0; i < 10; i++)
        {
            (await CreateAsync(manager, form => form.Fill("LoginId", StrangerId))).ShouldBeRefused();
        }

        (await CreateAsync(manager)).ShouldBe(HttpStatusCode.TooManyRequests);
        App.Time.Advance(TimeSpan.FromHours(1));
        (await CreateAsync(await SignedInAsync(ManagerId))).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task EN_06_AnIdOfAnotherTenantIsFree()
    {
        await new Account("control", NewId).AddToAsync(App);
        (await CreateAsync(await SignedInAsync(ManagerId))).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task CONT_2_AnAdministratorIsMade_WithThePermissionsOfItsMakerAndNoMore()
    {
        await PermitAsync(Second, "See,Create,Edit");
        await CreateAsync(await SignedInAsync(SecondId), form => form.Check("Administrator"));

        var id = await IdOfAsync(NewId);
        (await UserAsync(user => user.Role, id)).ShouldBe(AccountRole.Manager);
        (await UserAsync(user => user.Permissions, id)).ShouldBe("See,Create,Edit");
    }

    [Fact]
    public async Task CONT_5_WhoMayNotGrant_MakesNoAdministrators()
    {
        await PermitAsync(Second, "See,Create");
        var check = await CheckAsync(await SignedInAsync(SecondId), form => form.Forge("Administrator", "true"));
        check.Has("[name=Administrator]").ShouldBeFalse();
        await check.Form(Form).Forge("Administrator", "true").SubmitAsync("追加して招待メールを送信");

        (await UserAsync(user => user.Role, await IdOfAsync(NewId))).ShouldBe(AccountRole.Member);
    }

    [Fact]
    public async Task CONT_2_ASecondFactorCanBeAskedFor_WhereThePolicyLeavesItOpen()
    {
        var manager = await SignedInAsync(ManagerId);
        (await manager.GetAsync(New)).Has("[name=RequireFactor]").ShouldBeFalse();

        await App.ChangeProfileAsync(Tenant,
            profile => profile with { SecondFactor = new SecondFactorProfile(SecondFactorMode.Optional, ["emailCode"]) });
        await CreateAsync(manager, form => form.Check("RequireFactor"));
        (await UserAsync(user => user.MustHaveSecondFactor, await IdOfAsync(NewId))).ShouldBeTrue();

        await App.ChangeProfileAsync(Tenant,
            profile => profile with { SecondFactor = new SecondFactorProfile(SecondFactorMode.Required, ["emailCode"]) });
        (await manager.GetAsync(New)).Has("[name=RequireFactor]").ShouldBeFalse();
    }

    [Fact]
    public async Task CONT_2_TheInvitationIsSentAgain_AndTheFormerLinkDies()
    {
        var manager = await SignedInAsync(ManagerId);
        await CreateAsync(manager);
        var id = await IdOfAsync(NewId);
        App.Time.Advance(TimeSpan.FromMinutes(5));
        (await ConfirmAsync(manager, Page(id, "invitation"))).ShouldRedirectTo(Page(id));

        (await App.World.Links.CountOpenAsync(id)).ShouldBe(1);
        (await EventsAsync("invitation-sent", id)).ShouldBe(2);
        (await App.MailsAsync(Address)).Count.ShouldBe(2);
        (await manager.GetAsync(Page(Member, "invitation"))).ShouldRedirectTo(Page(Member));
        (await manager.GetAsync(Page(Stranger, "invitation"))).ShouldBeNotFound();
    }

    [Fact]
    public async Task SAFE_2_TheSameFormTwiceInvitesOnce()
    {
        var check = await CheckAsync(await SignedInAsync(ManagerId));
        var first = await check.SameForm(Form).SubmitAsync("追加して招待メールを送信");
        (await check.SameForm(Form).SubmitAsync("追加して招待メールを送信")).Location.ShouldBe(first.Location);

        (await EventsAsync("user-registered")).ShouldBe(1);
        (await App.MailsAsync(Address)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task AZ_06_AMemberCreatesNobody()
    {
        (await (await SignedInAsync(MemberId)).GetAsync(New)).ShouldBeForbidden();
        (await EventsAsync("access-denied", Member)).ShouldBe(1);
    }

    [Fact]
    public async Task OPER_8_WhereUsersAreInvited_ThereIsNoImportOfPasswords() =>
        (await (await SignedInAsync(ManagerId)).GetAsync(List + "/import")).ShouldBeNotFound();
}
