using System.IO.Compression;
using System.Text;

namespace Portal.Web.Tests.Files.Tables;

/// <summary>A workbook as its parts are written, so that a test can write any of them wrong.</summary>
internal sealed class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal)
    {
        ["[Content_Types].xml"] =
            $"""<Types xmlns="{Package}/content-types">"""
            + """<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
            + $"""<Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/>"""
            + $"""<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Kind}.worksheet+xml"/>"""
            + $"""<Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/>"""
            + $"""<Override PartName="/xl/sharedStrings.xml" ContentType="{Kind}.sharedStrings+xml"/></Types>""",
        ["_rels/.rels"] =
            $"""<Relationships xmlns="{Package}/relationships">"""
            + $"""<Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
        ["xl/_rels/workbook.xml.rels"] =
            $"""<Relationships xmlns="{Package}/relationships">"""
            + $"""<Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/>"""
            + $"""<Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/>"""
            + $"""<Relationship Id="rId3" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>""",
        ["xl/workbook.xml"] =
            $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>""",
        ["xl/styles.xml"] =
            $"""<styleSheet xmlns="{Main}"><numFmts count="4"><numFmt numFmtId="164" formatCode="0000000000"/>"""
            + """<numFmt numFmtId="165" formatCode="000\-0000\-0000"/>"""
            + """<numFmt numFmtId="166" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>"""
            + """<numFmt numFmtId="167" formatCode="#,##0_ ;[Red]\-#,##0\ "/></numFmts><cellXfs><xf/><xf numFmtId="164"/>"""
            + """<xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="14"/><xf numFmtId="167"/></cellXfs></styleSheet>""",
        ["xl/sharedStrings.xml"] =
            $"""<sst xmlns="{Main}"><si><t>オペレータID</t></si><si><r><t>髙</t></r><r><t xml:space="preserve">橋 </t></r>"""
            + """<rPh sb="0" eb="1"><t>タカハシ</t></rPh></si></sst>""",
    };

    /// <param name="rows">Elements "row" of the sheet.</param>
    public Workbook(string rows) =>
        parts["xl/worksheets/sheet1.xml"] = $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""";

    public Workbook With(string path, string content)
    {
        parts[path] = content;
        return this;
    }

    public Workbook Changed(string path, string from, string to) => With(path, parts[path].Replace(from, to, StringComparison.Ordinal));

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in parts)
            {
                using var part = archive.CreateEntry(path, CompressionLevel.SmallestSize).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    /// <summary>A cell with a text of its own.</summary>
    public static string Cell(string reference, string text) => $"""<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>""";
}
