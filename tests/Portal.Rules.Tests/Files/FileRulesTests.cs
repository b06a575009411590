using System.Text;
using Portal.Rules.Files;

namespace Portal.Rules.Tests.Files;

/// <summary>Which files are taken, as a table.</summary>
public sealed class FileRulesTests
{
    private static readonly byte[] Php = [.. "<?php system($_GET['c']); ?>"u8];
    private static readonly byte[] Html = [.. "<!doctype html><script>alert(1)</script>"u8];

    public static TheoryData<string, byte[], FileKind> Good => new()
    {
        { "a.png", Samples.Png(), FileKind.Png },
        { "A.PNG", Samples.Png(10_000, 10_000), FileKind.Png },
        { "写真.jpg", Samples.Jpeg(), FileKind.Jpeg },
        { "a.jpeg", [.. Samples.Jpeg(), 1, 2, 3], FileKind.Jpeg },
        { "a.gif", Samples.Gif(), FileKind.Gif },
        { "a.webp", Samples.WebP(), FileKind.WebP },
        { "報告書 2026.07.pdf", Samples.Pdf(), FileKind.Pdf },
        { "a.txt", [.. "こんにちは\r\n世界\t!"u8], FileKind.Text },
        { "a.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("こんにちは")], FileKind.Text },
        { "sjis.csv", [0x96, 0xbc, 0x91, 0x4f, (byte)',', 0xb1, (byte)'\r', (byte)'\n'], FileKind.Csv },
        { "a.txt", [.. "The cookie: is mentioned, and authorization: too."u8], FileKind.Text },
        { "a.docx", Samples.Word(), FileKind.Word },
        { "a.xlsx", Samples.Office("xl/workbook.xml"), FileKind.Excel },
        { "a.pptx", Samples.Office("ppt/presentation.xml"), FileKind.PowerPoint },
        { "a.zip", Samples.Zip(("docs/", []), ("docs/a.txt", [.. "a"u8]), ("b.png", Samples.Png()), ("c.pdf", Samples.Pdf()),
            ("d.jpg", Samples.Jpeg()), ("e.webp", Samples.WebP()), ("f.gif", Samples.Gif()), ("g.txt", [])), FileKind.Zip },
    };

    public static TheoryData<string, byte[], FileRefusal> WrongContent => new()
    {
        { "page.pdf", Html, FileRefusal.ContentDiffers },
        { "late.pdf", [.. " "u8, .. Samples.Pdf()], FileRefusal.ContentDiffers },
        { "cut.pdf", [.. "%PDF-1.7\n"u8], FileRefusal.ContentDiffers },
        { "two.pdf", [.. Samples.Pdf(), .. Samples.Zip(("a.txt", Html))], FileRefusal.ContentDiffers },
        { "code.png", Php, FileRefusal.ContentDiffers },
        { "code.png", [.. Samples.Png(), .. Php], FileRefusal.ContentDiffers },
        { "code.gif", [.. "GIF89a/*"u8, .. "*/=1;alert(1)//;"u8], FileRefusal.ContentDiffers },
        { "code.gif", [.. Samples.Gif(), .. Php], FileRefusal.ContentDiffers },
        { "code.webp", [.. Samples.WebP(), .. Php], FileRefusal.ContentDiffers },
        { "two.jpg", [.. Samples.Jpeg(), .. Samples.Zip(("a.txt", Html))], FileRefusal.ContentDiffers },
        { "bare.docx", Samples.Zip(("a.txt", [.. "a"u8])), FileRefusal.ContentDiffers },
        { "sheet.docx", Samples.Office("xl/workbook.xml"), FileRefusal.ContentDiffers },
        { "word.zip", Samples.Word(), FileRefusal.ContentDiffers },
        { "zip.txt", Samples.Zip(("a.txt", [.. "a"u8])), FileRefusal.ContentDiffers },
        { "program.txt", [(byte)'M', (byte)'Z', 0, 1, 2], FileRefusal.ContentDiffers },
        { "broken.txt", [0xff, 0xff, (byte)'a'], FileRefusal.ContentDiffers },
        { "none.txt", [], FileRefusal.Empty },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void FI_01_WhatIsWhatItsNameSays_IsTaken(string name, byte[] content, FileKind kind) =>
        Judge(name, content).ShouldBe(FileFinding.Of(kind));

    [Theory]
    [MemberData(nameof(WrongContent))]
    public void FI_01_WhatIsSomethingElse_IsRefused(string name, byte[] content, FileRefusal refusal) =>
        Judge(name, content).ShouldBe(FileFinding.Not(refusal));

    [Theory]
    [InlineData("x.pdf.exe")]
    [InlineData("x.pdf ")]
    [InlineData("x.pdf.")]
    [InlineData("x.ph\u0440")]
    [InlineData("x.\uff50\uff44\uff46")]
    [InlineData("x.pdf\0")]
    [InlineData("pdf")]
    [InlineData("")]
    [InlineData("a.svg")]
    [InlineData("a.html")]
    [InlineData("a.docm")]
    [InlineData("traffic.har")]
    [InlineData("traffic.pcap")]
    [InlineData("server.log")]
    [InlineData("invoice\u202egpj.exe")]
    [InlineData("a.pdf/b")]
    public void FI_01_FI_12_AnEndingThatIsNotListed_IsRefusedBeforeAnythingIsRead(string name) =>
        FileRules.OfName(name, FileLimits.Usual).ShouldBe(FileRefusal.EndingNotAllowed);

    [Fact]
    public void FI_01_ATenantsList_IsShorter()
    {
        var limits = FileLimits.Usual with { Kinds = [FileKind.Pdf] };
        FileRules.OfName("a.png", limits).ShouldBe(FileRefusal.EndingNotAllowed);
        FileRules.OfName("a.pdf", limits).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, FileRefusal.TooLarge)]
    public void FI_06_OneByteMore_IsTooLarge(int more, FileRefusal? refusal) =>
        Judge("a.txt", Enumerable.Repeat((byte)'a', 1000 + more).ToArray(), FileLimits.Usual with { LargestFile = 1000 }).Refusal
            .ShouldBe(refusal);

    [Fact]
    public void FI_05_APictureThatNobodyCanDraw_IsRefusedByItsHeader()
    {
        Judge("a.png", Samples.Png(50_000, 50_000)).Refusal.ShouldBe(FileRefusal.TooManyPixels);
        Judge("a.png", Samples.Png(uint.MaxValue, uint.MaxValue)).Refusal.ShouldBe(FileRefusal.TooManyPixels);
        Judge("a.gif", Samples.Gif(50_000, 50_000)).Refusal.ShouldBe(FileRefusal.TooManyPixels);
        Judge("a.jpg", Samples.Jpeg(50_000, 50_000)).Refusal.ShouldBe(FileRefusal.TooManyPixels);
        Judge("a.webp", Samples.WebP(50_000, 50_000)).Refusal.ShouldBe(FileRefusal.TooManyPixels);
        Judge("a.png", Samples.Png(0, 5)).Refusal.ShouldBe(FileRefusal.ContentDiffers);
    }

    [Fact]
    public void FI_03_ABomb_IsRefusedByWhatIsCounted()
    {
        var limits = FileLimits.Usual with { MostUnpacked = 100_000 };
        Judge("a.zip", Samples.Understated(100_000), limits).Kind.ShouldBe(FileKind.Zip);
        Judge("a.zip", Samples.Understated(100_001), limits).Refusal.ShouldBe(FileRefusal.ArchiveUnsafe);
        Judge("a.docx", Samples.Word(more: ("word/media/a.bin", new byte[200_000])), limits).Refusal.ShouldBe(FileRefusal.ArchiveUnsafe);
        Judge("a.zip", Samples.Zip(("a.txt", Letters(60_000)), ("b.txt", Letters(60_000))), limits).Refusal
            .ShouldBe(FileRefusal.ArchiveUnsafe);
    }

    [Theory]
    [InlineData("975C92E8955C2E747874")] // 予定表.txt as the Explorer of a Japanese Windows writes it
    [InlineData("8B4094 5C2F835C2E747874")] // 機能/ソ.txt
    [InlineData("E4BA88E5AE9AE8A1A82E747874")] // 予定表.txt in UTF-8 that does not say so
    [InlineData("FF2E747874")] // neither
    public void FI_03_NamesOfJapaneseWindows_AreRead(string name) =>
        Judge("a.zip", new MadeZip { Name = Signs(name) }.Bytes()).Kind.ShouldBe(FileKind.Zip);

    [Theory]
    [InlineData("2E2E5C8E862E747874")] // ..\紙.txt
    [InlineData("955C3A2E747874")] // a colon behind 表
    [InlineData("FF5C2E747874")] // a backslash of its own
    public void FI_03_WaysOutOfAnArchive_AreSeenAmongJapaneseSigns(string name) =>
        Judge("a.zip", new MadeZip { Name = Signs(name) }.Bytes()).Refusal.ShouldBe(FileRefusal.ArchiveUnsafe);

    private static string Signs(string bytes) =>
        new([.. Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)).Select(each => (char)each)]);

    [Fact]
    public void FI_03_CrookedArchives_AreRefused()
    {
        byte[][] crooked =
        [
            Samples.Overlapping(),
            Samples.Locked(),
            Samples.Zip(("../a.txt", [.. "a"u8])),
            Samples.Zip(("/a.txt", [.. "a"u8])),
            Samples.Zip(("C:/a.txt", [.. "a"u8])),
            Samples.Zip(("a\\..\\b.txt", [.. "a"u8])),
            Samples.Zip(("a.txt", [.. "a"u8]), ("A.TXT", [.. "b"u8])),
            [.. Samples.Zip(("a.txt", [.. "a"u8])), 0],
            [.. Samples.Zip(("a.txt", [.. "a"u8])).Take(40)],
            new MadeZip { Before = [.. "PK\u0003\u0004<script>"u8] }.Bytes(),
            new MadeZip { Behind = [.. "<script>"u8] }.Bytes(),
            new MadeZip { Behind = new byte[12] }.Bytes(),
            new MadeZip { IsTrailed = true }.Bytes(),
            new MadeZip { IsTrailed = true, Behind = new byte[12] }.Bytes(),
            new MadeZip { IsTrailed = true, Behind = new byte[16] }.Bytes(),
            new MadeZip { IsTrailed = true, Behind = [.. MadeZip.Sizes(MadeZip.Length, hasSign: true, isWide: false), 0, 0] }.Bytes(),
            new MadeZip { OwnName = "a.exe" }.Bytes(),
            new MadeZip { OwnName = "aa.txt" }.Bytes(),
            new MadeZip { OwnMethod = 8 }.Bytes(),
            new MadeZip { Name = "docs/" }.Bytes(),
            Samples.Zip([.. Enumerable.Range(0, 1001).Select(number => ($"{number}.txt", "a"u8.ToArray()))]),
        ];
        crooked.Select(each => Judge("a.zip", each).Refusal).ShouldAllBe(refusal => refusal == FileRefusal.ArchiveUnsafe);
    }

    [Fact]
    public void FI_03_WhatCommonProgramsPack_IsTaken()
    {
        ZipsOfPrograms.All.Select(zip => Judge("a.zip", zip)).ShouldAllBe(finding => finding.Kind == FileKind.Zip);
        Judge("a.zip", new MadeZip().Bytes()).Kind.ShouldBe(FileKind.Zip);
        Judge("a.zip", Samples.Streamed(("docs/", []), ("docs/a.txt", [.. "a"u8]))).Kind.ShouldBe(FileKind.Zip);
        foreach (var (hasSign, isWide) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            var trail = MadeZip.Sizes(MadeZip.Length, hasSign, isWide);
            Judge("a.zip", new MadeZip { IsTrailed = true, Behind = trail }.Bytes()).Kind.ShouldBe(FileKind.Zip);
        }
    }

    public static TheoryData<string, byte[], FileRefusal> WrongEntries => new()
    {
        { "b.docx", Samples.Word(), FileRefusal.ArchiveHoldsOthers },
        { "b.xlsx", Samples.Office("xl/workbook.xml"), FileRefusal.ArchiveHoldsOthers },
        { "b.pptx", Samples.Office("ppt/presentation.xml"), FileRefusal.ArchiveHoldsOthers },
        { "a.txt", [(byte)'M', (byte)'Z', 0], FileRefusal.ContentDiffers },
        { "late.txt", [.. Letters(100_000), 0], FileRefusal.ContentDiffers },
        { "t.txt", [.. "Cookie: sid=1"u8], FileRefusal.HoldsSecrets },
        { "late.csv", [.. Letters(100_000), .. "\nAuthorization: Basic abc"u8], FileRefusal.HoldsSecrets },
        { "a.png", Samples.Png(50_000, 50_000), FileRefusal.TooManyPixels },
        { "a.jpg", Samples.Jpeg(50_000, 50_000), FileRefusal.TooManyPixels },
        { "a.gif", [.. Samples.Gif(), .. Php], FileRefusal.ContentDiffers },
        { "two.jpg", [.. Samples.Jpeg(), .. Samples.Zip(("a.txt", Html))], FileRefusal.ContentDiffers },
        { "cut.pdf", [.. "%PDF-1.7\n"u8], FileRefusal.ContentDiffers },
    };

    [Theory]
    [MemberData(nameof(WrongEntries))]
    public void FI_03_FI_04_FI_05_FI_12_WithinAnArchive_ContentIsJudgedAsByItself(string name, byte[] content, FileRefusal refusal) =>
        Judge("a.zip", Samples.Zip(("good.txt", [.. "a"u8]), (name, content))).Refusal.ShouldBe(refusal);

    [Fact]
    public void FI_03_FI_05_APictureMadeOfStepsBack_IsUnpackedOnceAndNotAgainAndAgain()
    {
        byte[] steps = [0xff, 0xd8, 0xff, .. Enumerable.Repeat((byte)0xff, 2_000_000), .. Samples.Jpeg()[2..]];

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Judge("a.zip", Samples.Zip(("a.jpg", steps))).Kind.ShouldBe(FileKind.Zip);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void FI_03_AnArchive_HoldsOnlyWhatWouldBeTakenByItself()
    {
        Judge("a.zip", Samples.Zip(("b.zip", Samples.Zip(("a.txt", [.. "a"u8]))))).Refusal.ShouldBe(FileRefusal.ArchiveHoldsOthers);
        Judge("a.zip", Samples.Zip(("b.exe", [.. "MZ"u8]))).Refusal.ShouldBe(FileRefusal.ArchiveHoldsOthers);
        Judge("a.zip", Samples.Zip(("b.png", Php))).Refusal.ShouldBe(FileRefusal.ContentDiffers);
        Judge("a.zip", Samples.Zip(("b.txt", Samples.Zip(("a.txt", [.. "a"u8]))))).Refusal.ShouldBe(FileRefusal.ContentDiffers);
    }

    [Fact]
    public void FI_04_XmlThatFetchesOrMultiplies_IsRefused()
    {
        const string Fetching = "<!DOCTYPE a [<!ENTITY x SYSTEM 'http://203.0.113.1/'>]><a>&x;</a>";
        const string Multiplying = "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;'>]><a>&y;</a>";
        Judge("a.docx", Samples.Word(Fetching)).Refusal.ShouldBe(FileRefusal.ActiveContent);
        Judge("a.xlsx", Samples.Office("xl/workbook.xml", Multiplying)).Refusal.ShouldBe(FileRefusal.ActiveContent);
        byte[] wide = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Fetching)];
        Judge("a.docx", Samples.Word(more: ("word/_rels/a.rels", wide))).Refusal.ShouldBe(FileRefusal.ActiveContent);
        Judge("a.docx", Samples.Word(more: ("word/vbaProject.bin", [1]))).Refusal.ShouldBe(FileRefusal.ActiveContent);
        FileRules.OfName("a.svg", FileLimits.Usual).ShouldBe(FileRefusal.EndingNotAllowed);
        FileRules.OfName("a.xml", FileLimits.Usual).ShouldBe(FileRefusal.EndingNotAllowed);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nCookie: sid=1\r\n")]
    [InlineData("> Authorization: Bearer abc\n")]
    [InlineData("< set-cookie: sid=1\n")]
    [InlineData("{\"log\":{\"headers\":[{ \"name\": \"Cookie\", \"value\": \"sid=1\" }]}}")]
    [InlineData("{\"Authorization\": \"Basic abc\"}")]
    public void FI_12_RecordedTraffic_IsRefused(string text)
    {
        Judge("a.txt", Encoding.UTF8.GetBytes(text)).Refusal.ShouldBe(FileRefusal.HoldsSecrets);
        Judge("a.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]).Refusal.ShouldBe(FileRefusal.HoldsSecrets);
        Judge("a.txt", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)]).Refusal
            .ShouldBe(FileRefusal.HoldsSecrets);
    }

    [Fact]
    public void FI_03_TwentyMegabytesOfZerosPacked_CostLittleMemory()
    {
        var zip = Samples.Zip(("a.txt", Enumerable.Repeat((byte)'a', 20_000_000).ToArray()));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Judge("a.zip", zip).Kind.ShouldBe(FileKind.Zip);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    private static byte[] Letters(int count) => [.. Enumerable.Repeat((byte)'a', count)];

    private static FileFinding Judge(string name, byte[] content, FileLimits? limits = null)
    {
        using var stream = new MemoryStream(content);
        return FileRules.Judge(name, stream, limits ?? FileLimits.Usual);
    }
}
