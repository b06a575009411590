using Microsoft.AspNetCore.Mvc.Abstractions;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Submissions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Http.Input;

/// <summary>
/// Keeps what a form carried when its session had ended under it, and gives it back after signing in again (SAFE-3).
/// Only where the page says so, only the fields that it names, only forms of that session and soon after its end: the
/// cookie of a dead session is nobody's proof, and must not fill the database.
/// </summary>
internal sealed class DraftKeeper(FormDrafts drafts, FieldShapes fields, CurrentSession session, ICookieNames names, TimeProvider clock)
{
    private const string Cookie = "draft";

    /// <summary>As long as a draft is kept (SAFE-3): long enough for a form that lay open over lunch.</summary>
    internal static readonly TimeSpan AfterTheEnd = FormDrafts.Life;

    private static readonly string[] Unchosen =
        [SessionEnds.Idle, SessionEnds.Absolute, SessionEnds.TooMany, SessionEnds.CredentialsChanged, SessionEnds.RightsChanged];

    public async Task KeepAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType
                || context.GetEndpoint() is not RouteEndpoint endpoint
            || endpoint.Metadata.GetMetadata<KeepsDraftAttribute>() is null
                || endpoint.Metadata.GetMetadata<ActionDescriptor>() is not { } action
            || FormPage.Of(context) is not { } page || await TypistAsync(context) is not { } typist)
        {
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var kept = form.Where(field => fields.MayLieInDraft(action, field.Key))
            .ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray());
        if (kept.Count > 0 && await drafts.KeepAsync(new DraftPlace(typist, endpoint.RoutePattern.RawText ?? "", page), kept) is { } token)
        {
            context.Response.Cookies.Append(names.Name(Cookie), token, names.Options(context, life: FormDrafts.Life));
        }
    }

    /// <returns>The fields for this page, once; null when there are none.</returns>
    public async Task<DraftFound?> RedeemAsync(HttpContext context)
    {
        if (!session.IsSignedIn || RequestCookie.Single(context, names.Name(Cookie)) is not { } token)
        {
            return null;
        }

        var found = await drafts.RedeemAsync(token, new DraftAuthor(session.UserId, session.User.ContractId),
            context.Request.PathBase + context.Request.Path + context.Request.QueryString);
        if (found is { Fields: not null })
        {
            context.Response.Cookies.Delete(names.Name(Cookie), names.Options(context));
        }

        return found;
    }

    /// <returns>Who typed the form; null when it is not known for certain, or nothing of it is to be kept.</returns>
    private async Task<DraftAuthor?> TypistAsync(HttpContext context)
    {
        if (session.IsSignedIn)
        {
            return await FormProtection.IsSoundAsync(context) ? new DraftAuthor(session.UserId, session.User.ContractId) : null;
        }

        return session.End is { MayReturn: true } end && Unchosen.Contains(end.Reason) && clock.GetUtcNow() - end.At <= AfterTheEnd
                && await FormProtection.IsOfEndedAsync(context, end)
            ? new DraftAuthor(end.UserId, end.ContractId)
            : null;
    }
}
