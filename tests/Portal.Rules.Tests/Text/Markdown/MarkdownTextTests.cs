using Portal.Rules.Text;

namespace Portal.Rules.Tests.Text.Markdown;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("件名 2026-11-27", "件名 2026-11-27")]
    [InlineData("[ここ](https://evil.example)", @"\[ここ\](https://evil.example)")]
    [InlineData("<b> *a* _b_ `c` #d |e| ~f &lt;", @"\<b\> \*a\* \_b\_ \`c\` \#d \|e\| \~f \&lt;")]
    [InlineData("- a\n+ b\n  = c\nd - e", "\\- a\n\\+ b\n  \\= c\nd - e")]
    public void CASE_4_WORK_3_NothingThatWasTypedFormats(string text, string plain) => MarkdownText.Plain(text).ShouldBe(plain);
}
