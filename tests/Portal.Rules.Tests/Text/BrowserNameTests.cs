using Portal.Rules.Text;
using Shouldly;

namespace Portal.Rules.Tests.Text;

public sealed class BrowserNameTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36", "Chrome 141 (Windows)")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0", "Edge 141 (Windows)")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15", "Safari 18 (macOS)")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1", "Chrome 141 (iPhone)")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox 140 (Linux)")]
    [InlineData("Firefox/", "Firefox")]
    [InlineData("curl/8.0", "curl/8.0")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void LOGIN_8_ABrowserIsNamedInFewWords(string? userAgent, string name) => BrowserName.Of(userAgent).ShouldBe(name);

    [Fact]
    public void LOGIN_8_AnUnknownTextIsCut() => BrowserName.Of(new string('x', 500)).Length.ShouldBe(60);
}
