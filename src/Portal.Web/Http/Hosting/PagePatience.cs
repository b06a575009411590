using Portal.Web.Data.Connections;

namespace Portal.Web.Http.Hosting;

/// <summary>
/// Whoever waits for an answer waits for the database for seconds, not for as long as background work may (REL-2).
/// </summary>
internal sealed class PagePatience(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        using var patience = DatabasePatience.Have(DatabasePatience.OfAPage);
        await next(context);
    }
}
