using Microsoft.AspNetCore.Http.Metadata;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Input;
using Portal.Web.Http.Places;

namespace Portal.Web.Http.Gates;

/// <summary>
/// Asks for the password or a passkey again when the last proof is older than ten minutes (MFA-6): for what changes how
/// one signs in oneself, and how somebody does whom one looks after.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class FreshProofAttribute : Attribute;

/// <summary>
/// Leads from a sensitive page to the proof and back; what was typed is kept as for an ended session. In somebody
/// else's place it is the reader's own proof, given in the portal.
/// </summary>
internal sealed class FreshProofGate(RequestDelegate next, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public async Task InvokeAsync(HttpContext context, CurrentSession session)
    {
        if (!session.IsSignedIn || ErrorPages.IsRunning(context)
            || context.GetEndpoint()?.Metadata.GetMetadata<FreshProofAttribute>() is null
            || clock.GetUtcNow() - session.Session.ProvenAt < Life)
        {
            await next(context);
            return;
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<IDisableCookieRedirectMetadata>() is not null)
        {
            // A script cannot be led anywhere; it loads its page again, and that leads to the proof.
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await context.RequestServices.GetRequiredService<DraftKeeper>().KeepAsync(context);
        var back = HttpMethods.IsGet(context.Request.Method)
            ? context.Request.PathBase + context.Request.Path + context.Request.QueryString
            : FormPage.Of(context) ?? context.Request.PathBase + "/home";
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = ActingPaths.OfPortal(context, "/reauth") + QueryString.Create("next", back);
    }
}
