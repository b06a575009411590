using System.Net;
using Portal.Rules.Cases;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Cases;

public sealed class MovingACase : CaseTest
{
    /// <summary>
    /// Every move by every side from every status, posted past the page: what the rules refuse does not happen.
    /// </summary>
    [Fact]
    public async Task AZ_16_CASE_3_TheWholeTable_ThroughTheRealPipeline()
    {
        var row = await OpenAsync();
        var customer = await SignedInAsync(AuthorId);
        var agent = await AgentAsync();
        foreach (var (side, from, move) in WholeTable())
        {
            await App.World.Cases.ChangeAllAsync(each => each.Status, from);
            var version = await VersionAsync(row.Number);
            var (page, step) = Request(move);
            var (browser, anyPage, path) = side == CaseSide.Customer
                ? (customer, List + "/new", PathOf(row.Number, page))
                : (agent, "/admin/cases", DeskPathOf(row.Number, page));

            var answer = await CraftAsync(browser, anyPage, path, ("Version", $"{version}"), ("Reason", "理由"), ("Text", "本文"),
                ("Step", step));

            (await StatusAsync(row.Number)).ShouldBe(CaseRules.Decide(side, from, move) is CaseDecision.Allowed allowed ? allowed.To : from,
                $"{side} {from} {move}: {(int)answer.Status}");
        }
    }

