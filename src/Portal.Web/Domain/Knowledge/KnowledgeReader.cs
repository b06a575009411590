using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Knowledge;

/// <summary>Somebody in front of the articles of its tenant.</summary>
/// <param name="ContractId">Null for who belongs to none; such a one reads what is opened for everybody.</param>
/// <param name="Service">That of the contract.</param>
public sealed record KnowledgeReader(Guid UserId, Guid? ContractId, string? Service)
{
    public static KnowledgeReader Of(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new KnowledgeReader(user.Id, user.ContractId, user.Contract?.Service);
    }
}
