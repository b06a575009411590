using Portal.Rules.Files;

namespace Portal.Rules.Tests.Files;

/// <summary>What becomes of a name that anybody made up.</summary>
public sealed class FileNamesTests
{
    [Theory]
    [InlineData("報告書（7月）.pdf", "報告書（7月）.pdf")]
    [InlineData("../../etc/x.txt", "x.txt")]
    [InlineData("..\\..\\x.txt", "x.txt")]
    [InlineData("/var/www/x.txt", "x.txt")]
    [InlineData("C:\\temp\\x.txt", "x.txt")]
    [InlineData("C:x.txt", "C_x.txt")]
    [InlineData("x\0.txt", "x.txt")]
    [InlineData("x\r\nSet-Cookie: a.txt", "xSet-Cookie_ a.txt")]
    [InlineData("CON.txt", "_CON.txt")]
    [InlineData("com1.tar.txt", "_com1.tar.txt")]
    [InlineData("-rf.txt", "rf.txt")]
    [InlineData(".htaccess.txt", "htaccess.txt")]
    [InlineData("\u202egpj.png", "gpj.png")]
    [InlineData("a\u200bb\ufeff.png", "ab.png")]
    [InlineData("a\"b'<c>.png", "a_b'_c_.png")]
    [InlineData("\ud800.png", "file.png")]
    [InlineData(".png", "file.png")]
    [InlineData("   .png", "file.png")]
    [InlineData("か\u3099.txt", "が.txt")]
    [InlineData("👩\u200d💻.txt", "👩\u200d💻.txt")]
    public void FI_02_AName_IsMadeHarmless(string sent, string shown) => FileNames.Clean(sent).ShouldBe(shown);

    [Fact]
    public void FI_02_ALongName_KeepsItsEnding()
    {
        var name = FileNames.Clean(new string('長', 500) + ".docx");
        name.Length.ShouldBeLessThanOrEqualTo(FileNames.Longest);
        name.ShouldEndWith("長.docx");
        FileNames.Clean("a." + new string('b', 500)).Length.ShouldBeLessThanOrEqualTo(FileNames.Longest);
    }
}
