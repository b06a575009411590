using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Orders;
using Portal.TestKit.Accounts;
using Portal.TestKit.Files;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Orders.Moves;
using Portal.Web.Export.Xlsx;
using Portal.Web.Tests.Features.OwnAccount.History;

namespace Portal.Web.Tests.Features.Orders;

/// <summary>What somebody reads who opens the files about orders (ORDER-6, ORDER-7).</summary>
public sealed class ReadingDocuments : OrderTest
{
    [Fact]
    public async Task ORDER_7_ThePdfOfAQuote_SaysItsItems_TaxByRate_Sums_AndTheSeller()
    {
        var browser = await SignedInAsync();
        await PutAsync(browser, Laptop, 3);
        await PutAsync(browser, Water, 2);
        (await SendAsync(await FilledAsync(browser, kind: "Quote"))).Location.ShouldNotBeNull().ShouldContain("Q0000001");

        var text = await PdfAsync(browser, new OrderNumber(OrderKind.Quote, 1));

        // 4,800 × 3 × 3 = 43,200 at 10 %, 1,234 × 2 × 3 = 7,404 at 8 %: taxes of 4,320 and 592.
        ShouldSay(text, "見積書", "Q0000001", "登録番号 T0000000000000", "みほんレンタル株式会社", "試験株式会社 御中", "有効期限",
            "ノートパソコン（PC-1）", "天然水（WT-1）", "4,800円", "1,234円", "43,200円", "7,404円", "10%対象（税抜）", "8%対象（税抜）",
            "消費税（10%）", "4,320円", "消費税（8%）", "592円", "小計（税抜）", "50,604円", "合計（税込）", "55,516円",
            "ノートパソコンの最低利用期間は3か月です。");
    }

    [Fact]
    public async Task ORDER_7_ThePdfOfAConfirmation_SaysWhatAMonthCosts()
    {
        var order = await RunningAsync();

        var text = await PdfAsync(await SignedInAsync(), order.Named);

        ShouldSay(text, "注文請書", "R0000001", "登録番号 T0000000000000", "ノートパソコン（PC-1）", "オフィスチェア（CH-1）", "51,108円",
            "消費税（10%）", "5,110円", "月額合計（税込）", "56,218円", "金額は1か月分です。", "〒100-0001");
    }

    [Fact]
    public async Task CANCEL_1_ORDER_7_ThePdfOfAReceipt_SaysWhatGoesAndWhatStays()
    {
        var order = await RunningAsync();
        var sent = (await CancelAsync(order)).ShouldBeOfType<CancellationOutcome.Sent>().Cancellation;
        await MoveAsync(sent, OrderMove.Accept);

        var text = await PdfAsync(await SignedInAsync(), sent.Named);

        // 4,800 × 9 + 777 × 4 = 46,308 a month go on.
        ShouldSay(text, "解約受付書", "C0000001", "R0000001", "登録番号 T0000000000000", "ノートパソコン（PC-1）", "解約後の月額（税抜）",
            "46,308円", "消費税（10%）", "4,630円", "解約後の月額（税込）", "50,938円", "解約金の合計（不課税）",
            sent.Net.ToString("N0", CultureInfo.InvariantCulture) + "円", "解約金は消費税の対象外です。");
    }

    [Theory]
    [InlineData(null, "ja", "ja")]
    [InlineData(null, "en", "ja")]
    [InlineData("en", "ja", "en")]
    [InlineData("en", "en", "en")]
    public async Task ORDER_7_ADocument_IsInTheHoldersLanguage_AndIsReadInTheOtherOne(string? holders, string readers, string language)
    {
        var order = await RunningAsync();
        await SpeakAsync(holders, readers);
        var browser = await SignedInAsync();

        var page = (await browser.GetAsync(PathOf(order.Named, "document"))).ShouldBeOk();

        page.Find("html").GetAttribute("lang").ShouldBe(readers);
        page.Find(".p-document").GetAttribute("lang").ShouldBe(language);
        page.Find(".p-document h1").TextContent.ShouldBe(language == "en" ? "Order confirmation" : "注文請書");
        page.Find(".p-document caption").TextContent.ShouldBe(language == "en" ? "Item" : "品名");
        var other = language == "en" ? "ja" : "en";
        page = (await browser.GetAsync(page.Find($"a[href$='?lang={other}']").GetAttribute("href")!)).ShouldBeOk();
        page.Find(".p-document").GetAttribute("lang").ShouldBe(other);
        page.Find(".p-document h1").TextContent.ShouldBe(language == "en" ? "注文請書" : "Order confirmation");
    }

    [Fact]
    public async Task ORDER_7_ThePdf_IsInTheLanguageOfItsPage()
    {
        var order = await RunningAsync();
        await SpeakAsync("en", "ja");

        var text = await PdfAsync(await SignedInAsync(), order.Named);
        var other = await PdfAsync(await SignedInAsync(), order.Named, "?lang=ja");

        ShouldSay(text, "R0000001", "T0000000000000", "Laptop", "Office chair", "¥51,108", "¥5,110", "¥56,218");
        ShouldSay(other, "R0000001", "注文請書", "ノートパソコン", "56,218円");
    }

