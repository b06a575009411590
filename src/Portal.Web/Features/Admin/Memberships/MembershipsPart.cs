using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Memberships;

/// <param name="Rows">With contracts and people.</param>
/// <param name="Contract">Null on the page of a person.</param>
/// <param name="MayChange">Rights in a contract are no agent's to give.</param>
/// <param name="IsOffered">Somebody can be let in; otherwise those who are in are listed to be taken out.</param>
public sealed record MembershipFacts(PortalTenant Tenant, IReadOnlyList<Membership> Rows, Contract? Contract, bool MayChange,
    bool IsOffered);

/// <summary>Who works for a contract beside its own, and for which others a person works.</summary>
public sealed class MembershipsPart(MembershipService memberships, StaffReach reach, IStringLocalizer<MembershipStaffText> text)
    : IStaffPart
{
    private const string View = "/Features/Admin/Memberships/_Memberships.cshtml";

    public async Task<StaffPart?> OfPersonAsync(PortalTenant tenant, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.HasMemberships
            ? Part(text["TitleOfPerson"],
                new MembershipFacts(tenant, await memberships.OfUser(user.Id).ToListAsync(), null, MayChange: false, IsOffered: false))
            : null;
    }

    public async Task<StaffPart?> OfContractAsync(PortalTenant tenant, Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var isOffered = DelegatedActs.AreOffered(tenant, DelegatedAct.GrantMembership);
        var rows = await memberships.OfContract(contract.Id).ToListAsync();
        return isOffered || rows.Count > 0
            ? Part(text["Title"], new MembershipFacts(tenant, rows, contract, reach.IsAdministrator, isOffered))
            : null;
    }

    private static StaffPart Part(string title, MembershipFacts facts) => new("memberships", title, View, facts);
}
