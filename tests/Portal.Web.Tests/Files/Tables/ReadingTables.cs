using System.Diagnostics;
using System.Text;
using Portal.TestKit.Web;
using Portal.Web.Files.Tables;

namespace Portal.Web.Tests.Files.Tables;

/// <summary>Files as spreadsheets and programs write them (FILE-1).</summary>
public sealed class ReadingTables
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Text = "ID,姓,名\r\nN1,髙橋,花子\r\n";

    static ReadingTables() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static TableReading Read(byte[] content) =>
        TableFile.Read(content, headings => headings.Count(heading => heading.Trim() is "ID" or "姓" or "名" or "オペレータID"));

    private static TableReading Read(string content) => Read(Encoding.UTF8.GetBytes(content));

    private static IEnumerable<string> Lines(TableReading table)
    {
        table.Problem.ShouldBeNull();
        return table.Rows.Select(row => $"{row.Number}:{string.Join('|', row.Cells)}");
    }

    public static TheoryData<string> Encodings =>
        ["utf-8", "utf-8 with mark", "utf-16", "utf-16 without mark", "utf-16BE", "utf-16BE without mark", "shift_jis"];

    [Fact]
    public void FILE_1_ADMIN_12_ACellThatShowsAnError_IsNamed_AndNoValue()
    {
        var table = Read(new Workbook($"""<row r="1">{Workbook.Cell("A1", "ID")}</row><row r="2"><c r="A2" t="e"><v>#N/A</v></c></row>""")
            .ToBytes());

        (table.Problem, table.Place).ShouldBe((TableProblem.ErrorCell, "A2"));
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    [Trait("Review", "F27")]
    public void FILE_1_EveryEncodingOfASpreadsheet_IsRead(string name)
    {
        Encoding encoding = name switch
        {
            _ when name.StartsWith("utf-8", StringComparison.Ordinal) => new UTF8Encoding(),
            _ when name.StartsWith("utf-16BE", StringComparison.Ordinal) => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            _ when name.StartsWith("utf-16", StringComparison.Ordinal) => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            _ => Encoding.GetEncoding(932),
        };
        byte[] mark = name is "utf-8 with mark" or "utf-16"
            or "utf-16BE" ? name == "utf-8 with mark" ? [0xEF, 0xBB, 0xBF] : encoding.GetPreamble() : [];
        Lines(Read([.. mark, .. encoding.GetBytes(Text)])).ShouldBe(["1:ID|姓|名", "2:N1|髙橋|花子"]);
    }

    [Theory]
    [InlineData(new byte[] { 0xEE, 0xE0 }, "髙")]
    [InlineData(new byte[] { 0xFB, 0xFC }, "髙")]
    [InlineData(new byte[] { 0xED, 0x40 }, "纊")]
    [InlineData(new byte[] { 0xFA, 0x5C }, "纊")]
    [InlineData(new byte[] { 0xEE, 0xEF }, "ⅰ")]
    [InlineData(new byte[] { 0xFA, 0x58 }, "㈱")]
    [InlineData(new byte[] { 0x87, 0x8A }, "㈱")]
    [Trait("Review", "F27")]
    public void FILE_1_BothCodingsOfAVendorCharacter_AreRead(byte[] coded, string character) =>
        Lines(Read([.. "ID,"u8, .. Encoding.GetEncoding(932).GetBytes("姓"), .. "\r\nN1,"u8, .. coded, .. "\r\n"u8]))
            .ShouldBe(["1:ID|姓", $"2:N1|{character}"]);

    [Theory]
    [InlineData(new byte[] { 0x81, 0xAD })]
    [InlineData(new byte[] { 0xFF, 0xA0 })]
    [InlineData(new byte[] { 0x85, 0x40 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x4E, 0x00, 0x81 })]
    [InlineData(new byte[] { 0x00, 0xD8, 0x41, 0x00 })]
    public void FILE_1_BytesThatAreNoText_AreNotGuessed(byte[] content) => Read(content).Problem.ShouldBe(TableProblem.Encoding);

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [Trait("Review", "F27")]
    public void FILE_1_TheSeparatorIsTheOneThatGivesHeadings(string separator) =>
        Lines(Read($"ID{separator}姓{separator}名\r\nN1{separator}\"a{separator}b;,\"{separator}花子\r\n"))
            .ShouldBe(["1:ID|姓|名", $"2:N1|a{separator}b;,|花子"]);

    [Fact]
    [Trait("Review", "F8")]
    [Trait("Review", "F25")]
    public void FILE_1_BlankRowsAreNone_AndNumbersAreThoseOfTheSpreadsheet() =>
        Lines(Read("\r\n,,,\r\nID,姓,,\r\nN1,\"髙\r\n橋\",,\r\n , ,\u3000,\r\n\r\nN2,佐藤\r\n,,,,,,,\r\n"))
            .ShouldBe(["3:ID|姓", "4:N1|髙\r\n橋", "7:N2|佐藤"]);

    [Theory]
    [InlineData("ID,姓\nN1,\"良い\n")]
    [InlineData("ID,姓\nN1,良\"い\n")]
    public void FILE_1_ABrokenQuotation_IsSaid(string content) => Read(content).Problem.ShouldBe(TableProblem.Quotes);

    [Fact]
    public void FILE_1_AWorkbook_IsWhatItsCellsShow()
    {
        var rows = $"""
            <row r="2"><c r="A2" t="s"><v>0</v></c>{Workbook.Cell("B2", "姓")}{Workbook.Cell("D2", "電話")}</row>
            <row r="3"/>
            <row r="5"><c r="A5" s="1"><v>5011110001</v></c><c r="B5" t="s"><v>1</v></c><c r="D5" s="2"><v>9012345678</v></c></row>
            <row r="6"><c r="A6" t="str"><f>"N"&amp;1</f><v>N1</v></c><c r="B6" s="3"><v>46477</v></c>
            <c r="C6" s="4"><v>46477.5</v></c><c r="D6"><v>9012345678</v></c></row>
            <row><c><v>1.5</v></c><c s="5"><v>1234</v></c><c t="b"><v>1</v></c><c t="str"><v>#REF!</v></c>
            <c><v>1E+3</v></c><c s="1"><v>7</v></c></row>
            <row r="20"><c r="Z20"/></row>
            """;
        Lines(Read(new Workbook(rows).ToBytes())).ShouldBe(
        [
            "2:オペレータID|姓||電話",
            "5:5011110001|髙橋 ||090-1234-5678",
            "6:N1|2027-03-31|2027-03-31 12:00:00|9012345678",
            "7:1.5|1234|TRUE|#REF!|1000|0000000007",
        ]);
    }

    [Fact]
    public void FILE_1_AWorkbookOfOldMacs_CountsItsDaysOtherwise() =>
        Lines(Read(new Workbook("""<row r="1"><c r="A1" s="4"><v>45015</v></c></row>""")
            .Changed("xl/workbook.xml", "<sheets>", "<workbookPr date1904=\"1\"/><sheets>").ToBytes())).ShouldBe(["1:2027-03-31"]);

    [Fact]
    public void FILE_1_AHiddenSheet_IsNotTheOneThatIsMeant() =>
        Read(new Workbook(Workbook.Cell("A1", "x")).Changed("xl/workbook.xml", "sheetId=\"1\"", "sheetId=\"1\" state=\"hidden\"")
            .ToBytes()).Problem.ShouldBe(TableProblem.Workbook);

    public static TheoryData<string> Hostile =>
        ["entity", "external entity", "cut", "no zip", "no sheet", "shared string", "relation", "deep", "deep styles",
            "deep by another name", "style"];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void FILE_1_AHostileWorkbook_IsRefusedOrHarmless_AndNeverAnError(string kind)
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "SECRET");
        try
        {
            var book = new Workbook($"""
                <row r="1">{Workbook.Cell("A1", "ID")}<c r="B1" t="s"><v>99999999</v></c><c r="C1" s="4294967295"><v>1</v></c></row>
                """);
            var content = kind switch
            {
                "entity" => book.With("xl/sharedStrings.xml",
                    """<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"""
                    + $"""<sst xmlns="{Main}"><si><t>&b;</t></si></sst>""").ToBytes(),
                "external entity" => book.With("xl/sharedStrings.xml",
                    $"""<!DOCTYPE sst [<!ENTITY a SYSTEM "file://{secret}">]><sst xmlns="{Main}"><si><t>&a;</t></si></sst>""").ToBytes(),
                "cut" => book.ToBytes()[..^400],
                "no zip" => [0x50, 0x4B, 0x03, 0x04, .. "nonsense"u8],
                "no sheet" => book.Changed("xl/workbook.xml", "r:id=\"rId1\"", "r:id=\"rId9\"").ToBytes(),
                "relation" => book.Changed("xl/_rels/workbook.xml.rels", "Target=\"worksheets/sheet1.xml\"",
                    $"TargetMode=\"External\" Target=\"file://{secret}\"").ToBytes(),
                "deep" => book.With("xl/worksheets/sheet1.xml", Deep("worksheet", "<sheetData><row><c>")).ToBytes(),
                "deep styles" => book.With("xl/styles.xml", Deep("styleSheet", "<numFmts>")).ToBytes(),
                "deep by another name" => book.With("xl/x.bin", Deep("styleSheet", "<numFmts>"))
                        .Changed("xl/_rels/workbook.xml.rels", "styles.xml", "x.bin")
                    .Changed("[Content_Types].xml", "/xl/styles.xml", "/xl/x.bin").ToBytes(),
                _ => book.ToBytes(),
            };
            var table = Read(content);
            (table.Problem is not null || Lines(table).All(line => !line.Contains("SECRET") && !line.Contains("aaaaaaaaaaaa")))
                .ShouldBeTrue();
        }
        finally
        {
            File.Delete(secret);
        }
    }

    private static string Deep(string root, string start)
    {
        const int Levels = 100_000;
        return $"""<{root} xmlns="{Main}">{start}{Repeated("<a>", Levels)}{Repeated("</a>", Levels)}""";
    }

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    public static TheoryData<string> Bombs => ["part", "string", "rows", "columns", "parts", "file"];

    [Theory]
    [MemberData(nameof(Bombs))]
    [Trait("Timing", "measured")]
    public async Task FILE_1_AWorkbookThatUnpacksToTooMuch_IsRefusedInNoTime(string kind)
    {
        var rows = $"""<row r="1">{Workbook.Cell("A1", "ID")}</row>""";
        var book = kind switch
        {
            "part" => new Workbook(rows).With("xl/worksheets/sheet1.xml", "<worksheet>" + new string(' ', 64 * 1024 * 1024)),
            "string" => new Workbook("<row>" + Repeated("<c t=\"s\"><v>0</v></c>", 150) + "</row>").With(
                "xl/sharedStrings.xml", $"""<sst xmlns="{Main}"><si><t>{new string('x', 1_000_000)}</t></si></sst>"""),
            "rows" => new Workbook(Repeated("<row><c><v>1</v></c></row>", 10_000)),
            "columns" => new Workbook(rows + """<row r="2"><c r="XFD2"><v>1</v></c></row>"""),
            "parts" => Enumerable.Range(0, 300).Aggregate(new Workbook(rows), (made, n) => made.With($"xl/media/{n}.xml", "x")),
            _ =>
                new Workbook(rows)
                    .With("xl/media/image1.bin", string.Concat(Enumerable.Range(0, 400_000).Select(_ => (char)Random.Shared.Next(33, 126))))
                    .With("xl/media/image2.bin",
                        string.Concat(Enumerable.Range(0, 400_000).Select(_ => (char)Random.Shared.Next(33, 126)))),
        };
        var content = book.ToBytes();
        var usual = new Workbook(rows).ToBytes();
        await using var slowness = Slowness.Measure(() => Task.Run(() => Read(usual)));
        var (before, began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());

        Read(content).Problem.ShouldBe(TableProblem.TooLarge);

        var took = Stopwatch.GetElapsedTime(began);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64 * 1024 * 1024);
        took.ShouldBeLessThan(await slowness.AddToAsync(TimeSpan.FromSeconds(5)));
    }

    [Theory]
    [InlineData("long", 1, 500)]
    [InlineData("empty", 100, 0)]
    public void FILE_1_RX_04_TextsThatCellsShare_AreCountedBeforeAnyCellIsRead(string kind, int count, int length)
    {
        var book = new Workbook($"""<row r="1">{Workbook.Cell("A1", "ID")}</row>""").With("xl/sharedStrings.xml",
            $"""<sst xmlns="{Main}">{Repeated($"<si><t>{new string('x', length)}</t></si>", count)}</sst>""").ToBytes();

        TableReading Reading(int most) => TableFile.Read(book, _ => 1, TableLimits.Bulk with { Shared = most });

        Reading(400).Problem.ShouldBe(TableProblem.TooLarge, kind);
        Reading(4000).Problem.ShouldBeNull();
    }

    [Fact]
    public void FILE_1_AWorkbookOfTheOldKind_IsNamed() =>
        Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).Problem.ShouldBe(TableProblem.OldWorkbook);

    [Fact]
    public void FILE_1_AFileWithNothingInIt_HasNoRows()
    {
        Read("").Rows.ShouldBeEmpty();
        Read(",,\r\n\r\n").Rows.ShouldBeEmpty();
    }
}
