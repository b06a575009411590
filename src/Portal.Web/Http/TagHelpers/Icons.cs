using Microsoft.AspNetCore.Html;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Http.TagHelpers;

/// <summary>Decorative drawings, 24 × 24; the meaning always stands in words beside them.</summary>
internal static class Icons
{
    private const string Open =
        "<svg class=\"p-icon\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" aria-hidden=\"true\" focusable=\"false\">";

    public static readonly IHtmlContent Info = Draw("<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M12 11v5M12 7.5v.5\"/>");
    public static readonly IHtmlContent Success = Draw("<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"m8 12.5 2.7 2.7L16 9.5\"/>");
    public static readonly IHtmlContent Warning = Draw("<path d=\"M12 4 2.8 20h18.4z\"/><path d=\"M12 10v4.5M12 17v.5\"/>");
    public static readonly IHtmlContent Error =
        Draw("<path d=\"M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z\"/><path d=\"M12 7.5V13M12 16v.5\"/>");

    public static IHtmlContent Mark(string shapes) => new HtmlString(
        $"<svg class=\"p-mark\" viewBox=\"0 0 24 24\" width=\"32\" height=\"32\" aria-hidden=\"true\" focusable=\"false\">{shapes}</svg>");
    public static readonly IHtmlContent Failure = Draw("<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"m9 9 6 6M15 9l-6 6\"/>");
    public static readonly IHtmlContent Lock = Draw("<path d=\"M5.5 11h13v9.5h-13z\"/><path d=\"M8 11V8a4 4 0 0 1 8 0v3M12 15v2\"/>");
    public static readonly IHtmlContent Change = Draw("<circle cx=\"12\" cy=\"12\" r=\"3\"/>");

    public static IHtmlContent For(string tone) => tone switch
    {
        "success" => Success,
        "warning" => Warning,
        "error" => Error,
        _ => Info,
    };

    private static HtmlString Draw(string shapes) => new(Open + shapes + "</svg>");
}
