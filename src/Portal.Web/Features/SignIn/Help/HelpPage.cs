using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.SignIn.Help;

/// <summary>What the portal has of people and ways, so that the page names no others (LOGIN-9).</summary>
public sealed record HelpPage(PortalTenant Tenant)
{
    public TenantProfile Profile => Tenant.Profile;

    /// <summary>Who looks after others, in the portal's own word; null where nobody of the customer's does.</summary>
    public string? Manager => Profile.Operators is { EveryUser: false } managed ? managed.Manager.ToString() : null;

    /// <summary>The door of those who are looked after; null where there is no other.</summary>
    public string? ManagedDoor =>
        Manager is not null && Profile.Doors.Count > 1 ? Tenant.Door(Profile.Operators!.Door).Title.ToString() : null;

    /// <summary>Those who share a login ID look after one another.</summary>
    public bool HasPeers => Profile.Operators is { EveryUser: true };

    /// <summary>
    /// Several people may share an ID and its password: not so among the staff, nor where each has an address beside
    /// it.
    /// </summary>
    public bool MayShareIds => !Tenant.IsStaffRealm && Profile.Doors.Any(door => door.Second is null);

    public bool ManagerRemovesFactors => Manager is not null && DelegatedActs.AreOffered(Tenant, DelegatedAct.RemoveFactor);

    /// <summary>
    /// The doors at which a mailed link sets a password, where others have none; empty where all have it.
    /// </summary>
    public IReadOnlyList<DoorProfile> OnlyResetDoors =>
        Tenant.ResetDoors.ToList() is var doors && doors.Count < Profile.Doors.Count ? doors : [];
}
