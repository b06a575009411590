using Portal.TestKit.Accounts;
using Portal.TestKit.Files;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Export;

namespace Portal.Web.Tests.Features.OwnAccount.History;

public sealed class SavingAsPdf : HistoryTest
{
    [Fact]
    public async Task HIST_3_EX_02_ThePdfHasJapaneseThatCanBeReadBackHeadingsAndPageNumbersOnEveryPage()
    {
        await App.World.Accounts.ChangeAsync(Child, user => user.FamilyName, "髙﨑<b>");
        await RecordAsync(AuditKinds.SignedOut, Child, App.Time.GetUtcNow().AddHours(-1), times: 60);
        var browser = await SignedInAsync(ChildId);
        var page = await browser.GetAsync(Own + "?kind=sign-in");
        Assert.SkipUnless(page.Has("button[value=pdf]"), "No Japanese TrueType font was found: install fonts-ipaexfont-gothic.");

        var file = await page.Form("form[action$=export]").SubmitAsync("PDFで保存");

        file.ShouldBeOk().ShouldHaveHeader("Content-Type", "application/pdf");
        file.Content[..8].ShouldBe("%PDF-1.7"u8.ToArray());
        file.Content.Length.ShouldBeLessThan(200_000, "only the glyphs in use are embedded");
        var text = await TextAsync(file.Content);
        var pages = text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        pages.Length.ShouldBe(3);
        pages.ShouldAllBe(each => each.Contains("ログインID") && each.Contains("IPアドレス"));
        pages.ShouldAllBe(each => each.Contains("ログイン履歴"));
        pages[0].ShouldContain("1 / 3ページ");
        pages[2].ShouldContain("3 / 3ページ");
        text.ShouldContain("髙﨑<b> 花子");
        text.Split('\n').Count(line => line.TrimStart().StartsWith("20", StringComparison.Ordinal) && line.Contains("ログアウト")).ShouldBe(60);
        (await DetailsOfAsync(ExportEvents.Exported)).ShouldBe("""{"filter":{"kind":"sign-in"},"rows":61,"format":"pdf"}""");
    }

    [Fact]
    public async Task HIST_3_FILE_2_EveryPage_SaysWhosePortalWhosePeriodWhichZoneAndWhenItWasMade()
    {
        await App.World.Accounts.RenameAsync(Child, "山田", "花子");
        await RecordAsync(AuditKinds.SignedOut, Child, App.Time.GetUtcNow().AddHours(-1), times: 60);
        var browser = await SignedInAsync(ChildId);
        var page = await browser.GetAsync(Own + "?kind=sign-in&from=2020-01-01&to=2099-12-31");
        Assert.SkipUnless(page.Has("button[value=pdf]"), "No Japanese TrueType font was found: install fonts-ipaexfont-gothic.");

        var text = await TextAsync((await page.Form("form[action$=export]").SubmitAsync("PDFで保存")).ShouldBeOk().Content);

        var made = App.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(9));
        var pages = text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        pages.Length.ShouldBe(3);
        foreach (var each in pages)
        {
            each.ShouldContain("回線コントロール");
            each.ShouldContain($"対象：山田 花子（{ChildId}）");
            each.ShouldContain("期間：2020/01/01〜2099/12/31（日本時間）");
            each.ShouldContain("種類：");
            each.ShouldContain($"作成：{made:yyyy/MM/dd}");
        }
    }

    [Fact]
    [Trait("Review", "F24")]
    public async Task TEXT_5_ACharacterWithoutAGlyph_IsNamedByItsCodePoint()
    {
        await App.World.Accounts.RenameAsync(Child, "葛\U000E0100城😀", "\u200Dที");
        var browser = await SignedInAsync(ChildId);
        var page = await browser.GetAsync(Own);
        Assert.SkipUnless(page.Has("button[value=pdf]"), "No Japanese TrueType font was found: install fonts-ipaexfont-gothic.");

        var text = (await TextAsync((await page.Form("form[action$=export]").SubmitAsync("PDFで保存")).ShouldBeOk().Content))
            .ReplaceLineEndings("").Replace(" ", "");
        text.ShouldContain("葛城");
        text.ShouldContain("[U+1F600]");
        text.ShouldContain("U+0E17");

        text.ShouldNotContain("U+200D");
        text.ShouldNotContain("U+E0100");
    }

    [Fact]
    public async Task HIST_3_MoreRowsThanAPdfTakesAreRefusedInWords()
    {
        await RecordManyAsync(Child, 10_001);
        var browser = await SignedInAsync(ChildId);
        var page = (await browser.GetAsync(Own)).ShouldShow("10,000件以上");
        Assert.SkipUnless(page.Has("button[value=pdf]"), "No Japanese TrueType font was found: install fonts-ipaexfont-gothic.");

        var answer = await page.Form("form[action$=export]").SubmitAsync("PDFで保存");

        answer.ShouldBeRefused().ShouldShow("PDFに保存できるのは10,000件までです");
        (await EventsAsync(ExportEvents.Exported)).ShouldBe(0);
    }

    [Fact]
    public async Task HIST_3_WithoutAFontPdfIsNotOffered()
    {
        await using var app = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Pdf:Font"] = "/nowhere.ttf" });
        await new Account(Tenant, "N0009009").AddToAsync(app);
        var browser = app.CreateBrowser();
        await browser.SignInAsync(Tenant, "N0009009");
        var page = (await browser.GetAsync(Own)).ShouldBeOk();
        page.Has("button[value=pdf]").ShouldBeFalse();
        (await page.Form("form[action$=export]").Forge("format", "pdf").SubmitAsync()).ShouldBeRefused().ShouldShow("形式を選択してください");
    }

    private static async Task<string> TextAsync(byte[] pdf)
    {
        var text = await PdfText.ReadAsync(pdf);
        Assert.SkipWhen(text is null, "pdftotext is not installed: install poppler-utils.");
        return text;
    }
}
