using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Announcements;

/// <summary>Somebody in front of the announcements of its tenant.</summary>
/// <param name="ContractId">Null for who belongs to none; such a one reads what is for everybody.</param>
/// <param name="Service">That of the contract.</param>
public sealed record AnnouncementReader(Guid UserId, Guid? ContractId, string? Service)
{
    public static AnnouncementReader Of(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new AnnouncementReader(user.Id, user.ContractId, user.Contract?.Service);
    }
}
