using System.Net;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Operators;

public sealed class Editing : OperatorsTest
{
    private const string Details = "form:has([name=Version])";

    private static async Task<PortalPage> CheckAsync(PortalBrowser who, Guid id, string field = "Department", string value = "第三課") =>
        await (await who.GetAsync(Page(id, "edit"))).ShouldBeOk().Form(Details).Fill(field, value).SubmitAsync("確認へ進む");

    [Fact]
    public async Task OPER_3_AParentChangesAChild_AfterAConfirmation()
    {
        var parent = await SignedInAsync(ParentId);
        var check = await CheckAsync(parent, Child);
        check.ShouldBeOk().ShouldShow("この内容で保存しますか？").ShouldShow("第三課");
        (await UserAsync(user => user.Department, Child)).ShouldBe("監視センター");

        var saved = await check.Form(Details).SubmitAsync("保存");
        saved.ShouldRedirectTo(Page(Child));
        (await saved.FollowAsync()).ShouldShow("N0009002の登録情報を保存しました");
        (await UserAsync(user => user.Department, Child)).ShouldBe("第三課");
        (await UserAsync(user => user.ChangedBy, Child)).ShouldBe(ParentId);
        (await EventsAsync("user-changed", Child)).ShouldBe(1);
        (await DetailsOfAsync("user-changed")).ShouldBe("""{"changes":{"department":["監視センター","第三課"]}}""");
    }

    /// <summary>A number that is older than the rule stands in the way of no other change.</summary>
    [Fact]
    public async Task TEXT_4_OPER_4_AStoredNumberThatNobodyTouches_BlocksNothing_AndANewOneIsCalledUnknown()
    {
        await App.World.Accounts.ChangeAsync(Child, user => user.Phone, "03-0000-1002");
        var parent = await SignedInAsync(ParentId);

        (await (await CheckAsync(parent, Child)).ShouldBeOk().Form(Details).SubmitAsync("保存")).ShouldRedirectTo(Page(Child));
        (await UserAsync(user => user.Department + user.Phone, Child)).ShouldBe("第三課03-0000-1002");

        (await CheckAsync(parent, Child, "Phone", "03-0000-1003")).ShouldBeRefused().ShouldShow("電話番号に、実在しない番号が入力されています")
            .ShouldNotShow("10桁または11桁");
    }

    [Fact]
    public async Task AZ_08_CONT_4_AContractKeepsAManager_WithoutALastDay()
    {
        var second = await new Account(Tenant, "N0009093") { IsManager = true }.AddToAsync(App);
        var (parent, other) = (await SignedInAsync(ParentId), await SignedInAsync("N0009093"));
        (await EndAsync(parent, second, 10)).ShouldRedirectTo(Page(second));

        var refused = await EndAsync(other, Parent, 20);

        refused.ShouldBeRefused().ShouldShow("期限のない親オペレータがいなくなります").Find("input[name=ValidUntil]").GetAttribute("value")
            .ShouldBe(Text(Day(20)));
        (await UserAsync(user => user.ValidUntil, Parent)).ShouldBeNull();
        (await EndAsync(parent, second, 5)).ShouldRedirectTo(Page(second));
        (await EndAsync(parent, second, 30)).ShouldRedirectTo(Page(second));
        (await UserAsync(user => user.ValidUntil, second)).ShouldBe(Day(30));
    }

    [Fact]
    public async Task AZ_08_TwoManagersWhoEndEachOtherAtOnce_ExactlyOneSucceeds()
    {
        var second = await new Account(Tenant, "N0009093") { IsManager = true }.AddToAsync(App);
        var checks = new[]
        {
            await CheckAsync(await SignedInAsync(ParentId), second, "ValidUntil", Text(Day(0))),
            await CheckAsync(await SignedInAsync("N0009093"), Parent, "ValidUntil", Text(Day(0))),
        };

        var answers = await Task.WhenAll(checks.Select(check => Task.Run(() => check.ShouldBeOk().Form(Details).SubmitAsync("保存"))));

        answers.Count(answer => answer.Status == HttpStatusCode.SeeOther).ShouldBe(1);
        (await App.World.Accounts.CountAsync(user => user.ValidUntil != null && (user.Id == Parent || user.Id == second))).ShouldBe(1);
    }

    private DateOnly Day(int later) => DateOnly.FromDateTime(App.Time.GetUtcNow().AddHours(9).DateTime).AddDays(later);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<PortalPage> EndAsync(PortalBrowser who, Guid id, int later)
    {
        var check = await CheckAsync(who, id, "ValidUntil", Text(Day(later)));
        return check.Status == HttpStatusCode.OK ? await check.Form(Details).SubmitAsync("保存") : check;
    }

    [Fact]
    public async Task OPER_3_BackKeepsWhatWasTyped()
    {
        var back = await (await CheckAsync(await SignedInAsync(ParentId), Child)).Form(Details).SubmitAsync("戻る");
        back.ShouldBeOk().Find("input[name=Department]").GetAttribute("value").ShouldBe("第三課");
    }

