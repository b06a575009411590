using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Cases;

/// <summary>Files of inquiries, comments, answers and notes, on both sides of the desk (CASE-1, CASE-4).</summary>
public sealed class AttachingFiles : CaseTest
{
    private const string New = "/t/security/cases/new";
    private const string Reply = "form[action$='/comments']";
    private const string Answer = "form[action$='/answers']";
    private const string Note = "form[action$='/notes']";
    private const string Listed = ".p-attached";

    [Fact]
    public async Task CASE_1_CASE_7_AnInquiryWithTwoFiles_IsCheckedSentShownMailedAndDownloaded()
    {
        var browser = await SignedInAsync(AuthorId);
        var form = (await browser.GetAsync(New)).ShouldBeOk().Form("form:has(textarea)").Choose("Kind", "Alert").Fill("Subject", "記録を送ります")
            .Fill("Text", "添付を見てください").Attach("Files", "記録.txt", Text("一行目")).Attach("Files", "b.txt", Text("two"));

        var check = (await form.SubmitAsync("check")).ShouldBeOk().ShouldShow("記録.txt").ShouldShow("b.txt");
        (await App.World.Files.CountAsync(file => file.Owner != null)).ShouldBe(0);
        var page = await (await check.Form("form:has(button[value=save])").SubmitAsync("save")).FollowAsync();

        page.Texts(Listed + " a").ShouldBe(["記録.txt", "b.txt"]);
        (await App.World.Files.CountAsync(file => file.Owner != null)).ShouldBe(2);
        (await App.World.Audit.CountAsync("file-attached")).ShouldBe(2);
        (await App.MailsAsync("hanako@example.jp")).Single().Text.ShouldContain("記録.txt、b.txt");
        var file = (await browser.GetAsync(Links(page)[0])).ShouldBeOk();
        file.Body.ShouldBe("一行目");
        file.Headers["Content-Disposition"].ShouldStartWith("attachment");
    }

    [Fact]
    public async Task CASE_1_BackFromTheCheck_TheFilesAreStillThere_AndOneIsLeftOut()
    {
        var browser = await SignedInAsync(AuthorId);
        var form = (await browser.GetAsync(New)).Form("form:has(textarea)").Choose("Kind", "Alert").Fill("Subject", "件名")
            .Fill("Text", "内容").Attach("Files", "a.txt", Text("a"));
        var check = await form.SubmitAsync("check");

        var again = (await check.Form("form:has(button[value=save])").SubmitAsync("back")).ShouldBeOk();

        again.Texts(".p-files__list label").Single().ShouldStartWith("a.txt");
        check = await again.Form("form:has(textarea)").Uncheck("Files").SubmitAsync("check");
        var page = await (await check.Form("form:has(button[value=save])").SubmitAsync("save")).FollowAsync();
        page.Texts(Listed).ShouldBeEmpty();
    }

    [Fact]
    public async Task CASE_4_AComment_BringsFiles_SentAheadByTheScript()
    {
        var row = await OpenAsync();
        var browser = await SignedInAsync(AuthorId);
        var form = (await browser.GetAsync(PathOf(row.Number))).Form(Reply).Fill("Text", "画面です");
        var id = await SendAheadAsync(browser, form, "/t/security/files/case");

        (await form.Forge("Files", id.ToString()).SubmitAsync("送信")).ShouldRedirectTo(PathOf(row.Number));

        (await browser.GetAsync(PathOf(row.Number))).Texts(Listed + " a").ShouldBe(["ahead.txt"]);
        (await App.World.CaseEntries.ListAsync(entry => entry.FileCount)).Order().ShouldBe([0, 1]);
    }

