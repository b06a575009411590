using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Http.Cookies;

/// <summary>
/// The cookie of a session: its random id and the tenant it belongs to, protected together, so that a cookie carried
/// over to another tenant says so. The id itself stands nowhere else (SE-15).
/// </summary>
public sealed class SessionCookies(ICookieNames names, IDataProtectionProvider protection, CurrentTenant tenant, AttemptCookie attempt,
    LastPortal lastPortal)
{
    private const string Plain = "portal";
    private readonly IDataProtector protector = protection.CreateProtector("Portal.Session");

    /// <summary>
    /// Everything the browser had before signing in is replaced: session, unfinished sign-in, form token (SE-01).
    /// </summary>
    public void SignIn(HttpContext context, string sid)
    {
        ArgumentNullException.ThrowIfNull(context);
        attempt.Clear(context);
        RotateForms(context);
        Renew(context, sid);
        lastPortal.Remember(context, tenant.Value);
    }

    /// <summary>
    /// Somebody who is signed in has proven itself again: the session goes on under another id, and forms in other tabs
    /// with it.
    /// </summary>
    public void Renew(HttpContext context, string sid)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(names.Name(Plain), protector.Protect($"{tenant.Value.Id:N}.{sid}"), names.Options(context));
        context.Features.Set(new SessionLeft(Tokens.Hash(sid)));
    }

    public void SignOut(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Forget(context);
        RotateForms(context);

        // "cookies" or "storage" would reach the other tenants of this origin (SE-12).
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
    }

    internal void Forget(HttpContext context)
    {
        context.Response.Cookies.Delete(names.Name(Plain), names.Options(context));
        context.Features.Set(new SessionLeft(null));
    }

    internal bool Has(HttpContext context) => context.Request.Cookies.ContainsKey(names.Name(Plain));

    /// <summary>What the browser sent; opened once a request, because several ask for it.</summary>
    internal SessionTicket? Read(HttpContext context)
    {
        if (context.Features.Get<SentTicket>() is not { } sent)
        {
            sent = new SentTicket(RequestCookie.Single(context, names.Name(Plain)) is { } value ? Open(value) : null);
            context.Features.Set(sent);
        }

        return sent.Ticket;
    }

    private SessionTicket? Open(string value)
    {
        try
        {
            return protector.Unprotect(value).Split('.') is [var id, var sid] && Guid.TryParseExact(id, "N", out var tenantId)
                ? new SessionTicket(tenantId, sid)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private void RotateForms(HttpContext context)
    {
        var options = names.Options(context);
        options.SameSite = SameSiteMode.Strict;
        context.Response.Cookies.Delete(names.Name(FormProtection.Cookie), options);
    }

    private sealed record SentTicket(SessionTicket? Ticket);
}

internal sealed record SessionTicket(Guid TenantId, string Sid);

/// <summary>The answer leaves the browser with this session, or with none.</summary>
internal sealed record SessionLeft(byte[]? SidHash);
