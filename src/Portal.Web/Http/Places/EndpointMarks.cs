using Microsoft.AspNetCore.Http.Metadata;
using Portal.Web.Forms;

namespace Portal.Web.Http.Places;

/// <summary>Where an endpoint is served.</summary>
[Flags]
public enum Site
{
    /// <summary>At the root of the application, in no portal.</summary>
    Outside = 1,
    Tenant = 2,

    /// <summary>The provider's staff, at /admin.</summary>
    Staff = 4,
    Portal = Tenant | Staff,
    Anywhere = Outside | Portal,
}

/// <summary>
/// Where this controller or action is served; elsewhere it does not exist. Without it: Features.Admin for staff alone,
/// Landing, Errors, Shared and Dev anywhere, all others in every portal.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ServedInAttribute(Site site) : Attribute
{
    public Site Site { get; } = site;
}

/// <summary>Exists only in tenants whose profile lists the feature.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class TenantFeatureAttribute(string feature) : Attribute
{
    public string Feature { get; } = feature;
}

/// <summary>Reachable by a session that must change its password first (TEMP-6): the change itself, sign-out.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForcedChangeAllowedAttribute : Attribute;

/// <summary>
/// Reachable by a session that must set up or prove a second factor first (MFA-7): the set-up itself, sign-out.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class EnrolmentAllowedAttribute : Attribute
{
    /// <summary>Sets a factor up: closed to an account that has one, which proves that one instead.</summary>
    public bool SetsUp { get; init; }
}

/// <summary>
/// How somebody proves who it is, and what is its own alone: nobody else does that in its place (SE-13). Pages of one's
/// own account and of signing in are closed by their folder; see <see cref="ActingConvention"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ClosedWhileActingAttribute : Attribute;

/// <summary>The exception: open in somebody else's place, too.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenWhileActingAttribute : Attribute;

/// <summary>
/// Reachable before the terms are agreed to that this account is asked for (LINK-3).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class BeforeConsentAttribute : Attribute;

/// <summary>Sends a file: a session that must change its password is refused rather than led to the change.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class DownloadAttribute : Attribute;

/// <summary>The same file for everybody, signed in or not: caches may keep it as it says itself.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicFileAttribute : Attribute;

/// <summary>The browser asks by itself, so it is no use of the session (SE-04).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class BackgroundRequestAttribute : Attribute;

/// <summary>
/// A script of ours asks, and no person reads the answer: who is not signed in gets a status in place of the sign-in
/// page, and keeps the cookie by which the next page says why the session ended; nor does any gate lead it elsewhere.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AskedByScriptAttribute : Attribute, IDisableCookieRedirectMetadata;

/// <summary>Called by another system with a signature instead of a token; the list of these is tested.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedWebhookAttribute : Attribute;

/// <summary>The action opens its own transactions, because it waits for something without a connection.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OwnTransactionAttribute : Attribute;

/// <summary>
/// What was typed may be kept where the session ended under it (SAFE-3): of the fields those alone that bear <see
/// cref="InDraftAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KeepsDraftAttribute : Attribute;

/// <summary>
/// Sent again on purpose from one and the same page, and harmless each time: its answers are not remembered (SAFE-2).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SentAgainAttribute : Attribute;