    [Fact]
    public async Task CASE_4_FI_01_AFileThatIsNotTaken_IsSaidAtItsField_AndNothingTypedIsLost()
    {
        var row = await OpenAsync();
        var browser = await SignedInAsync(AuthorId);
        var form = (await browser.GetAsync(PathOf(row.Number))).Form(Reply).Fill("Text", "残る文").Attach("Files", "a.txt", Text("a"))
            .Attach("Files", "run.exe", Text("MZ"));

        var again = (await form.SubmitAsync("送信")).ShouldBeRefused();

        again.ShouldShow("run.exe");
        again.Find("textarea[name=Text]").TextContent.Trim().ShouldBe("残る文");
        again.Texts(".p-files__list label").Single().ShouldStartWith("a.txt");
        (await App.World.CaseEntries.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task CASE_4_AZ_16_AFileOfSomebodyElse_IsNotAttached()
    {
        var row = await OpenAsync();
        var other = await SignedInAsync(ColleagueId);
        var others = await SendAheadAsync(other, (await other.GetAsync(PathOf(row.Number))).Form(Reply), "/t/security/files/case");
        var browser = await SignedInAsync(AuthorId);

        (await (await browser.GetAsync(PathOf(row.Number))).Form(Reply).Fill("Text", "横取り").Forge("Files", others.ToString())
            .SubmitAsync("送信")).ShouldBeRefused().ShouldShow("見つかりません");

        (await App.World.CaseEntries.CountAsync()).ShouldBe(1);
        (await App.World.Files.CountAsync(file => file.Owner != null)).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_6_AZ_16_EN_12_WhoDoesNotSeeTheCase_GetsNoFile_AsIfThereWereNone()
    {
        var row = await OpenAsync();
        var browser = await SignedInAsync(AuthorId);
        await (await browser.GetAsync(PathOf(row.Number))).Form(Reply).Fill("Text", "秘密").Attach("Files", "a.txt", Text("a"))
            .SubmitAsync("送信");
        var link = Links(await browser.GetAsync(PathOf(row.Number)))[0];
        var (colleague, stranger) = (await SignedInAsync(ColleagueId), await SignedInAsync(StrangerId));
        (await colleague.GetAsync(link)).ShouldBeOk();

        await ShareAsync(CaseVisibility.NobodyElse);

        (await colleague.GetAsync(link)).ShouldBeNotFound();
        (await stranger.GetAsync(link)).ShouldBeNotFound();
        (await browser.GetAsync(link)).ShouldBeOk();
        var other = await OpenAsync(subject: "別");
        (await browser.GetAsync(link.Replace(CaseNumber.Of(row.Number), CaseNumber.Of(other.Number), StringComparison.Ordinal)))
            .ShouldBeNotFound();
    }

    [Fact]
    public async Task ADMIN_5_CASE_4_TheDesksAnswer_BringsAFile_ThatTheCustomerDownloads()
    {
        var row = await OpenAsync(status: CaseStatus.InProgress);
        var agent = await AgentAsync();

        await (await agent.GetAsync(DeskPathOf(row.Number))).Form(Answer).Fill("Text", "手順書です").Attach("Files", "手順.txt", Text("手順"))
            .SubmitAsync("solve");

        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.Resolved);
        var page = await (await SignedInAsync(AuthorId)).GetAsync(PathOf(row.Number));
        page.Texts(Listed + " a").ShouldBe(["手順.txt"]);
        (await (await SignedInAsync(AuthorId)).GetAsync(Links(page)[0])).ShouldBeOk().Body.ShouldBe("手順");
        (await agent.GetAsync(Links(await agent.GetAsync(DeskPathOf(row.Number)))[0])).ShouldBeOk().Body.ShouldBe("手順");
        (await App.MailsAsync("hanako@example.jp")).Single().Text.ShouldContain("手順.txt");
    }

    [Fact]
    public async Task CASE_4_AnInternalNotesFile_IsTheStaffsAlone()
    {
        var row = await OpenAsync();
        var agent = await AgentAsync();

        await (await agent.GetAsync(DeskPathOf(row.Number))).Form(Note).Fill("Note", "社内").Attach("NoteFiles", "社内.txt", Text("社内"))
            .SubmitAsync();

        var desk = (await agent.GetAsync(DeskPathOf(row.Number))).ShouldShow("社内.txt");
        var link = Links(desk)[0];
        (await agent.GetAsync(link)).ShouldBeOk().Body.ShouldBe("社内");
        var browser = await SignedInAsync(AuthorId);
        (await browser.GetAsync(PathOf(row.Number))).Texts(Listed).ShouldBeEmpty();
        (await browser.GetAsync(link.Replace("/admin/cases/security", List, StringComparison.Ordinal))).ShouldBeNotFound();
    }

    [Fact]
    public async Task ADMIN_5_AStaleAnswer_KeepsItsFiles_AndAttachesNone()
    {
        var row = await OpenAsync(status: CaseStatus.InProgress);
        var agent = await AgentAsync();
        var form = (await agent.GetAsync(DeskPathOf(row.Number))).Form(Answer).Fill("Text", "解決です").Attach("Files", "a.txt", Text("a"));
        await App.World.Cases.ChangeAllAsync(each => each.Version, 9);

        var again = (await form.SubmitAsync("solve")).ShouldBe(HttpStatusCode.Conflict);

        again.Texts(".p-files__list label").Single().ShouldStartWith("a.txt");
        (await App.World.Files.CountAsync(file => file.Owner != null)).ShouldBe(0);
        (await (await again.Form(Answer).SubmitAsync("solve")).FollowAsync()).Texts(Listed + " a").ShouldBe(["a.txt"]);
    }

    [Fact]
    public async Task ADMIN_5_ElevenFiles_AreSaidAtTheField_AndNothingOfTheAnswerShows()
    {
        var row = await OpenAsync(status: CaseStatus.InProgress);
        var agent = await AgentAsync();
        var form = (await agent.GetAsync(DeskPathOf(row.Number))).Form(Answer).Fill("Text", "解決です");
        for (var i = 0; i < 10; i++)
        {
            form = form.Attach("Files", $"{i}.txt", Text($"{i}"));
        }

        form = (await form.SubmitAsync("preview")).ShouldBeOk().Form(Answer).Attach("Files", "10.txt", Text("10"));
        var again = (await form.SubmitAsync("solve")).ShouldBeRefused();

        again.ShouldShow("添付ファイルが多すぎます");
        again.Texts(".p-entry").Count.ShouldBe(1);
        (await App.World.CaseEntries.CountAsync()).ShouldBe(1);
        (await StatusAsync(row.Number)).ShouldBe(CaseStatus.InProgress);
    }

    [Fact]
    public async Task ADMIN_11_AZ_01_FilesAreSentWithinReachAlone()
    {
        var row = await OpenAsync();
        var agent = await AgentAsync();
        var form = (await agent.GetAsync(DeskPathOf(row.Number))).Form(Answer);
        (await TrySendAsync(agent, form, "/admin/files/case?site=security")).ShouldBeOk();
        (await TrySendAsync(agent, form, "/admin/files/case?site=rental")).ShouldBeNotFound();
        (await TrySendAsync(agent, form, "/admin/files/case")).ShouldBeNotFound();
        await App.ChangeProfileAsync(Tenant, profile => profile with { Features = [.. profile.Features.Where(each => each != "cases")] });
        (await TrySendAsync(agent, form, "/admin/files/case?site=security")).ShouldBeNotFound();
        await App.ChangeProfileAsync(Tenant, profile => profile with { Features = [.. profile.Features, "cases"] });

        var user = await SignedInAsync(StrangerId);
        var own = (await user.GetAsync("/t/security/cases/new")).Form("form:has(textarea)");
        (await TrySendAsync(user, own, "/t/security/files/case?site=control")).ShouldBeNotFound();
        (await App.World.Files.CountAsync()).ShouldBe(1);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static IReadOnlyList<string> Links(PortalPage page) =>
        [.. page.Document.QuerySelectorAll(Listed + " a").Select(link => link.GetAttribute("href")!)];

    private static async Task<Guid> SendAheadAsync(PortalBrowser browser, PortalForm form, string address)
    {
        var answer = (await TrySendAsync(browser, form, address)).ShouldBeOk();
        using var json = System.Text.Json.JsonDocument.Parse(answer.Body);
        return json.RootElement.GetProperty("id").GetGuid();
    }

    private static Task<PortalPage> TrySendAsync(PortalBrowser browser, PortalForm form, string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(Text("ahead")) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.Add("RequestVerificationToken", form.Fields.First(field => field.Name == "__RequestVerificationToken").Value);
        request.Headers.Add("Portal-Form", form.Fields.First(field => field.Name == "__form").Value);
        request.Headers.Add("Portal-File-Name", "ahead.txt");
        return browser.SendAsync(request);
    }
}
