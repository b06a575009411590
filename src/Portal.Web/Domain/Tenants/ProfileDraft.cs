using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Tenants;

/// <summary>A profile that is to be in force, with the states of the tenant's row that it came about on.</summary>
/// <param name="SeenVersion">Of the row, as the page showed it.</param>
/// <param name="BaseVersion">
/// Of the row whose profile was taken for what the page does not show, as this node knew it: another node may have
/// changed it a moment ago, and its change must not be undone unseen.
/// </param>
public sealed record ProfileDraft(Guid TenantId, TenantProfile Profile, int SeenVersion, int BaseVersion)
{
    /// <summary>The version whose profile comes back.</summary>
    public int? RevertOf { get; init; }

    /// <summary>More than tenant administrators change: so much more is asked of whoever decides about it.</summary>
    public bool IsOfSystem { get; init; }

    /// <param name="known">The tenant as this node knows it, whose profile the draft was made of.</param>
    /// <param name="seenVersion">Of the row, as the page showed it.</param>
    public static ProfileDraft On(PortalTenant known, int seenVersion, TenantProfile profile)
    {
        ArgumentNullException.ThrowIfNull(known);
        return new ProfileDraft(known.Id, profile, seenVersion, known.Version);
    }
}