    [Fact]
    public async Task OPER_3_SavingWhatIsThereChangesNothingAndRecordsNothing()
    {
        var saved = await (await CheckAsync(await SignedInAsync(ParentId), Child, value: "監視センター")).Form(Details).SubmitAsync("保存");
        saved.ShouldRedirectTo(Page(Child));
        (await EventsAsync("user-changed")).ShouldBe(0);
    }

    [Fact]
    public async Task SAFE_1_AChangeMadeElsewhereIsShownBesideOnesOwn_AndNothingIsLost()
    {
        var slow = await CheckAsync(await SignedInAsync(ParentId), Child, value: "遅い課");
        await (await CheckAsync(await SignedInAsync(ParentId), Child, "FamilyName", "速い")).Form(Details).SubmitAsync("保存");

        var conflict = await slow.Form(Details).SubmitAsync("保存");
        conflict.ShouldBe(HttpStatusCode.Conflict).ShouldShow("遅い課").ShouldShow("監視センター").ShouldShow("速い").ShouldShow(ParentId);
        (await UserAsync(user => user.Department, Child)).ShouldBe("監視センター");

        (await conflict.Form(Details).SubmitAsync("入力した内容を見直す")).ShouldBeOk().Find("input[name=Department]").GetAttribute("value")
            .ShouldBe("遅い課");
        (await conflict.Form(Details).SubmitAsync("入力した内容で保存")).ShouldRedirectTo(Page(Child));
        (await UserAsync(user => user.Department, Child)).ShouldBe("遅い課");
        (await EventsAsync("user-changed", Child)).ShouldBe(2);
    }

    [Fact]
    public async Task OPER_4_AChildChangesItsOwnDetails_ButNotTheEndOfItsValidity()
    {
        await App.World.Accounts.SetValidUntilAsync(Child, new DateOnly(2026, 6, 30));
        var child = await SignedInAsync(ChildId);
        var check = await CheckAsync(child, Child);
        check.Has("[name=ValidUntil]").ShouldBeFalse();
        (await check.Form(Details).Forge("ValidUntil", "2036-06-30").SubmitAsync("保存")).ShouldRedirectTo(Page(Child));

        (await UserAsync(user => user.ValidUntil, Child)).ShouldBe(new DateOnly(2026, 6, 30));
        (await UserAsync(user => user.Department, Child)).ShouldBe("第三課");
    }

    [Fact]
    public async Task AZ_03_OverPostingChangesNoOtherColumn()
    {
        var check = await CheckAsync(await SignedInAsync(ParentId), Child);
        var form = check.Form(Details).Forge("Role", "Manager").Forge("Email", "evil@example.com").Forge("UserName", "N0000000")
            .Forge("ContractId", Guid.NewGuid().ToString()).Forge("Subject.Email", "evil@example.com").Forge("Id", Parent.ToString());
        (await form.SubmitAsync("保存")).Status.ShouldBeOneOf(HttpStatusCode.SeeOther, HttpStatusCode.BadRequest);

        (await UserAsync(user => user.Role, Child)).ShouldBe(AccountRole.Member);
        (await UserAsync(user => user.Email, Child)).ShouldBe("child@control.example.jp");
        (await UserAsync(user => user.UserName, Child)).ShouldBe(ChildId);
    }

    [Fact]
    public async Task MAIL_3_AParentSetsKeywordAndAddress_WhichCountAtOnce()
    {
        var parent = await SignedInAsync(ParentId);
        var check = await (await parent.GetAsync(Page(Child, "recovery"))).Form(Details)
            .Fill("Keyword", "Neuwort2468").Fill("KeywordAgain", "Neuwort2468").Fill("Email", "ｎew@control.example.jp")
                .SubmitAsync("確認へ進む");
        check.ShouldBeOk().ShouldNotShow("Neuwort2468").ShouldShow("new@control.example.jp");
        (await check.Form(Details).SubmitAsync("保存")).ShouldRedirectTo(Page(Child));

        (await UserAsync(user => user.Email, Child)).ShouldBe("new@control.example.jp");
        (await App.World.Accounts.HasConfirmedAddressAsync(Child)).ShouldBeFalse();
        (await UserAsync(user => user.NormalizedEmail, Child)).ShouldBe("new@control.example.jp");
        (await EventsAsync("keyword-changed", Child)).ShouldBe(1);
        (await DetailsOfAsync("email-changed")).ShouldBe("""{"from":"child@control.example.jp","to":"new@control.example.jp"}""");
        (await App.World.Audit.CountMentioningAsync("Neuwort")).ShouldBe(0);
        (await parent.GetAsync(Page(Child))).ShouldShow("未確認").ShouldNotShow("Neuwort2468");
    }

