using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Xml;
using Portal.Rules.Text;

namespace Portal.Web.Export.Xlsx;

/// <summary>The parts of a workbook around its rows (ECMA-376).</summary>
internal static class XlsxParts
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string MomentStyle = "1";
    public const string HeadingStyle = "2";
    public const string QuotedStyle = "3";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const int LongestName = 28;

    private const string Styles =
        $"""{Head}<styleSheet xmlns="{Main}">"""
        + """<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts>"""
        + """<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>"""
        + """<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>"""
        + """<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>"""
        + """<cellXfs count="4"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/>"""
        + """<xf quotePrefix="1"/></cellXfs></styleSheet>""";

    public static string SheetPath(int number) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    /// <summary>What stands before the rows: the headings stay in sight, the columns are wide enough to read.</summary>
    public static void Frame(XmlWriter xml, IReadOnlyList<string> headings)
    {
        xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0">"""
            + """<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture,
            $"""<cols><col min="1" max="{headings.Count}" width="22" customWidth="1"/></cols>"""));
    }

    public static void Write(ZipArchive archive, string title, int sheets)
    {
        AddPart(archive, "xl/styles.xml", Styles);
        AddPart(archive, "xl/workbook.xml",
            $"""{Head}<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{Each(sheets, n => Sheet(title, n))}</sheets></workbook>""");
        AddPart(archive, "xl/_rels/workbook.xml.rels", Relationships(
            Each(sheets, n => Relation(n, "worksheet", $"worksheets/sheet{n}.xml")) + Relation(sheets + 1, "styles", "styles.xml")));
        AddPart(archive, "_rels/.rels", Relationships(Relation(1, "officeDocument", "xl/workbook.xml")));
        AddPart(archive, "[Content_Types].xml", $"""{Head}<Types xmlns="{Package}/content-types">"""
            + """<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
            + Override("xl/workbook.xml", "sheet.main") + Override("xl/styles.xml", "styles")
            + Each(sheets, n => Override(SheetPath(n), "worksheet")) + "</Types>");
    }

    private static string Each(int sheets, Func<int, string> part) => string.Concat(Enumerable.Range(1, sheets).Select(part));

    private static string Sheet(string title, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"""<sheet name="{Name(title, number)}" sheetId="{number}" r:id="rId{number}"/>""");

    private static string Override(string path, string type) => $"""<Override PartName="/{path}" ContentType="{Types}.{type}+xml"/>""";

    private static string Relationships(string relations) =>
        $"""{Head}<Relationships xmlns="{Package}/relationships">{relations}</Relationships>""";

    private static string Relation(int number, string type, string target) =>
        string.Create(CultureInfo.InvariantCulture, $"""<Relationship Id="rId{number}" Type="{Relations}/{type}" Target="{target}"/>""");

    // These signs no program allows in the name of a sheet, nor more than 31 characters.
    private static string Name(string title, int number)
    {
        var plain = string.Concat(XlsxText.Shorten(title).Select(c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim();
        var name = Shortened.To(plain, LongestName);
        return SecurityElement.Escape(number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {number}"))!;
    }

    private static void AddPart(ZipArchive archive, string path, string content)
    {
        using var part = archive.CreateEntry(path, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
