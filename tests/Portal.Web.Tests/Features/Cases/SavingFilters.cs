using System.Net;
using Portal.Rules.Cases;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Cases;

/// <summary>Filters that are kept under a name, and shared.</summary>
public sealed class SavingFilters : CaseTest
{
    private const string Saved = List + "/filters";
    private const string SaveForm = "form[action$='/cases/filters']";
    private const string Query = "?q=最初の質問&g1=status.is.new&g1=contact.is.me&g2=status.is.resolved&sort=status.-number";

    [Fact]
    public async Task CASE_5_AFilterIsSaved_Shared_AndLoadedByAColleague_WhoSeesItsOwn()
    {
        await OpenAsync(subject: "作者の質問");
        await OpenAsync(subject: "作者の解決済み", status: CaseStatus.Resolved);
        await OpenAsync(Colleague, "同僚の質問");
        await ShareAsync(CaseVisibility.NobodyElse);
        var (author, colleague) = (await SignedInAsync(AuthorId), await SignedInAsync(ColleagueId));

        (await SaveAsync(author, "私の待ち", shared: true)).ShouldRedirectTo(Saved);

        (await author.GetAsync(Saved)).ShouldBeOk().ShouldShow("条件「私の待ち」を保存しました")
            .ShouldShow("キーワード：最初の質問 / 状態：新規、お客さまの担当者：自分 または 状態：");
        (await (await author.GetAsync(Saved)).ClickAsync("私の待ち")).ShouldBeOk().Texts("tbody th").ShouldBe(["作者の質問", "作者の解決済み"]);
        var list = (await colleague.GetAsync(Saved)).ShouldBeOk().ShouldShow("佐藤 花子");
        (await list.ClickAsync("私の待ち")).ShouldBeOk().ShouldNotShow("作者").Texts("tbody th").ShouldBe(["同僚の質問"]);
        (await App.World.Audit.CountAsync("case-filter-saved")).ShouldBe(1);
        (await App.World.SavedCaseFilters.CountAsync()).ShouldBe(1);
        (await (await SignedInAsync(StrangerId)).GetAsync(Saved)).ShouldBeOk().ShouldNotShow("私の待ち");
    }

    [Theory]
    [InlineData("&sort=subject", "並べ替え：件名")]
    [InlineData("&sort=subject.-updated", "並べ替え：件名")]
    [InlineData("", null)]
    public async Task CASE_5_ASavedFilter_SaysItsOrder_AlsoOneKeyAlone(string sort, string? said)
    {
        await OpenAsync();
        var author = await SignedInAsync(AuthorId);
        await (await author.GetAsync(List + "?q=最初の質問" + sort)).ShouldBeOk().Form(SaveForm).Fill("Name", "並び").SubmitAsync();

        var saved = (await author.GetAsync(Saved)).ShouldBeOk().ShouldShow("並び");

        saved.Text.Contains(said ?? "並べ替え：", StringComparison.Ordinal).ShouldBe(said is not null);
    }

    [Fact]
    public async Task CASE_5_AZ_20_OnlyOwnerAndManagerChangeIt_AndWhatIsNotSharedDoesNotExist()
    {
        var author = await SignedInAsync(AuthorId);
        await SaveAsync(author, "共有", shared: true);
        await SaveAsync(author, "私用", shared: false);
        var (open, closed) = (await IdAsync("共有"), await IdAsync("私用"));
        var (colleague, manager) = (await SignedInAsync(ColleagueId), await SignedInAsync(ManagerId));
        var stranger = await SignedInAsync(StrangerId);

        (await colleague.GetAsync(PathTo(open))).ShouldBeForbidden();
        (await PostAsync(colleague, open, "奪った")).ShouldBeForbidden();
        (await CraftAsync(colleague, Saved, PathTo(open) + "/delete")).ShouldBeForbidden();
        foreach (var (who, id) in new[]
        {
            (colleague, closed), (manager, closed), (stranger, open), (stranger, closed), (author, Guid.NewGuid()),
        })
        {
            (await who.GetAsync(PathTo(id))).ShouldBeNotFound();
            (await PostAsync(who, id, "奪った")).ShouldBeNotFound();
            (await CraftAsync(who, Saved, PathTo(id) + "/delete")).ShouldBeNotFound();
        }

        (await App.World.SavedCaseFilters.CountAsync()).ShouldBe(2);
        (await App.World.Audit.CountAsync("case-filter-changed")).ShouldBe(0);
        (await (await manager.GetAsync(PathTo(open))).ShouldBeOk().Form().Fill("Name", "全員の").SubmitAsync()).ShouldRedirectTo(Saved);
        (await App.World.Audit.CountAsync("case-filter-changed")).ShouldBe(1);
        (await App.World.SavedCaseFilters.CountAsync(row => row.Name == "全員の" && row.IsShared)).ShouldBe(1);
    }

