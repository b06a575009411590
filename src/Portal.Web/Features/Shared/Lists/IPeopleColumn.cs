using Portal.Web.Data.Entities;
using Portal.Web.Lists;

namespace Portal.Web.Features.Shared.Lists;

/// <summary>
/// A column that another feature has to say about the IDs of a contract, such as the services that each uses (LINK-2).
/// A feature joins by registering one; the list itself does not know which there are.
/// </summary>
public interface IPeopleColumn
{
    string Heading { get; }

    /// <summary>Whether the tenant and the one who looks have it.</summary>
    bool IsShownTo(PortalUser who);

    /// <summary>What there is to say about those of one page, by their ids: one statement for all of them.</summary>
    Task<IReadOnlyDictionary<Guid, ListCell>> ReadAsync(IReadOnlyCollection<PortalUser> people);
}
