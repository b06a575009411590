using Portal.Rules.Cases;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Cases;

/// <summary>Who does something to a case.</summary>
/// <param name="Name">As the timeline shows it.</param>
public sealed record CaseActor(CaseSide Side, Guid? Id, string Name)
{
    /// <summary>Of the staff, who is given what it answers; null for all others.</summary>
    public Guid? AgentId => Side == CaseSide.Agent ? Id : null;

    /// <summary>The passing of time.</summary>
    public static CaseActor System { get; } = new(CaseSide.System, null, "");

    public static CaseActor Customer(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new CaseActor(CaseSide.Customer, user.Id, user.DisplayName);
    }

    public static CaseActor Agent(PortalUser staff)
    {
        ArgumentNullException.ThrowIfNull(staff);
        return new CaseActor(CaseSide.Agent, staff.Id, staff.DisplayName);
    }
}
