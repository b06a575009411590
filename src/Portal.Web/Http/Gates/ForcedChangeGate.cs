using Microsoft.AspNetCore.Authorization;
using Portal.Rules.SignIn;
using Portal.Web.Audit;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Submissions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Gates;

/// <summary>Marks a 403 as "change your password first", for the page that explains it.</summary>
/// <param name="Reason">A <see cref="ChangeReason"/> by name.</param>
public sealed record ForcedChangeRefusal(string ChangeUrl, string Reason);

/// <summary>
/// A session from a temporary, expired or flagged password serves its change alone (TEMP-6): pages are refused with the
/// reason or led there, as the tenant says; what sends or fetches something is refused everywhere.
/// </summary>
internal sealed class ForcedChangeGate(RequestDelegate next)
{
    private const string ChangePath = "/password/required";

    public async Task InvokeAsync(HttpContext context, CurrentSession session, CurrentTenant tenant)
    {
        if (!session.IsChangeOnly || ErrorPages.IsRunning(context) || context.GetEndpoint()?.Metadata is not { } marks || IsOpen(marks))
        {
            await next(context);
            return;
        }

        var change = context.Request.PathBase + ChangePath;
        if (context.Request.CanBeLed(marks) && tenant.Value.Profile.TemporaryPassword is not { OtherPages: "explain" })
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = change;
            return;
        }

        await context.RequestServices.GetRequiredService<RefusalRecorder>().RecordAsync(AuditKinds.AccessDenied, "ForcedChange");
        context.Features.Set(new ForcedChangeRefusal(change, session.Session.ChangeReason ?? nameof(ChangeReason.MustChange)));
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private static bool IsOpen(EndpointMetadataCollection marks) =>
        marks.GetMetadata<ForcedChangeAllowedAttribute>() is not null || marks.GetMetadata<IAllowAnonymous>() is not null;
}
