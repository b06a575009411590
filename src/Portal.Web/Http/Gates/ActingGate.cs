using Microsoft.AspNetCore.Authentication;
using Portal.Web.Audit;
using Portal.Web.Domain.Accounts.Acting;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Submissions;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Places;

namespace Portal.Web.Http.Gates;

/// <summary>Marks a 403 as "not in somebody else's place", for the page that explains it.</summary>
public sealed record ActingRefusal(string Name);

/// <summary>
/// A handle of another session, of an ended row or of none is an address that does not exist (LINK-7); whose session is
/// over signs in. In somebody else's place, what proves who one is and what is that person's alone is closed (SE-13).
/// </summary>
internal sealed class ActingGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentSession session)
    {
        if (ErrorPages.IsRunning(context))
        {
            await next(context);
        }
        else if (context.Features.Get<ActingRefused>() is { } refused)
        {
            await RefuseHandleAsync(context, session, refused.Handle);
        }
        else if (session.Acting is not null && context.GetEndpoint()?.Metadata is { } marks && IsClosed(marks))
        {
            await context.RequestServices.GetRequiredService<RefusalRecorder>().RecordAsync(AuditKinds.AccessDenied, "Acting");
            context.Features.Set(new ActingRefusal(session.DisplayName));
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else
        {
            await next(context);
        }
    }

    /// <summary>Also for menus and links, so that nothing offers what is closed (SAFE-4).</summary>
    internal static bool IsClosed(EndpointMetadataCollection marks) =>
        marks.GetMetadata<ClosedWhileActingAttribute>() is not null
        || (marks.GetMetadata<FreshProofAttribute>() is not null && marks.GetMetadata<OpenWhileActingAttribute>() is null);

    private static async Task RefuseHandleAsync(HttpContext context, CurrentSession session, string handle)
    {
        if (session.IsSignedIn)
        {
            await context.RequestServices.GetRequiredService<ActingReader>().RecordForeignAsync(handle);
            context.SetEndpoint(null);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await context.ChallengeAsync();
    }
}
