using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Export;
using Portal.Web.Export.Xlsx;

namespace Portal.Web.Tests.Features.OwnAccount.History;

public sealed class SavingAsWorkbook : HistoryTest
{
    [Fact]
    public async Task HIST_3_EX_04_TheWorkbookIsValidHasTheRowsOfTheScreenAndMomentsAsMoments()
    {
        await RecordAsync(AuditKinds.Locked, Child, App.Time.GetUtcNow().AddMinutes(-2));
        var browser = await SignedInAsync(ChildId);

        var file = await (await browser.GetAsync(Own)).Form("form[action$=export]").SubmitAsync("Excelで保存");

        file.ShouldBeOk().ShouldHaveHeader("Content-Type", XlsxDocument.ContentType);
        Uri.UnescapeDataString(file.Headers["Content-Disposition"]).ShouldContain("ログイン履歴_202605131000.xlsx");
        using var book = Open(file.Content);
        var rows = Rows(book, 0);
        rows.Count.ShouldBe(3);
        rows[0].ShouldBe(["日時（日本時間）", "内容", "氏名", "ログインID", "IPアドレス", "ブラウザー", "操作した人"]);
        rows[2][1..4].ShouldBe(["ロック", "山田 花子", ChildId]);
        DateTime.FromOADate(double.Parse(rows[2][0]!, CultureInfo.InvariantCulture))
            .ShouldBe(new DateTime(2026, 5, 13, 9, 58, 0), TimeSpan.FromMilliseconds(10));
        (await DetailsOfAsync(ExportEvents.Exported)).ShouldBe("""{"filter":{},"rows":2,"format":"xlsx"}""");
    }

    [Fact]
    [Trait("Review", "F18")]
    public async Task FILE_2_TheHeadingNamesTheZoneOfItsMoments()
    {
        await App.World.Accounts.ChangeAsync(Child, set => set
            .SetProperty(user => user.TimeZone, "America/New_York")
            .SetProperty(user => user.Language, "en"));
        var browser = await SignedInAsync(ChildId);
        var page = await browser.GetAsync(Own);

        using var book = Open((await page.Form("form[action$=export]").SubmitAsync("Save for Excel")).ShouldBeOk().Content);
        Rows(book, 0)[0][0].ShouldBe("Time (America/New_York)");
        var csv =
            System.Text.Encoding.UTF8.GetString((await page.Form("form[action$=export]").SubmitAsync("Save as CSV")).ShouldBeOk().Content);
        csv.ShouldStartWith("\uFEFFTime (America/New_York),");
    }

    [Fact]
    public async Task EX_01_EX_02_TextsAreNeverFormulasAndWhatXmlCannotHoldIsReplaced()
    {
        string[] texts = ["=1+1", "+1", "-1", "@x", "＝1", "a\u0001b", "改\n行", new string('x', 40_000), "𠮷"];
        using var book = await MadeAsync(new ExportTable("[a]:b*c?/d\\'" + new string('e', 40), ["x"],
            texts.Select(text => (IReadOnlyList<object?>)[text]).ToAsyncEnumerable()));

        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().Skip(1).ToList();

        cells.ShouldAllBe(cell => cell.CellFormula == null && cell.DataType!.Value == CellValues.InlineString);
        cells.Take(5).ShouldAllBe(cell => cell.StyleIndex! == 3u);
        cells[0].InnerText.ShouldBe("=1+1");
        cells[5].InnerText.ShouldBe("a\uFFFDb");
        cells[7].InnerText.Length.ShouldBe(32_767);
        cells[8].InnerText.ShouldBe("𠮷");
    }

    [Fact]
    public async Task HIST_3_AFullSheetGoesOnInAnother()
    {
        using var book = await MadeAsync(new ExportTable("t", ["n"],
            Enumerable.Range(1, 7).Select(n => (IReadOnlyList<object?>)[n]).ToAsyncEnumerable()), rowsOfASheet: 3);
        book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value).ShouldBe(["t", "t 2", "t 3"]);
        Enumerable.Range(0, 3).SelectMany(sheet => Rows(book, sheet).Skip(1)).Select(row => row[0])
            .ShouldBe(["1", "2", "3", "4", "5", "6", "7"]);
    }

    private static async Task<SpreadsheetDocument> MadeAsync(ExportTable table, int rowsOfASheet = XlsxDocument.MostRowsOfASheet)
    {
        await using var file = TemporaryFile.Create();
        await XlsxDocument.WriteAsync(file, table, rowsOfASheet: rowsOfASheet);
        file.Position = 0;
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        return Open(memory.ToArray());
    }

    internal static SpreadsheetDocument Open(byte[] content)
    {
        var book = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book).Select(error => error.Description).ShouldBeEmpty();
        return book;
    }

    internal static List<string?[]> Rows(SpreadsheetDocument book, int sheet)
    {
        var id = book.WorkbookPart!.Workbook.Descendants<Sheet>().ElementAt(sheet).Id!.Value!;
        return [.. ((WorksheetPart)book.WorkbookPart.GetPartById(id)).Worksheet.Descendants<Row>()
            .Select(row => row.Elements<Cell>().Select(cell => cell.CellValue?.Text ?? cell.InlineString?.InnerText).ToArray())];
    }
}