    [Fact]
    public async Task AZ_16_AnApprovalSentTwice_IsOne_AndTheSecondIsTold()
    {
        var row = await OpenAsync(status: CaseStatus.Resolved);
        var browser = await SignedInAsync(AuthorId);
        var page = await browser.GetAsync(PathOf(row.Number));

        (await (await page.Form("form[action$='/approve']").SubmitAsync()).FollowAsync()).ShouldShow("解決を承認し、ケースをクローズしました");
        (await (await page.Form("form[action$='/approve']").SubmitAsync()).FollowAsync()).ShouldShow("ケースはすでにクローズされています");

        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.Closed);
        (await App.World.Audit.CountAsync("case-moved")).ShouldBe(1);
        (await App.World.Cases.ReadAsync(each => each.ClosedAt)).ShouldNotBeNull();
    }

    [Fact]
    public async Task CASE_3_ApproveAndRejectAtOnce_OneWins_AndTheOtherIsTold()
    {
        var row = await OpenAsync(status: CaseStatus.Resolved);
        await FollowAsync(row, Colleague);
        var (author, colleague) = (await SignedInAsync(AuthorId), await SignedInAsync(ColleagueId));
        var approve = (await author.GetAsync(PathOf(row.Number))).Form("form[action$='/approve']");
        var reject = (await colleague.GetAsync(PathOf(row.Number, "reject"))).Form("form:has(textarea)").Fill("Reason", "まだ直っていません");

        var answers = await Task.WhenAll(approve.SubmitAsync(), reject.SubmitAsync());

        (await App.World.Audit.CountAsync("case-moved")).ShouldBe(1);
        var status = await StatusAsync(row.Number);
        var told = status == CaseStatus.Closed ? answers[1] : await answers[0].FollowAsync();
        told.ShouldShow(status == CaseStatus.Closed ? "ケースはすでにクローズされています" : "ケースの状態が変わったため");
        if (status == CaseStatus.Closed)
        {
            told.ShouldBe(HttpStatusCode.Conflict).ShouldShow("まだ直っていません");
        }
    }

    [Fact]
    public async Task CASE_3_CommentAndCloseAtOnce_BothHappenOrOneIsTold()
    {
        var row = await OpenAsync(status: CaseStatus.InProgress);
        var (author, colleague) = (await SignedInAsync(AuthorId), await SignedInAsync(ColleagueId));
        var comment = (await author.GetAsync(PathOf(row.Number))).Form("form[action$='/comments']").Fill("Text", "もう一点");
        var close = (await colleague.GetAsync(PathOf(row.Number, "close"))).Form("form:has([name=version])");

        var answers = await Task.WhenAll(comment.SubmitAsync("送信"), close.SubmitAsync());

        var comments = await App.World.CaseEntries.CountAsync(entry => entry.Kind == CaseEntryKind.Comment);
        var status = await StatusAsync(row.Number);
        (comments, status).ShouldBeOneOf((1L, CaseStatus.Closed), (2L, CaseStatus.InProgress));
        if (comments == 1)
        {
            answers[0].ShouldBe(HttpStatusCode.Conflict).ShouldShow("もう一点");
        }
        else
        {
            (await answers[1].FollowAsync()).ShouldShow("ほかの画面または担当者によって更新されました");
        }
    }

    [Fact]
    public async Task CASE_3_ARejection_NeedsAReason_WhichStandsInTheConversation()
    {
        var row = await OpenAsync(status: CaseStatus.Resolved);
        var browser = await SignedInAsync(AuthorId);
        var page = (await (await browser.GetAsync(PathOf(row.Number))).ClickAsync("差し戻し")).ShouldBeOk();

        (await page.Form("form:has(textarea)").SubmitAsync()).ShouldBeRefused().ShouldShow("理由を入力してください");
        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.Resolved);
        var shown = await (await page.Form("form:has(textarea)").Fill("Reason", "同じアラートが出ています").SubmitAsync()).FollowAsync();

        shown.ShouldShow("解決を差し戻しました").ShouldShow("同じアラートが出ています").ShouldShow("作業中");
        (await App.World.Cases.ReadAsync(each => each.WaitingSince)).ShouldNotBeNull();
        (await App.World.Audit.CountAsync("case-moved")).ShouldBe(1);
    }

    [Fact]
    public async Task CASE_3_ClosingWarns_ThatItIsForGood()
    {
        var row = await OpenAsync();
        var browser = await SignedInAsync(AuthorId);

        var page = (await (await browser.GetAsync(PathOf(row.Number))).ClickAsync("ケースをクローズ")).ShouldBeOk();
        page.ShouldShow("ケース CS0000001 をクローズしますか").ShouldShow("クローズしたケースは再開できません");
        var closed = await (await page.Form("form:has([name=version])").SubmitAsync()).FollowAsync();

        closed.ShouldShow("ケースをクローズしました").ShouldShow("関連する新しいお問い合わせを作成");
        closed.Has("form[action$='/comments']").ShouldBeFalse();
        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.Closed);
    }

    [Theory]
    [InlineData("close", CaseStatus.Resolved)]
    [InlineData("close", CaseStatus.Closed)]
    [InlineData("reject", CaseStatus.InProgress)]
    [InlineData("reject", CaseStatus.Closed)]
    public async Task CASE_3_InTheWrongStatus_ThePageLeadsBack(string page, CaseStatus status)
    {
        var row = await OpenAsync(status: status);
        var browser = await SignedInAsync(AuthorId);

        (await browser.GetAsync(PathOf(row.Number, page))).ShouldRedirectTo(PathOf(row.Number));
    }

    [Fact]
    public async Task CASE_3_WhatHasChangedSince_IsNotDecidedAbout()
    {
        var row = await OpenAsync(status: CaseStatus.Resolved);
        var browser = await SignedInAsync(AuthorId);
        var form = (await browser.GetAsync(PathOf(row.Number))).Form("form[action$='/approve']");
        await App.World.Cases.ChangeAllAsync(each => each.Version, row.Version + 1);

        (await (await form.SubmitAsync()).FollowAsync()).ShouldShow("ほかの画面または担当者によって更新されました");

        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.Resolved);
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("reject")]
    [InlineData("close")]
    [InlineData("comments")]
    [InlineData("followers")]
    [InlineData("confidential")]
    [InlineData("dismiss")]
    public async Task EN_14_CASE_6_WhatIsHidden_TakesNoPost_AndAnswersAsWhatDoesNotExist(string page)
    {
        var row = await OpenAsync(status: CaseStatus.Resolved);
        var stranger = await SignedInAsync(StrangerId);

        var hidden = await CraftAsync(stranger, List + "/new", PathOf(row.Number, page), ("Text", "本文"), ("version", "1"));
        var unknown = await CraftAsync(stranger, List + "/new", PathOf(77, page), ("Text", "本文"), ("version", "1"));

        hidden.ShouldBeNotFound();
        unknown.ShouldBeNotFound();
        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.Resolved);
        (await App.World.CaseEntries.CountAsync()).ShouldBe(1);
    }

    private static IEnumerable<(CaseSide Side, CaseStatus From, CaseMove Move)> WholeTable() =>
        from side in new[] { CaseSide.Customer, CaseSide.Agent }
        from status in Enum.GetValues<CaseStatus>()
        from move in Enum.GetValues<CaseMove>()
        select (side, status, move);

    /// <summary>Where a move would be posted.</summary>
    private static (string Page, string Step) Request(CaseMove move) => move switch
    {
        CaseMove.Take => ("take", ""),
        CaseMove.Ask => ("answers", "ask"),
        CaseMove.Resume => ("resume", ""),
        CaseMove.Solve => ("answers", "solve"),
        CaseMove.Answer => ("comments", ""),
        CaseMove.Approve => ("approve", ""),
        CaseMove.Reject => ("reject", ""),
        CaseMove.Close => ("close", ""),
        _ => ("expire", ""),
    };
}
