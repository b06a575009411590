using System.Net;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Operators;

public sealed class Registering : OperatorsTest
{
    private const string New = List + "/new";
    private const string NewId = "N0009500";

    private static async Task<PortalPage> CheckAsync(PortalBrowser parent, string id = NewId, Action<PortalForm>? fill = null)
    {
        var form = (await parent.GetAsync(New)).ShouldBeOk().Form("form:has([name=LoginId])").Fill("LoginId", id).Fill("FamilyName", "新規");
        fill?.Invoke(form);
        return await form.SubmitAsync("確認へ進む");
    }

    private static async Task<PortalPage> RegisterAsync(PortalBrowser parent, string id = NewId, Action<PortalForm>? fill = null) =>
        await (await CheckAsync(parent, id, fill)).ShouldBeOk().Form("form:has([name=LoginId])").SubmitAsync("追加");

    [Fact]
    public async Task OPER_5_AParentRegistersAChild_AndSeesItsFirstPasswordOnce()
    {
        var parent = await SignedInAsync(ParentId);
        var answer = await RegisterAsync(parent, fill: form => form
            .Fill("GivenName", "子").Fill("FamilyNameKana", "しんき").Fill("Phone", "０３−１２３４ー５６７８").Fill("Email", "new@control.example.jp")
                .Fill("Keyword", "Ｋeyword99").Fill("KeywordAgain", "Keyword99"));
        var id = await IdOfAsync(NewId);
        answer.ShouldRedirectTo(Page(id, "temporary-password/issued"));
        var shown = await answer.FollowAsync();
        var password = shown.ShouldBeOk().Find("#temporary-password").TextContent;

        (await UserAsync(user => user.Role, id)).ShouldBe(AccountRole.Member);
        (await UserAsync(user => user.FamilyNameKana, id)).ShouldBe("シンキ");
        (await UserAsync(user => user.Phone, id)).ShouldBe("03-1234-5678");
        (await UserAsync(user => user.KeywordHash, id)).ShouldNotBeNull().ShouldNotContain("Keyword99");
        (await EventsAsync("user-registered", id)).ShouldBe(1);
        (await DetailsOfAsync("user-registered")).ShouldNotBeNull().ShouldNotContain(password);
        (await App.CreateBrowser().SignInAsync(Tenant, NewId, password)).Address.AbsolutePath.ShouldBe("/t/control/password/required");
        (await parent.GetAsync(answer.Location!)).ShouldBeOk().ShouldNotShow(password).ShouldShow("一度だけ表示されます");
    }

    [Fact]
    public async Task OPER_3_TheCheckCarriesTheValues_AndBackKeepsThem()
    {
        var check = await CheckAsync(await SignedInAsync(ParentId),
            fill: form => form.Fill("Department", "第二課").Fill("Keyword", "Keyword99").Fill("KeywordAgain", "Keyword99"));
        check.ShouldShow("第二課").ShouldNotShow("Keyword99");

        var back = await check.Form("form:has([name=LoginId])").SubmitAsync("戻る");
        back.ShouldBeOk().Find("input[name=Department]").GetAttribute("value").ShouldBe("第二課");
        back.Find("input[name=LoginId]").GetAttribute("value").ShouldBe(NewId);
        (await EventsAsync("user-registered")).ShouldBe(0);
    }

    [Theory]
    [InlineData(StrangerId)]
    [InlineData("ｎ０００９１０２")]
    public async Task EN_06_OPER_5_ATakenIdCannotBeUsed_AndNobodyIsToldWhoseItIs(string taken)
    {
        var answer = await RegisterAsync(await SignedInAsync(ParentId), taken);

        answer.ShouldBeRefused().ShouldShow("このオペレータIDは使えません").ShouldNotShow("C-900002");
        (await EventsAsync("login-id-probed")).ShouldBe(1);
        (await EventsAsync("user-registered")).ShouldBe(0);
    }