    [Fact]
    public async Task TR_20_AKeywordLeftEmptyStaysAsItIs()
    {
        var before = await UserAsync(user => user.KeywordHash, Child);
        var check = await (await (await SignedInAsync(ParentId)).GetAsync(Page(Child, "recovery"))).Form(Details).SubmitAsync("確認へ進む");
        await check.ShouldShow("変更しない").Form(Details).SubmitAsync("保存");

        (await UserAsync(user => user.KeywordHash, Child)).ShouldBe(before);
        (await EventsAsync("keyword-changed")).ShouldBe(0);
        (await EventsAsync("email-changed")).ShouldBe(0);
    }

    [Theory]
    [InlineData("Keyword135", "Keyword136", "キーワードが一致しません")]
    [InlineData("short12", "short12", "現在7文字")]
    [InlineData("sign-and-space", "sign-and-space", "半角の英字と数字")]
    public async Task OPER_3_AnUnfitKeywordIsRefusedAndNotShownAgain(string keyword, string again, string message) =>
        (await (await (await SignedInAsync(ParentId)).GetAsync(Page(Child, "recovery"))).Form(Details).Fill("Keyword", keyword)
                .Fill("KeywordAgain", again).SubmitAsync("確認へ進む"))
            .ShouldBeRefused().ShouldShow(message).ShouldNotShow($"\"{keyword}\"");

    [Fact]
    public async Task TR_20_ASealedKeywordServesItsOwnPageAndSessionAlone()
    {
        var parent = await SignedInAsync(ParentId);
        async Task<PortalPage> CheckOf(PortalBrowser who, Guid id) => await (await who.GetAsync(Page(id, "recovery"))).Form(Details)
            .Fill("Keyword", "Neuwort2468").Fill("KeywordAgain", "Neuwort2468").SubmitAsync("確認へ進む");
        var sealedForChild = (await CheckOf(parent, Child)).Find("[name=SealedKeyword]").GetAttribute("value")!;

        (await (await CheckOf(parent, Sibling)).Form(Details).Forge("SealedKeyword", sealedForChild).SubmitAsync("保存")).ShouldBeRefused()
            .ShouldShow("もう一度入力");
        App.Time.Advance(TimeSpan.FromMinutes(16));
        await (await parent.GetAsync("/t/control/reauth?next=%2Ft%2Fcontrol%2Fhome")).Form().Fill("Password", Account.UsualPassword)
            .SubmitAsync();
        (await (await CheckOf(parent, Sibling)).Form(Details).Forge("SealedKeyword", "x" + sealedForChild).SubmitAsync("保存"))
            .ShouldBeRefused();
        (await EventsAsync("keyword-changed")).ShouldBe(0);
    }

    [Fact]
    public async Task SAFE_1_RecoveryDetailsChangedElsewhereAreAConflict()
    {
        var parent = await SignedInAsync(ParentId);
        var check = await (await parent.GetAsync(Page(Child, "recovery"))).Form(Details).Fill("Email", "slow@control.example.jp")
            .SubmitAsync("確認へ進む");
        await (await CheckAsync(parent, Child)).Form(Details).SubmitAsync("保存");

        (await check.Form(Details).SubmitAsync("保存")).ShouldBe(HttpStatusCode.Conflict).ShouldShow("slow@control.example.jp")
            .ShouldShow("child@control.example.jp");
        (await UserAsync(user => user.Email, Child)).ShouldBe("child@control.example.jp");
    }

    [Fact]
    public async Task OPER_4_AZ_05_AChildCannotChangeItsOwnKeywordOrAddress()
    {
        var child = await SignedInAsync(ChildId);
        (await child.GetAsync(Page(Child, "recovery"))).ShouldBeForbidden();
        var token = (await child.GetAsync(Page(Child, "edit"))).Find("[name=__RequestVerificationToken]").GetAttribute("value")!;
        (await child.PostAsync(Page(Child, "recovery"),
            [new("__RequestVerificationToken", token), new("Email", "evil@example.com"), new("Step", "save"), new("Version", "1")]))
                .ShouldBeForbidden();

        (await UserAsync(user => user.Email, Child)).ShouldBe("child@control.example.jp");
        (await EventsAsync("access-denied", Child)).ShouldBe(2);
        (await child.GetAsync(Page(Child))).ShouldShow("親オペレータ").ShouldNotShow("Keyword1357");
    }

    [Fact]
    public async Task OPER_4_AParentChangesItsOwnKeyword()
    {
        var check = await (await (await SignedInAsync(ParentId)).GetAsync(Page(Parent, "recovery"))).Form(Details)
            .Fill("Keyword", "Neuwort2468").Fill("KeywordAgain", "Neuwort2468").SubmitAsync("確認へ進む");
        (await check.Form(Details).SubmitAsync("保存")).ShouldRedirectTo(Page(Parent));
        (await EventsAsync("keyword-changed", Parent)).ShouldBe(1);
    }
}
