using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Cases;

/// <summary>Canned answers: written by administrators, used at the desk (ADMIN-5).</summary>
public sealed class AnsweringFromStock : CaseTest
{
    private const string Answers = "/admin/case-answers";
    private const string Form = "main form[method=post]";
    private const string Answer = "form[action*='/answers']";

    [Fact]
    public async Task ADMIN_5_ItIsWritten_LookedAt_Changed_Deleted_EachWithItsEvent()
    {
        var administrator = await AdministratorAsync();
        var list = (await administrator.GetAsync(Answers)).ShouldBeOk().ShouldShow("定型文はまだありません");
        var page = await list.ClickAsync("a[href='/admin/case-answers/security/new']");

        var looked = (await Filled(page).SubmitAsync("check")).ShouldBeOk();
        looked.Texts(".p-rich strong").ShouldBe(["確認", "checking"]);
        (await App.World.CannedAnswers.CountAsync()).ShouldBe(0);
        list = await (await looked.Form(Form).SubmitAsync("save")).FollowAsync();
        list.ShouldShow("「確認中」を保存しました").Texts("tbody th").ShouldBe(["確認中"]);

        page = await list.ClickAsync("tbody th a");
        list = await (await page.Form(Form).Fill("Title", "確認しています").Fill("TextEn", "").SubmitAsync("save")).FollowAsync();
        list.Texts("tbody th").ShouldBe(["確認しています"]);
        (await App.World.CannedAnswers.ReadAsync(row => row.TextEn)).ShouldBeNull();

        page = await (await list.ClickAsync("tbody th a")).ClickAsync("main a[href$='/delete']");
        list = await (await page.ShouldShow("この定型文を削除しますか").Form(Form).SubmitAsync()).FollowAsync();
        list.ShouldShow("「確認しています」を削除しました");
        (await App.World.CannedAnswers.CountAsync()).ShouldBe(0);
        foreach (var kind in new[] { "canned-answer-added", "canned-answer-changed", "canned-answer-deleted" })
        {
            (await App.World.Audit.CountAsync(kind)).ShouldBe(1, kind);
        }

        (await App.World.Audit.CountMentioningAsync("確認**しています")).ShouldBe(0, "the log tells that a text changed, not the text");
    }

    [Theory]
    [InlineData("ja", "**確認**しています。佐藤 花子様（CS0000001、支援 太郎）")]
    [InlineData("en", "We are **checking** CS0000001.")]
    public async Task ADMIN_5_ItIsPutInInTheCustomersLanguage_BelowWhatWasTyped_AndNothingIsSent(string language, string text)
    {
        var row = await OpenAsync();
        await App.World.Accounts.ChangeAsync(user => user.Id == Author, user => user.Language, language);
        var id = await StockAsync();
        var agent = await AgentAsync();

        var again = (await (await agent.GetAsync(DeskPathOf(row.Number))).Form(Answer).Fill("Text", "お世話になります。").Choose("Canned", id)
            .SubmitAsync("insert")).ShouldBeOk();

        again.Find("textarea[name=Text]").TextContent.Trim().ReplaceLineEndings("\n").ShouldBe("お世話になります。\n\n" + text);
        (await App.World.CaseEntries.CountAsync()).ShouldBe(1);
        await again.Form(Answer).SubmitAsync("回答を送信");
        (await App.World.CaseEntries.ReadAsync(entry => entry.Order == 2, entry => entry.Source)).ShouldNotBeNull()
            .ShouldContain("CS0000001");
    }

    [Fact]
    public async Task ADMIN_5_ToSeveral_EachIsFilledInByItself()
    {
        await OpenAsync();
        await OpenAsync(await App.World.Accounts.IdOfAsync(StrangerId));
        var id = await StockAsync();
        var agent = await AgentAsync();
        var page = await agent.GetAsync("/admin/cases/change?act=Answer&ids=security.CS0000001&ids=security.CS0000002");

        page = (await page.Form(Form).Choose("Canned", id).SubmitAsync("insert")).ShouldBeOk();
        page.Find("textarea[name=Text]").TextContent.ShouldContain("{contact}様（{number}");
        await page.Form(Form).SubmitAsync("まとめて回答を送信");

        (await App.World.CaseEntries.AskAsync(rows => rows.Where(entry => entry.Side == CaseSide.Agent).OrderBy(entry => entry.Source)
            .Select(entry => entry.Source))).ShouldBe(
            ["**確認**しています。佐藤 花子様（CS0000001、支援 太郎）", "**確認**しています。試験 太郎様（CS0000002、支援 太郎）"]);
    }

    [Theory]
    [InlineData("ja", "ja", "**確認**しています。{contact}様（{number}、{agent}）", false)]
    [InlineData("en", "en", "We are **checking** {number}.", false)]
    [InlineData("en", "ja", "**確認**しています。{contact}様（{number}、{agent}）\n\nWe are **checking** {number}.", true)]
    public async Task ADMIN_5_ToSeveral_ItIsPutInInTheLanguagesThatTheyRead(string one, string other, string text, bool isOfBoth)
    {
        var stranger = await App.World.Accounts.IdOfAsync(StrangerId);
        await OpenAsync();
        await OpenAsync(stranger);
        await App.World.Accounts.ChangeAsync(user => user.Id == Author, user => user.Language, one);
        await App.World.Accounts.ChangeAsync(user => user.Id == stranger, user => user.Language, other);
        var id = await StockAsync();
        var page = await (await AgentAsync())
            .GetAsync("/admin/cases/change?act=Answer&ids=security.CS0000001&ids=security.CS0000002");

        page = (await page.Form(Form).Choose("Canned", id).SubmitAsync("insert")).ShouldBeOk();

        page.Find("textarea[name=Text]").TextContent.Trim().ReplaceLineEndings("\n").ShouldBe(text);
        page.Texts(".p-callout__title").Contains("日本語と英語の定型文を挿入しました").ShouldBe(isOfBoth);
    }