    [Fact]
    [Trait("Review", "F15")]
    public async Task EN_06_AnIdOfOnesOwnContract_IsNamedAndNoGuess()
    {
        var answer = await RegisterAsync(await SignedInAsync(ParentId), ChildId);

        answer.ShouldBeRefused().ShouldShow("このオペレータIDはすでに登録されています");
        (await EventsAsync("login-id-probed")).ShouldBe(0);
        (await EventsAsync("user-registered")).ShouldBe(0);
    }

    [Fact]
    public async Task EN_06_AfterTenTakenIdsInAnHour_NoMoreAreTried()
    {
        var parent = await SignedInAsync(ParentId);
        for (var i = 0; i < 10; i++)
        {
            (await RegisterAsync(parent, StrangerId)).ShouldBeRefused();
        }

        (await RegisterAsync(parent, StrangerId)).ShouldBe(HttpStatusCode.TooManyRequests).ShouldShow("登録を制限しています");
        (await RegisterAsync(parent, NewId)).ShouldBe(HttpStatusCode.TooManyRequests);
        App.Time.Advance(TimeSpan.FromHours(1));
        (await RegisterAsync(await SignedInAsync(ParentId), NewId)).ShouldBe(HttpStatusCode.SeeOther);
    }

    private static readonly (string Id, string Message)[] UnfitIds =
    [
        ("", "オペレータIDを入力してください"),
        ("N00", "形式が異なります"),
        ("N000950A", "形式が異なります"),
        ("Ｎ00\u0430500", "形式が異なります"),
        ("\u041d0009500", "形式が異なります"),
    ];

    [Fact]
    public async Task IV_05_AnIdThatIsNoneIsNamedAtItsField()
    {
        var parent = await SignedInAsync(ParentId);
        foreach (var (id, message) in UnfitIds)
        {
            (await CheckAsync(parent, id)).ShouldBeRefused().ShouldShow(message);
        }
    }

    private static readonly (string Field, string Value, string Message)[] WrongInput =
    [
        ("Email", "no address", "name@example.com"),
        ("Email", "a@example.jp,b@example.jp", "name@example.com"),
        ("Keyword", "short", "8文字以上20文字以内"),
        ("Keyword", "キーワードです日本語", "半角の英字と数字"),
        ("Keyword", "Keyword1357", "キーワードが一致しません"),
        ("FamilyName", "", "姓を入力してください"),
        ("FamilyName", "a\u202eb", "使えない文字"),
        ("FamilyNameKana", "山田", "カタカナまたはひらがな"),
        ("Phone", "12-34", "10桁または11桁"),
        ("ValidUntil", "2026-02-30", "実在する日付"),
        ("ValidUntil", "2026-05-12", "今日以降"),
        ("ValidUntil", "9999-12-31", "2036/05/13"),
    ];

    [Fact]
    public async Task OPER_3_IV_01_WrongInputIsNamedAtItsField()
    {
        var parent = await SignedInAsync(ParentId);
        foreach (var (field, value, message) in WrongInput)
        {
            var page = await CheckAsync(parent, fill: form => form.Fill(field, value));
            page.ShouldBeRefused().ShouldShow(message);
            page.Title.ShouldStartWith("エラー：");
            page.Has($"[name={field}][aria-invalid=true], [name=KeywordAgain][aria-invalid=true]").ShouldBeTrue($"{field} {value}");
        }
    }

    [Fact]
    public async Task IV_01_ALongNameSaysHowLongItIs() =>
        (await CheckAsync(await SignedInAsync(ParentId), fill: form => form.Fill("FamilyName", new string('長', 41)))).ShouldBeRefused()
            .ShouldShow("姓は40文字以内で入力してください（現在41文字）");

