using System.Net;
using System.Text;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tests.Files.Tables;

namespace Portal.Web.Tests.Features.Operators;

public sealed class Importing : OperatorsTest
{
    private const string Import = List + "/import";
    private const string Good =
        "オペレータID,姓,名,部署,電話番号,メールアドレス,キーワード,有効期限\r\n"
        + "N0009601,一括,花子,監視課,03-1234-5678,one@control.example.jp,Keyword2468,2027/03/31\r\n"
        + "N0009602,一括,次郎,,,,,\r\n";

    static Importing() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static async Task<PortalPage> UploadAsync(PortalBrowser parent, byte[] content) =>
        await (await parent.GetAsync(Import)).ShouldBeOk().Form("form[enctype]").Attach("upload", "list.csv", content, "text/csv")
            .SubmitAsync("確認へ進む");

    private static Task<PortalPage> UploadAsync(PortalBrowser parent, string content) =>
        UploadAsync(parent, Encoding.UTF8.GetBytes(content));

    private Task<long> ImportedAsync() =>
        App.World.Accounts.CountNamedAsync("N00096");

    [Fact]
    public async Task OPER_8_AFileIsPreviewed_ConfirmedAndRegistered_WithPasswordsShownOnce()
    {
        var parent = await SignedInAsync(ParentId);
        var preview = await UploadAsync(parent, Good);
        preview.ShouldBeOk().ShouldShow("2件すべて登録できます").ShouldShow("N0009601").ShouldNotShow("Keyword2468");
        (await ImportedAsync()).ShouldBe(0);

        var answer = await preview.Form("form[action$=confirm]").SubmitAsync("2件を登録");
        answer.ShouldRedirectTo(Import + "/done");
        var done = await answer.FollowAsync();
        var password = done.ShouldBeOk().Find("tbody tr:nth-child(2) code").TextContent;
        (await ImportedAsync()).ShouldBe(2);
        (await EventsAsync("users-imported")).ShouldBe(1);
        (await EventsAsync("user-registered")).ShouldBe(2);
        (await App.CreateBrowser().SignInAsync(Tenant, "N0009602", password)).Address.AbsolutePath.ShouldBe("/t/control/password/required");
        (await parent.GetAsync(Import + "/done")).ShouldNotShow(password).ShouldShow("一度だけ表示されます");
        (await UserAsync(user => user.ValidUntil,
            await App.World.Accounts.IdOfAsync("N0009601"))).ShouldBe(new DateOnly(2027, 3, 31));
    }

    [Fact]
    public async Task ADMIN_14_OPER_8_AnImportHasASlipForEachPerson_AndAFileThatLivesInThePage()
    {
        var parent = await SignedInAsync(ParentId);
        var answer = await (await UploadAsync(parent, Good)).Form("form[action$=confirm]").SubmitAsync("2件を登録");

        var done = (await answer.FollowAsync()).ShouldBeOk();
        done.Texts(".p-slips .p-slip__id").ShouldBe(["N0009601", "N0009602"]);
        var password = done.Find("tbody tr:nth-child(2) code").TextContent;
        var link = done.Find("a[download$='.csv']").GetAttribute("href")!;
        link.ShouldStartWith("data:text/csv;base64,");
        var file = Encoding.UTF8.GetString(Convert.FromBase64String(link[(link.IndexOf(',') + 1)..]));
        var lines = file.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[0].ShouldBe("オペレータID,氏名,仮パスワード");
        lines[2].ShouldBe($"N0009602,一括 次郎,{password}");

        (await parent.GetAsync(Import + "/done")).Has(".p-slip, a[download]").ShouldBeFalse();
    }

