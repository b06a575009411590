using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Points;

/// <summary>Who moves points.</summary>
/// <param name="Name">As the ledger shows it.</param>
public sealed record PointActor(ActorKind Kind, Guid? Id, string Name)
{
    /// <summary>The passing of time.</summary>
    public static PointActor System { get; } = new(ActorKind.System, null, "");

    public static PointActor Customer(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new PointActor(ActorKind.User, user.Id, user.DisplayName);
    }

    public static PointActor Staff(PortalUser staff)
    {
        ArgumentNullException.ThrowIfNull(staff);
        return new PointActor(ActorKind.Staff, staff.Id, staff.DisplayName);
    }
}
