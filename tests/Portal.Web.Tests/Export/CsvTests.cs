using System.Text;
using Portal.Web.Export;

namespace Portal.Web.Tests.Export;

public sealed class CsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+81", "'+81")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM", "'@SUM")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\n=1", "'\n'=1")]
    [InlineData("\0x", "'\0x")]
    [InlineData("  =1", "  '=1")]
    [InlineData("\u3000=1", "\u3000'=1")]
    [InlineData("a;=1", "a;'=1")]
    [InlineData("a,\"=1", "a,\"'=1")]
    [InlineData("a\r\n=1", "a\r\n'=1")]
    [InlineData("a=b", "a=b")]
    [InlineData("03-1234-5678", "03-1234-5678")]
    public void EX_01_FormulasAreDefused(string text, string expected) => CsvCell.Harmless(text).ShouldBe(expected);

    [Fact]
    public async Task EX_02_TheFileHasAMark_CrLfAndQuotes_AndNumbersStayNumbers()
    {
        var file = await CsvDocument.ToBytesAsync(["a", "日本"], [["x\ny", -5], ["\"q\"", null], [new string('z', 32_767), 1.5]]);

        file[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        Encoding.UTF8.GetString(file[3..]).ShouldBe("a,日本\r\n\"x\ny\",-5\r\n\"\"\"q\"\"\",\r\n" + new string('z', 32_767) + ",1.5\r\n");
    }
}