    [Fact]
    public async Task E2_AFileSavedByExcelInJapan_IsRead()
    {
        var parent = await SignedInAsync(ParentId);
        (await UploadAsync(parent, Encoding.GetEncoding(932).GetBytes(Good))).ShouldBeOk().ShouldShow("一括 花子");
        (await UploadAsync(parent, [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Good)])).ShouldBeOk().ShouldShow("一括 花子");
    }

    [Theory]
    [InlineData("Operator ID,Family name,Given name\nN0009601,Smith,Ann\n")]
    [InlineData("login id,LAST NAME,first name\nN0009601,Smith,Ann\n")]
    [InlineData("名,姓,ログインＩＤ\nAnn,Smith,Ｎ０００９６０１\n")]
    public async Task OPER_8_HeadingsMayBeEnglishAndInAnyOrder(string content) =>
        (await UploadAsync(await SignedInAsync(ParentId), content)).ShouldBeOk().ShouldShow("Smith").ShouldShow("Ann")
            .ShouldShow("N0009601");

    [Fact]
    public async Task OPER_8_EachErrorIsNamedInItsRow_AndNothingIsRegistered()
    {
        var content = "オペレータID,姓,電話番号,メールアドレス,キーワード,有効期限\n" +
            "N0009601,良い,,,,\n" +
            "bad,良い,,,,\n" +
            "N0009602,,12,x@y,short,2026-02-30\n" +
            "n0009601,二度目,,,,\n" +
            $"{ChildId},既存,,,,\n" +
            $"{StrangerId},他社,,,,\n";
        var preview = await UploadAsync(await SignedInAsync(ParentId), content);
        string Row(int number) =>
            preview.Texts("tbody tr").Single(row => row.StartsWith($"{number + 2} ", StringComparison.Ordinal));

        preview.ShouldBeRefused().ShouldShow("5件に問題があります");
        preview.Texts("tbody td:first-child").ShouldBe(["3", "4", "5", "6", "7", "2"], "what is to be mended comes first");
        Row(2).ShouldContain("問題 5件");
        Row(2).ShouldContain("「電話番号」：");
        Row(0).ShouldContain("登録できます");
        Row(1).ShouldContain("形式が異なります");
        foreach (var message in new[] { "姓を入力してください", "10桁または11桁", "name@example.com", "8文字以上", "実在する日付" })
        {
            Row(2).ShouldContain(message);
        }

        Row(3).ShouldContain("2行目にもあります");
        Row(4).ShouldContain("すでに登録されています");
        Row(5).ShouldContain("このオペレータIDは使えません");
        preview.Has("form[action$=confirm]").ShouldBeFalse();
        (await ImportedAsync()).ShouldBe(0);
        (await EventsAsync("login-id-probed")).ShouldBe(1);
    }

    private static readonly (string Content, string Message)[] NoFiles =
    [
        ("", "空のファイルです"),
        ("オペレータID,姓\n", "見出しの下に行がありません"),
        ("オペレータID,姓,役職\nN0009601,良い,課長\n", "3列目の見出し「役職」は使えません"),
        ("オペレータID,姓,名字\nN0009601,良い,良い\n", "見出し「姓」が2つあります"),
        ("姓,名\n良い,子\n", "見出し「オペレータID」がありません"),
        ("オペレータID,姓\nN0009601,\"良い\n", "引用符"),
    ];

    [Fact]
    public async Task OPER_8_AFileThatIsNoneIsRefusedInWords()
    {
        var parent = await SignedInAsync(ParentId);
        foreach (var (content, message) in NoFiles)
        {
            (await UploadAsync(parent, content)).ShouldBeRefused().ShouldShow(message);
        }
    }

    [Fact]
    public async Task OPER_8_OtherEncodingsAndNoFileAreRefusedInWords()
    {
        var parent = await SignedInAsync(ParentId);
        (await UploadAsync(parent, [0xff, 0xfe, 0x4e, 0x00, 0x81])).ShouldBeRefused();
        (await (await parent.GetAsync(Import)).Form("form[enctype]").SubmitAsync("確認へ進む")).ShouldBeRefused()
            .ShouldShow("CSVまたはExcelのファイルを選択してください");
        (await UploadAsync(parent, new string('x', 40_000))).ShouldBeRefused().ShouldShow("32KB以下");
    }

    private const string Bare = "オペレータID,姓\r\nN0009601,良い\r\n";

    public static TheoryData<string, string> Spreadsheets => new()
    {
        { "blank rows and columns", "オペレータID,姓,,\r\nN0009601,良い,,\r\n,,,,,,,\r\n\r\n" },
        { "semicolons", Bare.Replace(',', ';') },
        { "tabs", Bare.Replace(',', '\t') },
        { "a blank row first", ",,\r\n" + Bare },
    };

    [Theory]
    [MemberData(nameof(Spreadsheets))]
    [Trait("Review", "F8")]
    [Trait("Review", "F27")]
    public async Task FILE_1_AFileAsSpreadsheetsWriteIt_IsRegistered(string kind, string content)
    {
        kind.ShouldNotBeEmpty();
        var preview = await UploadAsync(await SignedInAsync(ParentId), content);
        preview.ShouldBeOk().ShouldShow("1件すべて登録できます");
        (await preview.Form("form[action$=confirm]").SubmitAsync("1件を登録")).ShouldRedirectTo(Import + "/done");
        (await ImportedAsync()).ShouldBe(1);
    }

    [Fact]
    [Trait("Review", "F8")]
    [Trait("Review", "F25")]
    public async Task FILE_1_TheNumberOfARow_IsTheOneOfTheSpreadsheet()
    {
        var preview = await UploadAsync(await SignedInAsync(ParentId), "オペレータID,姓\r\n\r\n,,\r\nN0009601,\"良\r\nい\"\r\nbad,良い\r\n");
        preview.ShouldBeRefused();
        preview.Texts("tbody tr td:first-child").ShouldBe(["4", "5"]);
    }

    [Theory]
    [InlineData("オペレータID,姓,名,部署\r\nN0009601,Smith,Ann,Sales, East\r\n")]
    [InlineData("オペレータID,姓,,部署\r\nN0009601,Smith,Ann,Sales\r\n")]
    [Trait("Review", "F9")]
    public async Task FILE_1_ACellWithoutAHeading_IsAnErrorOfItsRow(string content)
    {
        var preview = await UploadAsync(await SignedInAsync(ParentId), content);
        preview.ShouldBeRefused().Texts("tbody tr")[0].ShouldContain("見出しのない列に内容があります");
        (await ImportedAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("9012345678")]
    [InlineData("312345678")]
    [Trait("Review", "F10")]
    public async Task TEXT_4_ANumberWithoutItsZero_IsRefusedWithAHint(string phone) =>
        (await UploadAsync(await SignedInAsync(ParentId), $"オペレータID,姓,電話番号\r\nN0009601,良い,{phone}\r\n"))
            .ShouldBeRefused().Texts("tbody tr")[0].ShouldContain("表計算ソフトでは、先頭の0が消えることがあります");

    [Fact]
    [Trait("Review", "F10")]
    public async Task FILE_1_ThePreviewShowsEveryColumnOfTheFile()
    {
        var preview = await UploadAsync(await SignedInAsync(ParentId), Good);
        preview.ShouldBeOk().Texts("thead th").ShouldBe(["行", "オペレータID", "姓", "名", "部署", "電話番号", "メールアドレス", "キーワード", "有効期限", "確認結果"]);
        foreach (var shown in new[] { "一括", "花子", "監視課", "03-1234-5678", "one@control.example.jp", "2027/03/31" })
        {
            preview.Texts("tbody tr")[0].ShouldContain(shown);
        }
    }

    [Fact]
    public async Task FILE_1_AWorkbookIsRead_WithTheZerosItsFormatsKeep()
    {
        var book = new Workbook(
            $"""<row r="1"><c r="A1" t="s"><v>0</v></c>{Workbook.Cell("B1", "姓")}"""
            + $"""{Workbook.Cell("C1", "電話番号")}{Workbook.Cell("D1", "有効期限")}</row>"""
            + $"""<row r="3">{Workbook.Cell("A3", "N0009601")}<c r="B3" t="s"><v>1</v></c>"""
            + """<c r="C3" s="2"><v>9012345678</v></c><c r="D3" s="3"><v>46477</v></c></row>""");
        var preview = await UploadAsync(await SignedInAsync(ParentId), book.ToBytes());
        preview.ShouldBeOk().Texts("tbody tr")[0].ShouldContain("090-1234-5678");
        (await preview.Form("form[action$=confirm]").SubmitAsync("1件を登録")).ShouldRedirectTo(Import + "/done");
        var user = await App.World.Accounts.GetAsync(await App.World.Accounts.IdOfAsync("N0009601"));
        (user.Phone, user.ValidUntil, user.FamilyName).ShouldBe(("090-1234-5678", new DateOnly(2027, 3, 31), "髙橋"));
    }

    [Fact]
    public async Task FILE_1_AWorkbookThatIsNone_IsRefusedInWords()
    {
        var parent = await SignedInAsync(ParentId);
        (await UploadAsync(parent, [0x50, 0x4B, 0x03, 0x04, 0x00])).ShouldBeRefused().ShouldShow("Excelのファイルとして読み取れません");
        (await UploadAsync(parent, [0xD0, 0xCF, 0x11, 0xE0])).ShouldBeRefused().ShouldShow("古い形式（.xls）");
        (await UploadAsync(parent, [0x50, 0x4B, 0x03, 0x04, .. new byte[600 * 1024]])).ShouldBeRefused().ShouldShow("512KB以下");
    }

    [Fact]
    public async Task OPER_8_OPER_5_MoreThanTheContractHasRoomFor_IsRefused()
    {
        await App.World.Contracts.LimitAccountsAsync("C-900001", 3);
        (await UploadAsync(await SignedInAsync(ParentId), Good)).ShouldBeRefused().ShouldShow("あと1件です");
    }

    private async Task AddTakenAsync(int ids)
    {
        for (var i = 0; i < ids; i++)
        {
            await new Account(Tenant, $"N00097{i:00}") { Contract = "C-900002", Password = null }.AddToAsync(App);
        }
    }

    private static string Asking(int taken, int free) => "オペレータID,姓\n"
        + string.Concat(Enumerable.Range(0, taken).Select(i => $"N00097{i:00},試し\n"))
        + string.Concat(Enumerable.Range(1, free).Select(i => $"N00096{i:00},試し\n"));

    [Fact]
    [Trait("Review", "S13")]
    public async Task EN_06_AFileTellsTenTakenIds_AndOfTheRestNothing()
    {
        await AddTakenAsync(15);
        var preview = await UploadAsync(await SignedInAsync(ParentId), Asking(15, 5));

        var rows = preview.ShouldBeRefused().Texts("tbody tr");
        rows.Take(10).ShouldAllBe(row => row.Contains("このオペレータIDは使えません", StringComparison.Ordinal));
        rows.Skip(10).Count(row => row.Contains("この行は確認していません", StringComparison.Ordinal)).ShouldBe(10);
        (await EventsAsync("login-id-probed")).ShouldBe(10);
    }

    [Fact]
    [Trait("Review", "S13")]
    public async Task EN_06_TwelveFilesAtOnceOnTwoNodesTellNoMoreThanOne()
    {
        await AddTakenAsync(28);
        await using var second = App.SecondNode();
        var parent = await SignedInAsync(ParentId);
        var page = await parent.GetAsync(Import);
        var previews = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => page.ShouldBeOk().Form("form[enctype]")
            .Attach("upload", "list.csv", Encoding.UTF8.GetBytes(Asking(28, 0)), "text/csv")
            .SubmitAsync("確認へ進む", i % 2 == 0 ? parent : parent.At(second)))));

        previews.Sum(preview => preview.Texts("tbody tr").Count(row => row.Contains("は使えません", StringComparison.Ordinal))).ShouldBe(10);
        (await EventsAsync("login-id-probed")).ShouldBe(10);
    }

    [Fact]
    public async Task OPER_8_AnIdTakenBetweenPreviewAndConfirmation_MeansNothingIsRegistered()
    {
        var preview = await UploadAsync(await SignedInAsync(ParentId), Good);
        await new Account(Tenant, "N0009602") { Contract = "C-900002" }.AddToAsync(App);
        var answer = await preview.Form("form[action$=confirm]").SubmitAsync("2件を登録");

        answer.ShouldBeRefused().ShouldShow("使えません");
        (await ImportedAsync()).ShouldBe(1);
        (await EventsAsync("users-imported")).ShouldBe(0);
    }

    [Fact]
    public async Task OPER_8_REL_2_WhereTheDatabaseRefuses_ThePageDoesNotSayThatAnotherWasFaster()
    {
        var preview = await UploadAsync(await SignedInAsync(ParentId), Good);
        await App.World.Accounts.RefuseNewAsync();
        try
        {
            (await preview.Form("form[action$=confirm]").SubmitAsync("2件を登録")).Status.ShouldBe(HttpStatusCode.InternalServerError);
        }
        finally
        {
            await App.World.Accounts.TakeNewAsync();
        }

        (await ImportedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task SAFE_2_TheSameConfirmationTwiceRegistersOnce()
    {
        var preview = await UploadAsync(await SignedInAsync(ParentId), Good);
        var first = await preview.SameForm("form[action$=confirm]").SubmitAsync("2件を登録");
        var second = await preview.SameForm("form[action$=confirm]").SubmitAsync("2件を登録");

        first.Location.ShouldBe(Import + "/done");
        second.Status.ShouldBeOneOf(HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity);
        (await ImportedAsync()).ShouldBe(2);
        (await EventsAsync("users-imported")).ShouldBe(1);
    }

    [Fact]
    public async Task OPER_8_TheContentServesThisSessionAlone()
    {
        var preview = await UploadAsync(await SignedInAsync(ParentId), Good);
        var content = preview.Find("[name=content]").GetAttribute("value")!;
        var other = await SignedInAsync(OtherParentId);
        var theirs = await UploadAsync(other, Good);
        (await theirs.Form("form[action$=confirm]").Forge("content", content).SubmitAsync("2件を登録")).ShouldRedirectTo(Import);
        (await ImportedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task OPER_8_TheTemplateHasTheHeadingsThatAreUnderstood()
    {
        var parent = await SignedInAsync(ParentId);
        var template = await parent.GetAsync(Import + "/template");
        template.ShouldBeOk().Headers["Content-Type"].ShouldStartWith("text/csv");
        var headings = Encoding.UTF8.GetString(template.Content.AsSpan(3)).Trim();
        headings.ShouldStartWith("オペレータID,姓,名");
        (await UploadAsync(parent, headings + "\r\nN0009601,良い" + new string(',', headings.Count(c => c == ',') - 1))).ShouldBeOk();
    }

    [Fact]
    public async Task AZ_06_AChildImportsNothing() =>
        (await (await SignedInAsync(ChildId)).GetAsync(Import)).ShouldBeForbidden();
}