    [Fact]
    public async Task AZ_03_NothingButTheFormsFieldsIsTaken()
    {
        var check = await CheckAsync(await SignedInAsync(ParentId));
        var form = check.Form("form:has([name=LoginId])").Forge("Role", "Manager").Forge("ContractId", Guid.NewGuid().ToString())
            .Forge("EmailConfirmedAt", "2026-01-01").Forge("Subject.Role", "Manager").Forge("DisabledAt", "2026-01-01");
        (await form.SubmitAsync("追加")).ShouldBe(HttpStatusCode.SeeOther);

        var id = await IdOfAsync(NewId);
        (await UserAsync(user => user.Role, id)).ShouldBe(AccountRole.Member);
        (await UserAsync(user => user.ContractId, id)).ShouldBe(await UserAsync(user => user.ContractId, Parent));
        (await App.World.Accounts.HasConfirmedAddressAsync(id)).ShouldBeFalse();
        (await App.World.Accounts.IsDisabledAsync(id)).ShouldBeFalse();
    }

    [Fact]
    public async Task OPER_5_TheContractsLimitIsKept_AlsoAtOnce()
    {
        await App.World.Contracts.LimitAccountsAsync("C-900001", 4);
        var parent = await SignedInAsync(ParentId);
        var checks = new List<PortalPage>();
        for (var i = 0; i < 5; i++)
        {
            checks.Add(await CheckAsync(parent, $"N000951{i}"));
        }

        var answers = await Task.WhenAll(checks.Select(check => check.Form("form:has([name=LoginId])").SubmitAsync("追加")));
        answers.Count(answer => answer.Status == HttpStatusCode.SeeOther).ShouldBe(2);
        answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity).ShouldBe(3);
        (await parent.GetAsync(New)).ShouldShow("登録できる数に達している");
    }

    [Fact]
    public async Task SAFE_2_TheSameFormTwiceRegistersOnceAndLeadsToTheSamePlace()
    {
        var check = await CheckAsync(await SignedInAsync(ParentId));
        var first = await check.SameForm("form:has([name=LoginId])").SubmitAsync("追加");
        var second = await check.SameForm("form:has([name=LoginId])").SubmitAsync("追加");

        second.Location.ShouldBe(first.Location);
        (await EventsAsync("user-registered")).ShouldBe(1);
        (await EventsAsync("login-id-probed")).ShouldBe(0);
    }

    [Fact]
    public async Task SAFE_2_WhoWentBackToTheFields_MaySendTheCheckedFormAfterAll()
    {
        var check = await CheckAsync(await SignedInAsync(ParentId));
        (await check.Form("form:has([name=LoginId])").SubmitAsync("戻る")).ShouldBeOk();

        (await check.Form("form:has([name=LoginId])").SubmitAsync("追加")).ShouldBe(HttpStatusCode.SeeOther);
        (await EventsAsync("user-registered")).ShouldBe(1);
    }

    [Fact]
    public async Task EN_06_TwoContractsRegisteringOneIdAtOnce_OneGetsIt()
    {
        var checks = new[] { await CheckAsync(await SignedInAsync(ParentId)), await CheckAsync(await SignedInAsync(OtherParentId)) };
        var answers = await Task.WhenAll(checks.Select(check => check.Form("form:has([name=LoginId])").SubmitAsync("追加")));

        answers.Select(answer => answer.Status).Order().ShouldBe([HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity]);
        (await EventsAsync("user-registered")).ShouldBe(1);
    }

    [Fact]
    public async Task AZ_06_AChildRegistersNobody()
    {
        var child = await SignedInAsync(ChildId);

        (await child.GetAsync(New)).ShouldBeForbidden();
        (await EventsAsync("access-denied")).ShouldBe(1);
    }

    [Fact]
    public async Task OPER_5_TheSameIdIsFreeInAnotherTenant()
    {
        await new Account("security", NewId) { Contract = "N900000001" }.AddToAsync(App);
        (await RegisterAsync(await SignedInAsync(ParentId))).ShouldBe(HttpStatusCode.SeeOther);
    }
}
