using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Portal.Web.Domain.RichTexts;

namespace Portal.Web.Tests.Domain.RichTexts;

/// <summary>What people type becomes markup that does nothing (IV-12, WB-06).</summary>
public sealed class RenderingText
{
    private static readonly string[] Allowed =
        [.. "p br hr h4 h5 h6 strong em del code pre blockquote ul ol li a table thead tbody tr th td".Split(' ')];

    private static readonly string[] Attributes = ["href", "title", "start", "rel"];

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    public static TheoryData<string> Payloads =>
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<style>@import url(https://evil.example)</style>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<iframe src=https://evil.example></iframe>",
        "<form action=https://evil.example><input name=password></form>",
        "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
        "<base href=https://evil.example>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](&#x6A;&#x61;vascript&colon;alert(1))",
        "[x](%6Aavascript:alert(1))",
        "[x](vbscript:msgbox(1))",
        "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
        "[x](file:///etc/passwd)",
        "[x](blob:https://example.jp/1)",
        "[x](ftp://evil.example)",
        "[x]( javascript:alert(1) \"title\")",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "[x]: javascript:alert(1)\n\n[x]",
        "![x](https://evil.example/pixel.png)",
        "![x](data:image/svg+xml,<svg onload=alert(1)>)",
        "![x](javascript:alert(1))",
        "![x](/attachments/../account)",
        "[x](https://example.jp \"onmouseover=alert(1)\")",
        "[x](https://example.jp\" onmouseover=\"alert(1))",
        "[\"><script>alert(1)</script>](https://example.jp)",
        "`<script>alert(1)</script>`",
        "```html\n<script>alert(1)</script>\n```",
        "| <script>alert(1)</script> | b |\n|---|---|\n| <img src=x onerror=alert(1)> | d |",
        "> <script>alert(1)</script>",
        "# <script>alert(1)</script>",
        "a | b\n:--|--:\nc | d",
        "<!--<script>alert(1)</script>-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<math><mtext><script>alert(1)</script></mtext></math>",
        "<p style=\"background:url(https://evil.example)\">x</p>",
        "\u003cscript\u003ealert(1)\u003c/script\u003e",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<a href=https://example.jp target=_blank onclick=alert(1)>x</a>",
        "<details open ontoggle=alert(1)>x</details>",
        "[x](tel:+81-3-0000-0000) [y](mailto:a@example.jp) https://example.jp",
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void IV_12_WB_06_NothingButHarmlessMarkupIsLeft(string payload)
    {
        var body = new HtmlParser().ParseDocument(RichText.ToHtml(payload)).Body!;

        foreach (var element in body.QuerySelectorAll("*"))
        {
            Allowed.ShouldContain(element.LocalName);
            element.Attributes.Select(attribute => attribute.Name).ShouldBeSubsetOf(Attributes);
            if (element.GetAttribute("href") is { } href)
            {
                Schemes.ShouldContain(new Uri(new Uri("https://localhost/"), href).Scheme, payload);
                element.GetAttribute("rel").ShouldBe("nofollow noopener ugc");
            }
        }
    }

    [Theory]
    [InlineData("**太字** と *強調*", "strong", "太字")]
    [InlineData("- 一つ", "li", "一つ")]
    [InlineData("1. 一つ", "ol li", "一つ")]
    [InlineData("> 引用", "blockquote p", "引用")]
    [InlineData("`コード`", "code", "コード")]
    [InlineData("https://example.jp/a?b=c", "a[href='https://example.jp/a?b=c']", "https://example.jp/a?b=c")]
    [InlineData("| 列 |\n|---|\n| 値 |", "td", "値")]
    [InlineData("# 見出し", "h4", "見出し")]
    [InlineData("### 見出し", "h4", "見出し")]
    [InlineData("# 章\n### 見出し", "h5", "見出し")]
    [InlineData("# 章\n## 節\n### 項\n##### 見出し", "h6:last-child", "見出し")]
    public void CASE_1_WhatTheToolbarOffers_IsShown(string source, string selector, string text) =>
        new HtmlParser().ParseFragment(RichText.ToHtml(source), null!).QuerySelectorAll(selector)[0].TextContent.ShouldBe(text);

    /// <summary>
    /// Below the heading that it stands under, no level is skipped (the property: HeadingOutlineTests).
    /// </summary>
    [Theory]
    [InlineData("## 章\n### 節\n本文", "h2=章 h3=節")]
    [InlineData("### 章\n# 章\n##### 節", "h2=章 h2=章 h3=節")]
    [InlineData("> ## 章\n\n- # 節", "h2=章 h2=節")]
    [InlineData("章\n==\n節\n--", "h2=章 h3=節")]
    [InlineData("# 章 \"<h6>\" [語](https://example.jp \"<h6></h6>\")\n## 節", "h2=章|\"<h6>\"|語 h3=節")]
    public void KNOW_1_HeadingsFollowThoseOfThePage(string source, string outline) =>
        Outline(RichText.Under(RichText.ToHtml(source), above: 1)).ShouldBe(outline);

    /// <summary>Rendered by an earlier version and stored.</summary>
    [Fact]
    public void KNOW_1_OldMarkup_FollowsToo() => Outline(RichText.Under("<h5>章</h5>\n<p>文</p>\n<h6>節</h6><h4>章</h4>", above: 1))
        .ShouldBe("h2=章 h3=節 h2=章");

    [Theory]
    [MemberData(nameof(Payloads))]
    public void IV_12_WB_06_PlacedOnAPage_OnlyHeadingsDiffer(string payload)
    {
        var html = RichText.ToHtml("# 章\n\n" + payload);
        RichText.Under(html, above: 3).ShouldBe(html);
        RichText.Under(RichText.Under(html, above: 1), above: 3).ShouldBe(html);
    }

    /// <summary>Blanks stand behind what ends a word, and nowhere else (KNOW-2).</summary>
    [Theory]
    [InlineData("請**求**書", "請求書")]
    [InlineData("月次*レポート*の`設定`と~~古い~~[画面](https://example.jp)", "月次レポートの設定と~~古い~~画面")]
    [InlineData("VPN**接続**", "VPN接続")]
    [InlineData("# 設定\n手順", "設定 手順")]
    [InlineData("一行目\n二行目", "一行目 二行目")]
    [InlineData("- 一つ\n- 二つ", "一つ 二つ")]
    [InlineData("> 引用\n\n本文", "引用 本文")]
    [InlineData("| 列 | 値 |\n|---|---|\n| 一 | 二 |", "列 値 一 二")]
    [InlineData("前\n\n---\n\n後", "前 後")]
    [InlineData("a &lt;b&gt; &amp; c", "a <b> & c")]
    [InlineData("", "")]
    public void KNOW_2_WhatCanBeRead_HasTheWordsThatAreSeen(string source, string plain) =>
        RichText.ToPlain(RichText.ToHtml(source)).ShouldBe(plain);

    [Fact]
    public void CASE_1_LineBreaksStay() => RichText.ToHtml("一行目\n二行目").ShouldContain("<br");

    /// <summary>A count of what the sanitizer is given, which is where the time goes; no clock.</summary>
    [Theory]
    [InlineData(100)]
    [InlineData(500)]
    [InlineData(2_000)]
    public void RX_07_IV_12_AHugeTable_NeverReachesTheSanitizer(int columns)
    {
        var row = string.Concat(Enumerable.Repeat("a|", columns));
        var source = $"{row}\n{string.Concat(Enumerable.Repeat("-|", columns))}\n{string.Concat(Enumerable.Repeat(row[..2] + "\n", 500))}";

        var html = RichText.ToHtml(source);

        if (RichText.Rendered(source) is { } rendered && !RichText.IsBounded(source, rendered))
        {
            html.ShouldNotContain("<table");
        }

        html.Length.ShouldBeLessThanOrEqualTo((20 * source.Length) + RichText.LongestSource);
    }

    [Theory]
    [InlineData('>')]
    [InlineData('[')]
    [InlineData('*')]
    public void IV_12_WhatIsNestedTooDeeply_IsShownAsItWasTyped(char sign) =>
        RichText.ToHtml(new string(sign, 9_000) + "x").ShouldContain("x");

    [Fact]
    public void IV_12_ATextThatIsTooLong_IsShownAsItWasTyped()
    {
        var html = RichText.ToHtml("<b>" + new string('あ', RichText.LongestSource) + "**x**\n");

        html.ShouldStartWith("<p>&lt;b&gt;あ");
        html.ShouldContain("**x**<br>");
    }

    private static string Outline(string html) => string.Join(' ', new HtmlParser().ParseDocument(html)
        .QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(heading => $"{heading.LocalName}={heading.TextContent.Replace(' ', '|')}"));
}
