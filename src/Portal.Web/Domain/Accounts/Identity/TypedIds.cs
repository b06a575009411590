using Portal.Rules.Identifiers;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data.Keys;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Accounts.Identity;

/// <summary>
/// What the log keeps of a login ID that is nobody's. People type their password into that
/// field, one line too early, and administrators read and export the log: only what looks
/// like the tenant's IDs is kept as it was typed (AU-05). Of everything else the log keeps
/// the first character, the length and a fingerprint, by which the same text is found again.
/// </summary>
public sealed class TypedIds(DeploymentKey key, CurrentTenant tenant)
{
    private const string Purpose = "Portal.TypedIds";
    private const int Digits = 10;

    /// <summary>The subject of an event in the current tenant.</summary>
    public AuditSubject Subject(DoorProfile door, string typed)
    {
        ArgumentNullException.ThrowIfNull(door);
        return new AuditSubject(null, IsOfFormat(tenant.Value, typed) ? typed : Masked(tenant.Value, door.Identifier.Kind, typed), null);
    }

    /// <summary>
    /// The names under which the log of a tenant may hold what was typed, whatever kind of ID it was typed for.
    /// </summary>
    public IEnumerable<string> NamesOf(PortalTenant of, string typed)
    {
        ArgumentNullException.ThrowIfNull(of);
        return of.Profile.Doors.Select(door => door.Identifier.Kind).Distinct().Select(kind => Masked(of, kind, typed)).Append(typed);
    }

    private static bool IsOfFormat(PortalTenant of, string typed) =>
        of.Profile.Operators?.IdFormat is { } format && IdFormat.Fits(format, CanonicalText.LoginId(typed));

    // All of it from the canonical form, so that another spelling has the same name. The tenant is part of the
    // fingerprint: what one tenant's administrators see tells nothing of another.
    private string Masked(PortalTenant of, IdentifierKind kind, string typed)
    {
        var canonical = LoginKeys.Canonical(kind, typed);
        var first = canonical.Length > 0 ? ForeignText.Of(Shortened.First(canonical), 8) : "";
        return $"{first}… ({canonical.EnumerateRunes().Count()}) {key.Fingerprint(Purpose, $"{of.Id:N} {canonical}", Digits)}";
    }
}