    [Fact]
    public async Task CASE_5_SAFE_1_TwoWhoChangeIt_AndOneThatIsGone()
    {
        var author = await SignedInAsync(AuthorId);
        await SaveAsync(author, "元の名前", shared: true);
        var id = await IdAsync("元の名前");
        var (mine, theirs) = (await author.GetAsync(PathTo(id)), await (await SignedInAsync(ManagerId)).GetAsync(PathTo(id)));
        await theirs.Form().Fill("Name", "先に変更").SubmitAsync();

        var conflict = (await mine.Form().Fill("Name", "後から").SubmitAsync()).ShouldBe(HttpStatusCode.Conflict).ShouldShow("先に変更");
        conflict.Find("[name=Name]").GetAttribute("value").ShouldBe("後から");
        (await conflict.Form().SubmitAsync()).ShouldRedirectTo(Saved);
        (await (await author.GetAsync(PathTo(id))).Form("form[action$='/delete']").SubmitAsync()).ShouldRedirectTo(Saved);

        (await App.World.SavedCaseFilters.CountAsync()).ShouldBe(0);
        (await App.World.Audit.CountAsync("case-filter-deleted")).ShouldBe(1);
        (await PostAsync(author, id, "もう無い")).ShouldBeNotFound();
    }

    [Fact]
    public async Task CASE_5_NamesAndNumberAreBounded()
    {
        var author = await SignedInAsync(AuthorId);
        await SaveAsync(author, "名前", shared: false);

        (await SaveAsync(author, "名前", shared: false)).ShouldBeRefused().ShouldShow("同じ名前の条件があります");
        (await SaveAsync(author, "", shared: false)).ShouldBeRefused();
        (await SaveAsync(author, new string('あ', 61), shared: false)).ShouldBeRefused();
        (await CraftAsync(author, Saved, Saved, ("Name", "空"), ("Query", ""))).ShouldBeRefused().ShouldShow("保存できる条件がありません");
        (await CraftAsync(author, Saved, Saved, ("Name", "変"), ("Query", "?g1=password.is.x"))).ShouldBeRefused();
        (await CraftAsync(author, Saved, Saved, ("Name", "変"), ("Query", "?g1=status.is.new&evil=1&page=7&size=100")))
            .ShouldRedirectTo(Saved);
        (await App.World.SavedCaseFilters.ReadAsync(row => row.Name == "変", row => row.Query)).ShouldBe("?g1=status.is.new");
        var id = await IdAsync("名前");
        await App.World.SavedCaseFilters.CopyAsync(row => row.Id == id, CaseLimits.SavedFilters - 2, (copy, number) =>
        {
            (copy.Id, copy.Name) = (Guid.CreateVersion7(), $"名前{number}");
        });
        (await SaveAsync(author, "もう一つ", shared: false)).ShouldBeRefused().ShouldShow("保存できる条件は50件までです");
        (await App.World.SavedCaseFilters.CountAsync()).ShouldBe(CaseLimits.SavedFilters);
    }

    private static string PathTo(Guid id) => $"{Saved}/{id}";

    private static async Task<PortalPage> SaveAsync(PortalBrowser browser, string name, bool shared)
    {
        var form = (await browser.GetAsync(List + Query)).ShouldBeOk().Form(SaveForm).Fill("Name", name);
        return await (shared ? form.Check("Shared") : form).SubmitAsync();
    }

    private static Task<PortalPage> PostAsync(PortalBrowser browser, Guid id, string name) =>
        CraftAsync(browser, Saved, PathTo(id), ("Name", name), ("Version", "0"));

    private Task<Guid> IdAsync(string name) => App.World.SavedCaseFilters.ReadAsync(row => row.Name == name, row => row.Id);
}
