using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Files;
using Portal.TestKit.Web;
using Portal.Web.Features.Shared.Slips;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin.Imports;

/// <summary>Those who moved in without a password are given one, each on a slip (ADMIN-14).</summary>
public sealed class HandingOverPasswords : ImportTest
{
    private const string Issue = "パスワードのない利用者に仮パスワードを発行";

    [Fact]
    public async Task ADMIN_14_WhoeverCameWithoutAPassword_GetsASlip_ShownOnce()
    {
        var administrator = await AdministratorAsync();
        var ask = (await (await MovedInAsync(administrator, Good)).ClickAsync(Issue)).ShouldBeOk();
        Counts(ask).ShouldBe(["1", "0"], "the others brought one");

        var shown = (await (await ask.Form().Fill("Form.Reason", "移行").SubmitAsync()).FollowAsync()).ShouldBeOk();

        shown.ShouldHaveHeader("Cache-Control", "no-store");
        shown.Texts(".p-slip__id").ShouldBe(["N0009703"]);
        shown.Find(".p-slip__facts dd").TextContent.ShouldEndWith("/t/control/login");
        var password = shown.Find(".p-slip__password").TextContent;
        (await administrator.GetAsync(shown.Address.AbsolutePath)).ShouldShow("すでに表示しました").ShouldNotShow(password);
        (await App.CreateBrowser().SignInAsync(Control, "N0009703", password)).Address.AbsolutePath
            .ShouldBe("/t/control/password/required");
        var issued = (await EventsAsync("temporary-password-issued")).ShouldHaveSingleItem();
        (issued.Tenant, issued.Event.SubjectName, issued.Event.Reason, issued.Event.ActorName)
            .ShouldBe((Control, "N0009703", "移行", AdministratorId));
        issued.Event.Details.ShouldNotBeNull().ShouldNotContain(password);
    }

    [Fact]
    public async Task ADMIN_14_TheSameAsFiles_WhichLiveInThePage()
    {
        var shown = await IssuedAsync(await AdministratorAsync(), Rows(2));
        var password = shown.Find("tbody tr:nth-child(2) code").TextContent;

        Encoding.UTF8.GetString(Saved(shown, ".csv", "data:text/csv")).TrimStart('\uFEFF').Split("\r\n")[2]
            .ShouldBe($"N0009702,移行 2,{password}");
        var text = await PdfText.ReadAsync(Saved(shown, ".pdf", "data:application/pdf"));
        Assert.SkipWhen(text is null, "pdftotext is not installed: install poppler-utils.");
        text.ShouldContain(password);
        text.ShouldContain("移行 2さん");
        text.ShouldContain("/t/control/login");
    }

    [Fact]
    public async Task ADMIN_14_HoweverManyContactsASiteHas_TheCodeStandsWholeOnASheet()
    {
        const double Height = 595;
        const double Below = 40;
        const double Code = 90;
        var longest = 0;
        for (var count = 0; count <= 16; count++)
        {
            var pdf = await App.InTenantAsync(Control, services => Task.FromResult(Sheet(services.GetRequiredService<SlipPdf>(), count)));
            var bottoms = await PdfText.BottomsAsync(pdf.ShouldNotBeNull());
            Assert.SkipWhen(bottoms is null, "pdftotext is not installed: install poppler-utils.");
            if (bottoms.Count == 1)
            {
                (bottoms[0] + Code).ShouldBeLessThanOrEqualTo(Height - Below, $"{count} lines of contacts");
                longest = count;
            }
        }

        longest.ShouldBeInRange(3, 15);
    }

    [Fact]
    public async Task ADMIN_14_OPER_7_TheLastDayOfAnIdThatEndsFirst_StandsOnTheSheet_WhichStaysOne()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja");
        var pdf = await App.InTenantAsync(Control,
            services => Task.FromResult(Sheet(services.GetRequiredService<SlipPdf>(), 3, new DateOnly(2026, 5, 13))));
        var text = await PdfText.ReadAsync(pdf.ShouldNotBeNull());
        Assert.SkipWhen(text is null, "pdftotext is not installed: install poppler-utils.");