    [Fact]
    public async Task ADMIN_5_NoneChosen_AndOneOfAnotherSite_AreSaidAtTheField()
    {
        var row = await OpenAsync();
        await StockAsync();
        var agent = await AgentAsync();
        foreach (var chosen in new[] { "", Guid.NewGuid().ToString() })
        {
            var again = (await (await agent.GetAsync(DeskPathOf(row.Number))).Form(Answer).Fill("Text", "書きかけ").Forge("Canned", chosen)
                .SubmitAsync("insert")).ShouldBeRefused();
            again.ShouldShow("定型文を選択してください").Find("textarea[name=Text]").TextContent.Trim().ShouldBe("書きかけ");
        }
    }

    [Theory]
    [InlineData("Title", "", "名前を入力してください")]
    [InlineData("TextJa", " ", "日本語の本文を入力してください")]
    [InlineData("TextEn", "a\u202eb", "英語の本文に使えない文字が含まれています")]
    public async Task ADMIN_5_WhatIsWrong_IsSaidAtTheField(string field, string value, string said)
    {
        var administrator = await AdministratorAsync();
        var page = await administrator.GetAsync(Answers + "/security/new");

        var again = (await Filled(page).Forge(field, value).SubmitAsync("save")).ShouldBeRefused();

        again.ShouldShow(said).Has($"[name={field}][aria-invalid=true]").ShouldBeTrue();
        (await App.World.CannedAnswers.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_5_SAFE_1_NamesAreTheirs_TwoHundredAtMost_AndNobodyOverwritesUnseen()
    {
        var id = await StockAsync();
        var administrator = await AdministratorAsync();
        (await Filled(await administrator.GetAsync(Answers + "/security/new")).SubmitAsync("save")).ShouldBeRefused()
            .ShouldShow("同じ名前の定型文があります");

        var mine = await administrator.GetAsync($"{Answers}/security/{id}");
        var other = await administrator.GetAsync($"{Answers}/security/{id}");
        await other.Form(Form).Fill("TextJa", "ほかの人の文").SubmitAsync("save");
        var conflict = (await mine.Form(Form).Fill("TextJa", "自分の文").SubmitAsync("save")).ShouldBe(HttpStatusCode.Conflict);
        conflict.ShouldShow("が変更しました").Find("textarea[name=TextJa]").TextContent.Trim().ShouldBe("自分の文");
        (await App.World.CannedAnswers.ReadAsync(row => row.TextJa)).ShouldBe("ほかの人の文");
        (await (await conflict.Form(Form).SubmitAsync("save")).FollowAsync()).ShouldShow("保存しました");
        (await App.World.CannedAnswers.ReadAsync(row => row.TextJa)).ShouldBe("自分の文");

        await App.World.CannedAnswers.CopyAsync(row => row.Title == "確認中", CaseLimits.CannedAnswers - 1, (copy, number) =>
        {
            copy.Id = Guid.CreateVersion7();
            copy.Title = $"{number}番";
        });
        (await Filled(await administrator.GetAsync(Answers + "/security/new")).Fill("Title", "もう一つ").SubmitAsync("save")).ShouldBeRefused()
            .ShouldShow("200件まで");
    }

    [Fact]
    public async Task AZ_01_AgentsUseThem_AdministratorsWriteThem_WithinReachAlone()
    {
        var id = await StockAsync();
        var agent = await AgentAsync();
        (await agent.GetAsync("/admin/cases")).ShouldBeOk().Has($"a[href='{Answers}']").ShouldBeFalse();
        foreach (var path in new[] { Answers, Answers + "/security/new", $"{Answers}/security/{id}", $"{Answers}/security/{id}/delete" })
        {
            (await agent.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        var administrator = await AdministratorAsync();
        foreach (var path in new[] { "/rental/new", $"/rental/{id}", $"/security/{Guid.NewGuid()}", "/nowhere/new" })
        {
            (await administrator.GetAsync(Answers + path)).ShouldBeNotFound();
        }

        (await CraftAsync(administrator, Answers, $"{Answers}/security/{Guid.NewGuid()}/delete", ("version", "1"))).ShouldBeNotFound();
    }

    private static PortalForm Filled(PortalPage page) => page.Form(Form).Fill("Title", "確認中")
        .Fill("TextJa", "**確認**しています。{contact}様（{number}、{agent}）").Fill("TextEn", "We are **checking** {number}.");

    private async Task<string> StockAsync()
    {
        await App.InTenantAsync(Tenant, services =>
        {
            services.GetRequiredService<PortalDbContext>().CannedAnswers.Add(new CannedAnswer
            {
                Id = Guid.CreateVersion7(),
                Title = "確認中",
                TextJa = "**確認**しています。{contact}様（{number}、{agent}）",
                TextEn = "We are **checking** {number}.",
            });
            return Task.CompletedTask;
        });
        return (await App.World.CannedAnswers.ReadAsync(row => row.Title == "確認中", row => row.Id)).ToString();
    }

    private async Task<PortalBrowser> AdministratorAsync()
    {
        var browser = await AgentAsync("chief@portal.test");
        await App.World.Accounts.ChangeAsync(user => user.UserName == "chief@portal.test", user => user.Role,
            AccountRole.TenantAdministrator);
        return browser;
    }
}
