using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Registration;

namespace Portal.Web.Tests.Features.Cases;

/// <summary>Who sees which case, on every way to it (CASE-6).</summary>
public sealed class SeeingCases : CaseTest
{
    private const string Secret = "極秘の件名";

    [Theory]
    [InlineData(CaseVisibility.Everybody, false, AuthorId, true)]
    [InlineData(CaseVisibility.Everybody, false, ColleagueId, true)]
    [InlineData(CaseVisibility.Everybody, true, ColleagueId, false)]
    [InlineData(CaseVisibility.Everybody, true, ManagerId, true)]
    [InlineData(CaseVisibility.Everybody, true, AuthorId, true)]
    [InlineData(CaseVisibility.Managers, false, ColleagueId, false)]
    [InlineData(CaseVisibility.Managers, false, ManagerId, true)]
    [InlineData(CaseVisibility.Chosen, false, ManagerId, false)]
    [InlineData(CaseVisibility.Chosen, false, AuthorId, true)]
    [InlineData(CaseVisibility.NobodyElse, false, ColleagueId, false)]
    [InlineData(CaseVisibility.NobodyElse, false, ManagerId, false)]
    [InlineData(CaseVisibility.NobodyElse, false, AuthorId, true)]
    [InlineData(CaseVisibility.Everybody, false, StrangerId, false)]
    public async Task CASE_6_EN_12_InListCountsHomeHeaderAndPage_TheSame(CaseVisibility visibility, bool confidential, string reader,
        bool seen)
    {
        var row = await OpenAsync(subject: Secret, status: CaseStatus.AwaitingCustomer, confidential: confidential);
        await ShareAsync(visibility);
        var browser = await SignedInAsync(reader);

        (await browser.GetAsync(PathOf(row.Number))).Status.ShouldBe(seen ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        foreach (var view in new[] { "all", "action" })
        {
            var list = (await browser.GetAsync($"{List}?view={view}")).ShouldBeOk();
            list.Text.Contains(Secret, StringComparison.Ordinal).ShouldBe(seen, view);
            list.Texts("tbody th").ShouldBe(seen ? [Secret] : [], view);
            list.Texts(".p-tabs__count").ShouldBe(seen ? ["1", reader == AuthorId ? "1" : "0", "1", "0"] : ["0", "0", "0", "0"], view);
        }

        var home = (await browser.GetAsync("/t/security/home")).ShouldBeOk();
        home.Text.Contains("回答をお待ちしているケース", StringComparison.Ordinal).ShouldBe(seen);
        home.Texts(".p-nav a[href$='/cases'] .p-nav__count").ShouldBe(seen ? ["1"] : []);
    }

    [Fact]
    public async Task CASE_6_EN_14_WhatIsHidden_IsTheSamePageAsWhatDoesNotExist_AndIsRecorded()
    {
        var row = await OpenAsync(subject: Secret);
        var browser = await SignedInAsync(StrangerId);

        var (hidden, unknown) = (await browser.GetAsync(PathOf(row.Number)), await browser.GetAsync(PathOf(77)));

        hidden.ShouldBeNotFound();
        hidden.Text.ShouldBe(unknown.ShouldBeNotFound().Text);
        (await App.World.Audit.CountAsync("foreign-id-requested")).ShouldBe(2);
    }

    [Fact]
    public async Task CASE_6_CASE_7_AFollower_SeesIt_IsMailed_AndNothingMoreOnceRemoved()
    {
        var row = await OpenAsync(subject: Secret, confidential: true);
        await ShareAsync(CaseVisibility.NobodyElse);
        var (author, colleague) = (await SignedInAsync(AuthorId), await SignedInAsync(ColleagueId));
        (await colleague.GetAsync(PathOf(row.Number))).ShouldBeNotFound();

        var page = await author.GetAsync(PathOf(row.Number));
        (await (await page.Form("form[action$='/followers']").Choose("follower", Colleague.ToString()).SubmitAsync()).FollowAsync())
            .ShouldShow("共有先に追加しました").ShouldShow("鈴木 次郎");

        (await colleague.GetAsync(PathOf(row.Number))).ShouldBeOk();
        (await App.MailsAsync("jiro@example.jp")).ShouldHaveSingleItem().Text.ShouldContain("佐藤 花子さんが、次のケースの共有先にあなたを追加しました");
        (await App.World.Audit.CountAsync("case-followed")).ShouldBe(1);

        page = await author.GetAsync(PathOf(row.Number));
        (await page.Form($"form[action*='/followers/{Colleague}']").SubmitAsync()).ShouldRedirectTo(PathOf(row.Number));
        (await colleague.GetAsync(PathOf(row.Number))).ShouldBeNotFound();
        await (await author.GetAsync(PathOf(row.Number))).Form("form[action$='/comments']").Fill("Text", "秘密の続き").SubmitAsync("送信");
        (await App.MailsAsync("jiro@example.jp")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task AZ_01_CASE_7_OnlyColleaguesCanBeAdded()
    {
        var row = await OpenAsync();
        var stranger = await App.World.Accounts.ReadAsync(user => user.UserName == StrangerId, user => user.Id);
        var browser = await SignedInAsync(AuthorId);

        foreach (var forged in new[] { stranger, Guid.NewGuid(), Author })
        {
            (await CraftAsync(browser, PathOf(row.Number), PathOf(row.Number, "followers"), ("follower", forged.ToString())))
                .ShouldBeRefused().ShouldShow("共有先に追加できませんでした");
        }

        (await App.World.CaseFollowers.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_6_OnlyItsAuthorAndManagers_SayWhoElseSeesACase()
    {
        var row = await OpenAsync();
        await FollowAsync(row, Manager);
        var colleague = await SignedInAsync(ColleagueId);
        var page = (await colleague.GetAsync(PathOf(row.Number))).ShouldBeOk();
        page.Has("form[action$='/confidential']").ShouldBeFalse();
        page.Has("form[action$='/followers']").ShouldBeFalse();

        (await CraftAsync(colleague, PathOf(row.Number), PathOf(row.Number, "confidential"), ("confidential", "true"))).ShouldBeForbidden();
        (await CraftAsync(colleague, PathOf(row.Number), PathOf(row.Number, $"followers/{Manager}/delete"))).ShouldBeForbidden();

        // Whoever added themselves would see the case whatever narrows it later.
        (await CraftAsync(colleague, PathOf(row.Number), PathOf(row.Number, "followers"), ("follower", Colleague.ToString())))
            .ShouldBeForbidden();
        var author = await SignedInAsync(AuthorId);
        (await (await (await author.GetAsync(PathOf(row.Number))).Form("form[action$='/confidential']").SubmitAsync()).FollowAsync())
            .ShouldShow("秘密のケースにしました");

        (await colleague.GetAsync(PathOf(row.Number))).ShouldBeNotFound();
        (await App.World.Audit.CountAsync("case-marked")).ShouldBe(1);
        (await App.World.CaseFollowers.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task CASE_6_AManagerSetsWhoSees_RecordedAndInForceAtOnce()
    {
        var row = await OpenAsync();
        var (manager, colleague) = (await SignedInAsync(ManagerId), await SignedInAsync(ColleagueId));
        (await colleague.GetAsync(List + "/visibility")).ShouldBeForbidden();
        var page = (await manager.GetAsync(List + "/visibility")).ShouldBeOk().ShouldShow("鈴木 次郎");

        (await page.Form("form:has([name=Visibility])").Choose("Visibility", "NobodyElse").SubmitAsync())
            .ShouldRedirectTo(List + "/visibility");

        (await colleague.GetAsync(PathOf(row.Number))).ShouldBeNotFound();
        (await App.World.Audit.CountAsync("case-visibility-changed")).ShouldBe(1);
        (await App.World.Contracts.ReadAsync(contract => contract.Number == Contract, contract => contract.CaseVisibility))
            .ShouldBe(CaseVisibility.NobodyElse);
    }

    [Fact]
    public async Task CASE_6_ChosenPersons_AreOfTheContract_AndAtLeastOne()
    {
        var row = await OpenAsync();
        var (manager, colleague) = (await SignedInAsync(ManagerId), await SignedInAsync(ColleagueId));
        var page = await manager.GetAsync(List + "/visibility");

        (await page.Form("form:has([name=Visibility])").Choose("Visibility", "Chosen").SubmitAsync()).ShouldBeRefused()
            .ShouldShow("利用者を1人以上選択してください");
        (await page.Form("form:has([name=Visibility])").Choose("Visibility", "Chosen").Forge("Persons", Guid.NewGuid().ToString())
            .SubmitAsync()).ShouldBeRefused();
        (await page.Form("form:has([name=Visibility])").Forge("Visibility", "9").SubmitAsync()).ShouldBeRefused()
            .ShouldShow("公開範囲を選択してください");
        (await page.Form("form:has([name=Visibility])").Choose("Visibility", "Chosen").Check("Persons", Colleague.ToString()).SubmitAsync())
            .ShouldBe(HttpStatusCode.SeeOther);

        (await colleague.GetAsync(PathOf(row.Number))).ShouldBeOk();
        (await manager.GetAsync(PathOf(row.Number))).ShouldBeNotFound();
    }

    [Fact]
    public async Task SAFE_1_CASE_6_TwoManagersAtOnce_TheSecondIsTold_AndCanSaveThen()
    {
        var manager = await SignedInAsync(ManagerId);
        var form = (await manager.GetAsync(List + "/visibility")).Form("form:has([name=Visibility])").Choose("Visibility", "NobodyElse");
        await ShareAsync(CaseVisibility.Managers);

        var told = (await form.SubmitAsync()).ShouldBe(HttpStatusCode.Conflict).ShouldShow("現在：契約管理者のみ");
        (await told.Form("form:has([name=Visibility])").SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);

        (await App.World.Contracts.ReadAsync(contract => contract.Number == Contract, contract => contract.CaseVisibility))
            .ShouldBe(CaseVisibility.NobodyElse);
    }

    [Fact]
    public async Task OPER_8_CASE_6_ARemovedAccount_LeavesItsCases_AndFollowsNoMore()
    {
        var row = await OpenAsync();
        await FollowAsync(row, Colleague);
        var manager = await SignedInAsync(ManagerId);
        foreach (var id in new[] { Colleague, Author })
        {
            await App.InTenantAsync(Tenant, async services =>
            {
                var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(each => each.Id == id);
                (await services.GetRequiredService<RemovalService>().RemoveAsync(user)).ShouldBe(RemovalOutcome.Removed);
            });
        }

        (await manager.GetAsync(PathOf(row.Number))).ShouldBeOk().ShouldShow("佐藤 花子").ShouldNotShow("鈴木 次郎");

        (await App.World.CaseFollowers.CountAsync()).ShouldBe(0);
    }
}
