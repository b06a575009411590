namespace Portal.Web.Http.Errors;

/// <summary>The answer when not even an error page can be made: two sentences that need no service.</summary>
internal static class PlainAnswer
{
    public static Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="ja">
            <head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Japanese(context)}</title><link rel="stylesheet" href="/css/portal.css">
            </head>
            <body class="p-page"><div class="p-frame p-frame--narrow"><main class="p-main">
            <h1>{Japanese(context)}</h1><p lang="en">{English(context)}</p>
            </main></div></body>
            </html>
            """);
    }

    private static string Japanese(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => "ページが見つかりません",
        StatusCodes.Status503ServiceUnavailable => "ただいまご利用いただけません。しばらくしてからもう一度アクセスしてください",
        < 500 => "リクエストを受け付けられませんでした",
        _ => "サービスに問題が発生しています",
    };

    private static string English(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => "Page not found.",
        StatusCodes.Status503ServiceUnavailable => "The service is not available right now. Try again in a few minutes.",
        < 500 => "The request was not accepted.",
        _ => "Something went wrong on our side.",
    };
}