        text.ShouldContain("IDの有効期限");
        text.ShouldContain("2026年5月13日");
        (await PdfText.BottomsAsync(pdf))!.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_14_FiftyAtATime_InTheOrderOfTheFile()
    {
        var administrator = await AdministratorAsync();
        var shown = await IssuedAsync(administrator, Rows(52, manager: "1"));
        shown.Texts(".p-slip__id").Count.ShouldBe(50);
        shown.ShouldShow("50人に仮パスワードを発行しました");

        var more = (await shown.ClickAsync("続けて発行")).ShouldBeOk();
        Counts(more).ShouldBe(["2", "50"]);
        var rest = await (await more.Form().Fill("Form.Reason", "移行").SubmitAsync()).FollowAsync();

        rest.Texts(".p-slip__id").ShouldBe(["N0009751", "N0009752"]);
        (await App.World.TemporaryPasswords.CountAsync()).ShouldBe(52);
    }

    [Fact]
    public async Task ADMIN_14_TEMP_5_WhoHasNotUsedIt_MayGetAnother_AndTheFormerIsDead()
    {
        var administrator = await AdministratorAsync();
        var first = await IssuedAsync(administrator, Rows(1));
        App.Time.Advance(TimeSpan.FromMinutes(1));

        var again = (await first.ClickAsync("続けて発行")).ShouldBeOk();
        Counts(again).ShouldBe(["0", "1"]);
        var second = await (await again.Form().Fill("Form.Reason", "紛失").SubmitAsync()).FollowAsync();

        (await App.CreateBrowser().TrySignInAsync(Control, "N0009701", Password(first))).ShouldBeRefused();
        (await App.CreateBrowser().TrySignInAsync(Control, "N0009701", Password(second))).ShouldRedirectTo("/t/control/password/required");
    }

    [Fact]
    public async Task ADMIN_14_WhoeverHasAPasswordOfItsOwn_IsNotAmongThem()
    {
        var administrator = await AdministratorAsync();
        var shown = await IssuedAsync(administrator, Rows(1));
        var owner = App.CreateBrowser();
        await owner.SignInAsync(Control, "N0009701", Password(shown));
        (await (await owner.GetAsync("/t/control/password/required")).Form().Fill("Current", Password(shown))
            .Fill("New", "OwnSecret2468").Fill("Again", "OwnSecret2468").SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);

        (await shown.ClickAsync("続けて発行")).ShouldBeOk().ShouldShow("パスワードのない利用者はいません").Has("main form").ShouldBeFalse();
    }

