using Microsoft.AspNetCore.Authorization;
using Portal.Web.Audit;
using Portal.Web.Domain.Accounts.LinkedAdministrators;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Submissions;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Places;

namespace Portal.Web.Http.Gates;

/// <summary>
/// Whoever is asked for consent to the tenant's terms reads them before anything else (LINK-3): pages lead there, what
/// sends or fetches something is refused.
/// </summary>
internal sealed class ConsentGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentSession session, Consents consents)
    {
        if (!session.IsSignedIn || session.IsChangeOnly || session.IsEnrolOnly || ErrorPages.IsRunning(context)
            || context.GetEndpoint()?.Metadata is not { } marks || IsOpen(marks) || !await consents.IsMissingAsync())
        {
            await next(context);
            return;
        }

        if (context.Request.CanBeLed(marks))
        {
            SeeOtherResult.Lead(context, ActingPaths.OfPortal(context, SignInPaths.Consent));
            return;
        }

        await context.RequestServices.GetRequiredService<RefusalRecorder>().RecordAsync(AuditKinds.AccessDenied, "Consent");
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private static bool IsOpen(EndpointMetadataCollection marks) =>
        marks.GetMetadata<BeforeConsentAttribute>() is not null || marks.GetMetadata<IAllowAnonymous>() is not null;
}
