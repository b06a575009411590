using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Web.Http.Gates;

/// <summary>
/// A page that a mailed link leads to: no address of it is told to any other, not even of this portal (TR-12).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LinkPageAttribute : ResultFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
