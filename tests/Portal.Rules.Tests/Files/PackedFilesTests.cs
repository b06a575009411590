using System.IO.Compression;
using System.Text;
using Portal.Rules.Files;

namespace Portal.Rules.Tests.Files;

/// <summary>Archives that bring files for many cases (ADMIN-5, FI-03).</summary>
public sealed class PackedFilesTests
{
    private const int MostEntries = 10;
    private const long MostUnpacked = 1000;
    private static readonly byte[] Line = [.. "a line"u8];

    [Fact]
    public void ADMIN_5_FI_03_TheFilesAreListedAndRead_WithoutFoldersAndWhatNobodyPutThere()
    {
        var content = new MemoryStream(Samples.Zip(("docs/", []), ("docs/a.txt", Line), ("__MACOSX/docs/._a.txt", Line),
            ("docs/.DS_Store", Line), ("Thumbs.db", Line), ("inner.zip", Line)));

        var (packed, fault) = PackedFiles.Open(content, MostEntries, MostUnpacked);

        fault.ShouldBeNull();
        packed!.Files.Select(file => (file.Name, file.LastName, file.Length, file.IsArchive))
            .ShouldBe([("docs/a.txt", "a.txt", 6, false), ("inner.zip", "inner.zip", 6, true)]);
        using var read = new StreamReader(packed.Open(packed.Files[0]));
        read.ReadToEnd().ShouldBe("a line");
    }

    [Fact]
    public void ADMIN_5_FI_03_WhatProgramsWrite_IsRead()
    {
        foreach (var zip in ZipsOfPrograms.All)
        {
            var (packed, fault) = PackedFiles.Open(new MemoryStream(zip), MostEntries, MostUnpacked);
            fault.ShouldBeNull();
            packed!.Files.ShouldContain(file => file.Name == "docs/a.txt");
        }
    }

    public static TheoryData<PackedFault, byte[]> Faults => new()
    {
        { PackedFault.NotAnArchive, [] },
        { PackedFault.NotAnArchive, [.. "契約番号"u8] },
        { PackedFault.NotAnArchive, [.. "MZ"u8, .. Samples.Zip(("a.txt", Line))] },
        { PackedFault.NotAnArchive, Samples.Overlapping() },
        { PackedFault.Locked, Samples.Locked() },
        { PackedFault.TooManyEntries, Samples.Zip([.. Enumerable.Range(0, MostEntries + 1).Select(at => ($"{at}.txt", Line))]) },
        { PackedFault.TooLarge, Samples.Zip(("a.txt", new byte[600]), ("b.txt", new byte[401])) },
        { PackedFault.TooLarge, Samples.Understated(2000) },
        { PackedFault.UnsafeName, Samples.Zip(("../a.txt", Line)) },
        { PackedFault.UnsafeName, Samples.Zip(("docs/../../a.txt", Line)) },
        { PackedFault.UnsafeName, Samples.Zip(("/etc/a.txt", Line)) },
        { PackedFault.UnsafeName, Samples.Zip(("C:/a.txt", Line)) },
        { PackedFault.UnsafeName, Samples.Zip(("docs\\a.txt", Line)) },
        { PackedFault.NameTwice, Samples.Zip(("docs/a.txt", Line), ("docs/A.TXT", Line)) },
        { PackedFault.NameTwice, Samples.Zip(("\u30ac.txt", Line), ("\u30ab\u3099.txt", Line)) },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void ADMIN_5_FI_03_AnArchiveThatIsNotSafe_IsNamed(PackedFault expected, byte[] zip)
    {
        var (packed, fault) = PackedFiles.Open(new MemoryStream(zip), MostEntries, MostUnpacked);

        packed.ShouldBeNull();
        fault.ShouldBe(expected);
    }

    [Theory]
    [InlineData("a.txt", 0, 2)]
    [InlineData("A.TXT", 0, 2)]
    [InlineData("2026/a.txt", 2)]
    [InlineData("2026\\a.txt", 2)]
    [InlineData("2025/a.txt")]
    [InlineData(" \u30ac.pdf ", 1)]
    [InlineData("\u30ab\u3099.pdf", 1)]
    [InlineData("b.txt", 3)]
    [InlineData("pdf")]
    public void ADMIN_5_FI_02_NamesAreFound_WhateverCaseCompositionAndFolder(string asked, params int[] places) =>
        PackedFiles.Find(asked, ["2024/a.txt", "報告/\u30ab\u3099.pdf", "2026/A.txt", "b.txt"]).ShouldBe(places);

    [Fact]
    public void ADMIN_5_FI_02_NamesOfJapaneseWindows_AreRead()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true, Encoding.GetEncoding(932)))
        {
            using var entry = archive.CreateEntry("表/予定表ソ.txt").Open();
            entry.Write(Line);
        }

        var (packed, _) = PackedFiles.Open(content, MostEntries, MostUnpacked);

        packed!.Files.Single().Name.ShouldBe("表/予定表ソ.txt");
    }
}
