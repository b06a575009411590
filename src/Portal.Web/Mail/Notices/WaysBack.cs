using Microsoft.EntityFrameworkCore;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Mail.Notices;

/// <summary>
/// How this tenant lets somebody back in: as its profile says, and as far as this account can go that way (LOCK-7).
/// </summary>
internal static class WaysBack
{
    /// <summary>By oneself, with a temporary password that is mailed.</summary>
    public const string Mail = "Mail";

    /// <summary>By oneself, from a mailed link.</summary>
    public const string Reset = "Reset";

    public const string Phone = "Phone";

    /// <summary>Ways to ask a manager begin so.</summary>
    public const string Manager = "Manager.";

    private const string Staff = "Staff.";

    public static void Write(MailBody body, MailContext to, NoticeCause cause, DateTimeOffset? until, bool passwordIsVoid)
    {
        var ways = Of(to.Tenant, cause.User, cause.HasManager, passwordIsVoid);
        body.Paragraph(to.Text<NoticeText>("Ways")).List(
        [
            .. until is { } end ? [to.Text<NoticeText>("Way.Time", to.Time(end))] : Array.Empty<string>(),
            .. ways.Select(way => to.Text<NoticeText>("Way." + way, AccountNotice.Manager(to))),
        ]);
        if (AreByOneself(ways))
        {
            body.Button(to.Text<NoticeText>("Unlock"), to.Link("/unlock"));
        }
    }

    /// <summary>The ways that this account has, as words that name texts.</summary>
    /// <param name="hasManager">Somebody else manages the contract and can sign in.</param>
    /// <param name="passwordIsVoid">Nothing but another password helps.</param>
    public static IReadOnlyList<string> Of(PortalTenant tenant, PortalUser user, bool hasManager, bool passwordIsVoid)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(user);
        var ways = new List<string>();
        if (ByOneself(tenant, user, passwordIsVoid))
        {
            ways.Add(tenant.TemporaryPasswords.ByMail ? Mail : Reset);
        }

        if (tenant.TemporaryPasswords.SetsByPhone(HasAddress(user)) && MayUseTemporary(tenant, passwordIsVoid))
        {
            ways.Add(Phone);
        }

        if (hasManager && By(tenant, "manager", TemporaryPasswordOrigin.Manager, passwordIsVoid) is { } byManager)
        {
            ways.Add(Manager + byManager);
        }

        if (By(tenant, "staff", TemporaryPasswordOrigin.Staff, passwordIsVoid) is { } byStaff)
        {
            ways.Add(Staff + byStaff);
        }

        return ways;
    }

    /// <summary>One of the ways begins at the page for whoever has forgotten a password.</summary>
    public static bool AreByOneself(IEnumerable<string> ways) => ways.Any(way => way is Mail or Reset);

    /// <summary>Whether somebody else manages the contract and can sign in.</summary>
    /// <param name="today">Where the tenant is.</param>
    public static async Task<bool> HasManagerAsync(PortalDbContext db, PortalUser user, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(user);
        return user.ContractId is { } contractId
            && await db.ManagersOf(user.TenantId, contractId).AnyAsync(row => row.Id != user.Id && row.DisabledAt == null
                && (row.ValidUntil == null || row.ValidUntil >= today), cancellationToken);
    }

    private static bool HasAddress(PortalUser user) => !string.IsNullOrEmpty(user.Email);

    private static bool ByOneself(PortalTenant tenant, PortalUser user, bool passwordIsVoid) => tenant.TemporaryPasswords.ByMail
        ? user.KeywordHash is not null && MayUseTemporary(tenant, passwordIsVoid)
        : tenant.HasReset(user.Door) && (passwordIsVoid || Releases(tenant, "reset"));

    // What somebody can ask of a manager or of staff: a release, or where none is possible a temporary password.
    private static string? By(PortalTenant tenant, string who, TemporaryPasswordOrigin origin, bool passwordIsVoid) =>
        !passwordIsVoid && Releases(tenant, who) ? "Release"
        : tenant.TemporaryPasswords.Allows(origin) && MayUseTemporary(tenant, passwordIsVoid) ? "TemporaryPassword"
        : null;

    private static bool MayUseTemporary(PortalTenant tenant, bool passwordIsVoid) =>
        passwordIsVoid || Releases(tenant, "temporaryPassword");

    private static bool Releases(PortalTenant tenant, string who) => tenant.Profile.Lockout.ReleasedBy?.Contains(who) ?? false;
}
