using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Submissions;
using Portal.Web.Http.Cookies;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Gates;

/// <summary>
/// Marks a 400 as "the form's token did not fit", for the page that explains it; names who is signed in now (SE-14).
/// </summary>
/// <param name="HasCookie">The browser sent the cookie that every form brings along; without it, it keeps none.</param>
/// <param name="MayRetry">The connection is one over which cookies
/// are set, so that the form can work the next time.</param>
public sealed record ForgedRequestRefusal(string? SignedInAs, bool HasCookie, bool MayRetry);

/// <summary>A form without the token of this session changes nothing, and is recorded (WB-01).</summary>
internal sealed class ForgedRequestFilter(CurrentSession session, CurrentTenant tenant, CookieNames names)
    : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Features.Set(new ForgedRequestRefusal(
                session.IsSignedIn ? session.LoginId : null,
                context.HttpContext.Request.Cookies.ContainsKey(names.Name(FormProtection.Cookie)),
                names.MaySet(context.HttpContext)));
            if (tenant.IsSet)
            {
                await context.HttpContext.RequestServices.GetRequiredService<RefusalRecorder>().RecordAsync(GateEvents.RequestForged,
                    details: new { page = context.ActionDescriptor.AttributeRouteInfo?.Template });
            }
        }

        await next();
    }
}
