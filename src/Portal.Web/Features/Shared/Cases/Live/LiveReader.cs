using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Shared.Cases.Live;

/// <summary>Who is connected: enough to ask again, as if a request came, whether the page would open.</summary>
/// <param name="Portal">The tenant, or the staff's realm.</param>
/// <param name="Handle">Of whom it works for, where that is not itself.</param>
/// <param name="UserId">In whose name it would write.</param>
/// <param name="RealId">Who sits in front of it.</param>
internal sealed record LiveReader(Guid Portal, string Sid, string? Handle, Guid UserId, Guid RealId, DateTimeOffset SessionEnds)
{
    /// <returns>Null where nobody is signed in.</returns>
    public static LiveReader? Of(HttpContext context)
    {
        var services = context.RequestServices;
        var (session, tenant) = (services.GetRequiredService<CurrentSession>(), services.GetRequiredService<CurrentTenant>());
        return session.IsSignedIn && services.GetRequiredService<SessionCookies>().Read(context) is { } ticket
            ? new LiveReader(tenant.Value.Id, ticket.Sid, session.Acting?.Handle, session.UserId, session.Reader.Id,
                session.Session.ExpiresAt)
            : null;
    }

    public override string ToString() => $"{nameof(LiveReader)} {UserId}";
}