    [Fact]
    public async Task ADMIN_14_WithoutAReason_NothingIsIssued()
    {
        var ask = await (await MovedInAsync(await AdministratorAsync(), Good)).ClickAsync(Issue);

        (await ask.Form().SubmitAsync()).ShouldBeRefused().ShouldShow("理由を入力してください");

        (await App.World.TemporaryPasswords.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_14_TR_18_TwoWhoIssueAtOnce_EachPersonGetsOneOfThem()
    {
        var (one, other) = (await AdministratorAsync(), await SystemAdministratorAsync());
        var path = (await MovedInAsync(one, Rows(3))).Address.AbsolutePath + "/passwords";
        var forms = new[] { await one.GetAsync(path), await other.GetAsync(path) };

        var answers = await Task.WhenAll(forms.Select(form => form.Form().Fill("Form.Reason", "移行").SubmitAsync()));

        (await App.World.TemporaryPasswords.CountAsync()).ShouldBe(3);
        (await EventsAsync("temporary-password-issued")).Count.ShouldBe(3);
        var pages = await Task.WhenAll(answers.Select(answer => answer.FollowAsync()));
        pages.Sum(page => page.Texts(".p-slip__id").Count).ShouldBe(3);
        pages.ShouldContain(page => page.Texts(".p-slip__id").Count == 3 || page.Has("main form"));
    }

    [Fact]
    public async Task ADMIN_14_AZ_01_OnlyForUsersThatWereTakenOver_ByAdministratorsOfTheTenant()
    {
        var administrator = await AdministratorAsync();
        var page = await CheckedAsync(administrator, Good);
        var path = page.Address.AbsolutePath;
        (await administrator.GetAsync(path + "/passwords")).ShouldBeNotFound();
        (await page.Form("form[action$=confirm]").SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
        await RoundAsync();

        (await (await AgentAsync()).GetAsync(path + "/passwords")).ShouldBeForbidden();
        (await administrator.GetAsync(path.Replace($"/{Control}/", $"/{Security}/", StringComparison.Ordinal) + "/passwords"))
            .ShouldBeNotFound();
        (await administrator.GetAsync($"{Imports}/{Control}/{Guid.NewGuid()}/passwords")).ShouldBeNotFound();
    }

    [Fact]
    public async Task ADMIN_14_AU_02_WhoeverSendsTheFormToASiteOutOfReach_IsRecorded()
    {
        var administrator = await AdministratorAsync();
        var ask = await (await MovedInAsync(administrator, Good)).ClickAsync(Issue);
        var path = ask.Address.AbsolutePath.Replace($"/{Control}/", $"/{Rental}/", StringComparison.Ordinal);
        var token = ask.Find("main form input[name=__RequestVerificationToken]").GetAttribute("value")!;

        (await administrator.PostAsync(path, [new("__RequestVerificationToken", token), new("Form.Reason", "移行")])).ShouldBeNotFound();

        var asked = (await EventsAsync("foreign-id-requested")).ShouldHaveSingleItem();
        (asked.Tenant, asked.Event.ActorName, asked.Event.SubjectName).ShouldBe((Staff, AdministratorId, Rental));
    }

    [Fact]
    public async Task ADMIN_14_WherePeopleAreInvited_NoneIsOffered()
    {
        await new Account(Security, "first@example.jp.cs") { Contract = "S-900001" }.AddToAsync(App);
        var administrator = await AdministratorAsync();

        var done = await MovedInAsync(administrator, Headings + "S-900001,moved@example.jp.cs,moved@example.jp,移行,花子,,,,\r\n",
            site: Security);

        done.ShouldShow("1行を登録しました").ShouldNotShow(Issue);
        (await administrator.GetAsync(done.Address.AbsolutePath + "/passwords")).ShouldBeNotFound();
    }

    /// <param name="manager">A contract has room for fifty users, and for as many managers as one likes.</param>
    private static string Rows(int count, string manager = "") => Headings + string.Concat(Enumerable.Range(1, count).Select(number =>
        string.Create(CultureInfo.InvariantCulture, $"C-900001,N00097{number:00},,移行,{number},{manager},,,\r\n")));

    /// <summary>Moved in and issued for the first time.</summary>
    private async Task<PortalPage> IssuedAsync(PortalBrowser staff, string content)
    {
        var ask = await (await MovedInAsync(staff, content)).ShouldBeOk().ClickAsync(Issue);
        return (await (await ask.ShouldBeOk().Form().Fill("Form.Reason", "移行").SubmitAsync()).FollowAsync()).ShouldBeOk();
    }

    private static IReadOnlyList<string> Counts(PortalPage page) => [.. page.Texts("main dl dd").Skip(2)];

    private static string Password(PortalPage page) => page.Find(".p-slip__password").TextContent;

    private static byte[] Saved(PortalPage page, string ending, string type)
    {
        var link = page.Find($"a[download$='{ending}']").GetAttribute("href")!;
        link.ShouldStartWith(type + ";base64,");
        return Convert.FromBase64String(link[(link.IndexOf(',') + 1)..]);
    }

    private byte[]? Sheet(SlipPdf pdf, int contacts, DateOnly? lastDay = null) => pdf.Write(
    [
        new Slip("N0009701", "オペレータID", "移行 1", "Abcd2345", App.Time.GetUtcNow(), "管理ポータル", new Uri("https://localhost/t/control/login"),
            [.. Enumerable.Repeat(new ContactLine(new LocalText("電話"), new LocalText("0120-000-000")), contacts)])
        {
            LastDay = lastDay,
        },
    ]);
}
