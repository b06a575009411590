using Microsoft.AspNetCore.Authorization;
using Portal.Web.Audit;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Submissions;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Places;

namespace Portal.Web.Http.Gates;

/// <summary>
/// A session of which the policy demands a second factor serves its set-up alone (MFA-7, MF-15). Where the account has
/// a factor already, not even that: then the session proves it first, so that nobody adds a factor of its own beside
/// one it cannot prove (MF-09).
/// </summary>
internal sealed class EnrolmentGate(RequestDelegate next)
{
    private const string RequiredPath = "/account/mfa/required";

    public async Task InvokeAsync(HttpContext context, CurrentSession session)
    {
        if (!session.IsEnrolOnly || session.IsChangeOnly || ErrorPages.IsRunning(context)
            || context.GetEndpoint()?.Metadata is not { } marks || await IsOpenAsync(marks, context.RequestServices))
        {
            await next(context);
            return;
        }

        if (context.Request.CanBeLed(marks))
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = context.Request.PathBase + RequiredPath;
            return;
        }

        await context.RequestServices.GetRequiredService<RefusalRecorder>().RecordAsync(AuditKinds.AccessDenied, "Enrolment");
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private static async Task<bool> IsOpenAsync(EndpointMetadataCollection marks, IServiceProvider services) =>
        marks.GetMetadata<IAllowAnonymous>() is not null
        || (marks.GetMetadata<EnrolmentAllowedAttribute>() is { } allowed
            && (!allowed.SetsUp || !await services.GetRequiredService<OwnFactors>().HaveUsableAsync()));
}
