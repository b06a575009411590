using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.Texts;

public sealed class TextParityTests
{
    private const string Japanese = ".ja.resx";
    private const string English = ".en.resx";

    private static readonly string[] RightAllTheSame =
    [
        "SharedText.ja.resx: the English of SwitchLanguage has Japanese in it", // names the language it leads to, in that language
    ];

    private static readonly string[] Files = [.. Source.Files("src", "*.resx")];

    [Fact]
    public void EveryFile_IsOneOfAPair() =>
        Files.Where(file => Partner(file) is not { } partner || !Files.Contains(partner))
            .Select(file => Path.GetRelativePath(Source.Root, file)).ShouldBeEmpty();

    [Fact]
    public void BothLanguages_SayTheSame() =>
        Files.Where(file => file.EndsWith(Japanese, StringComparison.Ordinal) && Files.Contains(Partner(file)))
            .SelectMany(file => TextPair.Read(file, Partner(file)!).Faults())
            .Except(RightAllTheSame).ShouldBeEmpty();

    [Fact]
    public void EveryPair_HasItsClass() =>
        Files.Where(file => file.EndsWith(Japanese, StringComparison.Ordinal)).Select(ClassName)
            .Where(name => Source.Web.GetType(name) is null).ShouldBeEmpty();

    [Fact]
    public void ThereAreTexts() => Files.ShouldNotBeEmpty();

    [Theory]
    [InlineData("<data name='A'><value>あ</value></data>", "", "A has no English")]
    [InlineData("", "<data name='A'><value>a</value></data>", "A has no Japanese")]
    [InlineData("<data name='A'><value>あ</value></data>", "<data name='A'><value> </value></data>", "A is empty")]
    [InlineData("<data name='A'><value>ログイン</value></data>", "<data name='A'><value>ログイン</value></data>",
        "the English of A has Japanese in it")]
    [InlineData("<data name='A'><value>{0}件</value></data>", "<data name='A'><value>{1} items</value></data>",
        "A has other slots in Japanese than in English")]
    public void AFault_IsFound(string japanese, string english, string fault) =>
        TextPair.Of($"<root>{japanese}</root>", $"<root>{english}</root>").Faults().ShouldContain("fixture: " + fault);

    private static string? Partner(string file) => file switch
    {
        _ when file.EndsWith(Japanese, StringComparison.Ordinal) => file[..^Japanese.Length] + English,
        _ when file.EndsWith(English, StringComparison.Ordinal) => file[..^English.Length] + Japanese,
        _ => null,
    };

    private static string ClassName(string file) =>
        Path.GetRelativePath(Path.Combine(Source.Root, "src"), file)[..^Japanese.Length].Replace(Path.DirectorySeparatorChar, '.');
}
