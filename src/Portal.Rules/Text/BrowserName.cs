namespace Portal.Rules.Text;

/// <summary>
/// A browser's name in few words from its User-Agent, for people to recognise their own devices by. A hint, never a
/// proof: anybody can send any text.
/// </summary>
public static class BrowserName
{
    // Order matters: later browsers name earlier ones in their
    // own text, and apps name the browser that they are made of.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Line/", "LINE"), ("YJApp", "Yahoo! JAPAN"), ("YJBrowser", "Yahoo! JAPAN"), ("FBAV/", "Facebook"), ("Instagram ", "Instagram"),
            ("GSA/", "Google"),
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("Edge/", "Edge"), ("OPR/", "Opera"), ("OPT/", "Opera"),
            ("OPX/", "Opera"), ("OPiOS/", "Opera"),
        ("Vivaldi/", "Vivaldi"), ("YaBrowser/", "Yandex"), ("UCBrowser/", "UC Browser"), ("MiuiBrowser/", "Mi Browser"),
            ("HuaweiBrowser/", "Huawei Browser"), ("DuckDuckGo/", "DuckDuckGo"), ("Ddg/", "DuckDuckGo"),
        ("SamsungBrowser/", "Samsung Internet"), ("Focus/", "Firefox"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
            ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Version/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
            ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <param name="userAgent">The header as sent; null or empty where there was none.</param>
    /// <returns>"Chrome 141 (Windows)"; the text itself, at most 60
    /// characters, where it is not known; empty for none.</returns>
    public static string Of(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent))
        {
            return "";
        }

        var (mark, name) = Browsers.FirstOrDefault(browser => userAgent.Contains(browser.Mark, StringComparison.Ordinal));
        if (name is null)
        {
            return Shortened.To(userAgent, LongestUnknown);
        }

        var system = Systems.FirstOrDefault(each => userAgent.Contains(each.Mark, StringComparison.Ordinal)).Name;
        var version = Version(userAgent, mark);
        return name + (version.Length > 0 ? " " + version : "") + (system is null ? "" : $" ({system})");
    }

    private const int LongestUnknown = 60;

    private static string Version(string userAgent, string mark)
    {
        var from = userAgent.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        var digits = userAgent.AsSpan(from);
        var length = digits.IndexOfAnyExceptInRange('0', '9');
        return digits[..(length < 0 ? digits.Length : length)].ToString();
    }
}
