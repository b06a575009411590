using Portal.Rules.Text;
using Shouldly;

namespace Portal.Rules.Tests.Text;

public sealed class BrowserNameTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
        "Chrome 141 (Windows)")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 "
        + "Edg/141.0.0.0", "Edge 141 (Windows)")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
        "Safari 18 (macOS)")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 "
        + "Mobile/15E148 Safari/604.1", "Chrome 141 (iPhone)")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox 140 (Linux)")]
    [InlineData("Firefox/", "Firefox")]
    [InlineData("curl/8.0", "curl/8.0")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void LOGIN_8_ABrowserIsNamedInFewWords(string? userAgent, string name) => BrowserName.Of(userAgent).ShouldBe(name);

    [Theory]
    [Trait("Review", "F19")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36 "
        + "EdgA/141.0.0.0", "Edge 141 (Android)")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 "
        + "EdgiOS/141.0.1 Mobile/15E148 Safari/604.1", "Edge 141 (iPhone)")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
        + "Mobile/15E148 Safari/604.1 OPT/5.4.1", "Opera 5 (iPhone)")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari "
        + "Line/15.17.0", "LINE 15 (iPhone)")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; SO-51C; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/141.0.0.0 "
        + "Mobile Safari/537.36 Line/15.17.0/IAB", "LINE 15 (Android)")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 "
        + "YJApp-IOS jp.co.yahoo.ipn.appli/4.140.0", "Yahoo! JAPAN (iPhone)")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/141.0.0.0 "
        + "Mobile Safari/537.36 YJApp-ANDROID jp.co.yahoo.android.yjtop/3.190.1", "Yahoo! JAPAN (Android)")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) GSA/380.0 "
        + "Mobile/15E148 Safari/604.1", "Google 380 (iPhone)")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/141.0.0.0 Mobile "
        + "Safari/537.36 [FB_IAB/FB4A;FBAV/480.0.0;]", "Facebook 480 (Android)")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 "
        + "Vivaldi/7.6", "Vivaldi 7 (Windows)")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/64.0.3282.140 Safari/537.36 "
        + "Edge/18.17763", "Edge 18 (Windows)")]
    public void LOGIN_8_BrowsersOfPhonesAndOfAppsHaveTheirOwnNames(string userAgent, string name) =>
        BrowserName.Of(userAgent).ShouldBe(name);

    [Fact]
    public void LOGIN_8_AnUnknownTextIsCut() => BrowserName.Of(new string('x', 500)).Length.ShouldBe(60);
}