    [Fact]
    public async Task ORDER_6_AFile_SaysHowManyOfWhat()
    {
        await PlaceAsync(months: 3, laptops: 2, chairs: 1);
        await App.World.OrderLines.ChangeAsync(line => line.Code == Laptop, line => line.Name, "ノートパソコン 14型, 16GB");
        var list = (await (await SignedInAsync()).GetAsync(List)).ShouldBeOk();

        var file = await list.Form("form[action*=export]").SubmitAsync("Excelで保存");

        using var book = SavingAsWorkbook.Open(file.ShouldBeOk().Content);
        SavingAsWorkbook.Rows(book, 0)[1].ShouldContain("ノートパソコン 14型, 16GB × 2 / オフィスチェア × 1");
    }

    [Fact]
    public async Task ORDER_6_EX_04_TheWorkbook_HasTheRowsOfTheList()
    {
        await PlaceAsync(OrderKind.Quote, months: 3, chairs: 0);
        await PlaceAsync(months: 3, laptops: 1, chairs: 1);
        var list = (await (await SignedInAsync()).GetAsync(List)).ShouldBeOk();

        var file = await list.Form("form[action*=export]").SubmitAsync("Excelで保存");

        using var book = SavingAsWorkbook.Open(file.ShouldBeOk().ShouldHaveHeader("Content-Type", XlsxDocument.ContentType).Content);
        var rows = SavingAsWorkbook.Rows(book, 0);
        list.Texts("main tbody th").Order(StringComparer.Ordinal).ShouldBe(["Q0000001", "R0000001"]);
        rows.Skip(1).Select(row => row[0]).Order(StringComparer.Ordinal).ShouldBe(["Q0000001", "R0000001"]);
        var order = rows.Single(row => row[0] == "R0000001");
        order.ShouldContain("注文");
        order.ShouldContain("佐藤 花子");
        // (4,800 + 777) × 3, and its tax.
        order[^3..].ShouldBe(["16731", "1673", "5577"]);
    }

    [Fact]
    public async Task PROF_3_ORDER_6_OnesOwnData_HasTheLoginIdsOrders_Templates_AndOnesOwnBasket()
    {
        var order = await RunningAsync();
        var browser = await SignedInAsync(Colleague);
        await PutAsync(browser, Chair, 7);
        await PutAsync(await SignedInAsync(), Water, 5);
        (await WithAddress((await browser.GetAsync(Templates + "/new")).ShouldBeOk().Form("form:has(input[name=Name])")).Fill("Name", "本社")
            .SubmitAsync("save")).ShouldRedirectTo(Templates);

        var file = (await (await browser.GetAsync("/t/rental/account/data")).ShouldBeOk().Form().SubmitAsync()).ShouldBeOk();

        using var json = JsonDocument.Parse(file.Body);
        var row = json.RootElement.GetProperty("orders").EnumerateArray().ShouldHaveSingleItem();
        row.GetProperty("number").GetString().ShouldBe(order.Named.ToString());
        row.GetProperty("lines").EnumerateArray().Select(line => $"{line.GetProperty("code")}*{line.GetProperty("quantity")}")
            .ShouldBe([Laptop + "*10", Chair + "*4"]);
        row.GetProperty("address").GetProperty("city").GetString().ShouldBe("千代田区");
        var basket = json.RootElement.GetProperty("basket").EnumerateArray().ShouldHaveSingleItem();
        (basket.GetProperty("code").GetString(), basket.GetProperty("quantity").GetInt32()).ShouldBe((Chair, 7));
        json.RootElement.GetProperty("deliveryTemplates").EnumerateArray().ShouldHaveSingleItem().GetProperty("name").GetString()
            .ShouldBe("本社");

        var stranger = await SignedInAsync(StrangerMail, Stranger);
        using var foreign = JsonDocument.Parse((await (await stranger.GetAsync("/t/rental/account/data")).Form().SubmitAsync()).Body);
        foreach (var part in new[] { "orders", "basket", "deliveryTemplates" })
        {
            foreign.RootElement.GetProperty(part).GetArrayLength().ShouldBe(0);
        }
    }

    private async Task SpeakAsync(string? holders, string readers)
    {
        await App.World.Holders.ChangeAllAsync(row => row.Language, holders);
        await App.World.Accounts.ChangeAsync(AuthorId, user => user.Language, readers);
    }

    private static async Task<string> PdfAsync(PortalBrowser browser, OrderNumber number, string query = "")
    {
        var page = (await browser.GetAsync(PathOf(number, "document") + query)).ShouldBeOk();
        return await TextAsync((await page.Form("form[action$=pdf]").SubmitAsync()).ShouldBeOk());
    }

    private static async Task<string> TextAsync(PortalPage pdf)
    {
        var text = await PdfText.ReadAsync(pdf.Content);
        Assert.SkipWhen(text is null, "pdftotext is not installed: install poppler-utils.");
        return text;
    }

    /// <summary>Wherever lines break: spaces do not count.</summary>
    private static void ShouldSay(string text, params string[] words)
    {
        var said = Plain(text);
        foreach (var word in words)
        {
            said.ShouldContain(Plain(word));
        }
    }

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
