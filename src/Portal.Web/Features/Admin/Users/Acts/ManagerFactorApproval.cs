using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Approvals;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Approvals;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Users.Acts;

/// <summary>What is asked for; the account is the request's subject.</summary>
public sealed record ManagerFactorData(Guid UserId);

/// <summary>
/// Who takes a manager's second factor away can be in that manager's place with a password alone; a profile can ask a
/// second person for it (ADMIN-11).
/// </summary>
public sealed class ManagerFactorApproval(PortalDbContext db, StaffFactorReset factors, CurrentTenant tenant,
    IStringLocalizer<AdminText> text) : IApprovableAct
{
    public string Name => ApprovableActs.RemoveManagerFactor;

    /// <summary>Whether removing this account's factor waits for a second person there.</summary>
    public static bool Concerns(UserTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target is { Act: DelegatedAct.RemoveFactor, IsManager: true }
            && target.Tenant.Profile.Approval.Asks(ApprovableActs.RemoveManagerFactor);
    }

    public static ApprovalAsk Ask(UserTarget target, string reason)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new ApprovalAsk(ApprovableActs.RemoveManagerFactor, target.User.Id.ToString("N"), target.User.Id, target.User.UserName!,
            new ManagerFactorData(target.User.Id), reason);
    }

    public bool MayDecide(StaffActor actor, PortalTenant tenant, ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return StaffRules.MaySeeTenant(actor, tenant.Id) && StaffActs.AreOffered(tenant, DelegatedAct.RemoveFactor);
    }

    public async Task<IReadOnlyList<ApprovalFact>> DescribeAsync(ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var user = await db.Users.Include(row => row.Contract!.Holder).AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == request.SubjectId);
        return user is null
            ? [new(text["LoginId"], request.SubjectName)]
            :
            [
                new(text["LoginId"], request.SubjectName, StaffPaths.User(tenant.Value.Slug, user.Id)),
                new(text["Name"], user.DisplayName),
                .. user.Contract is { } contract
                    ? [new ApprovalFact(text["Contract"], text["ContractOf", contract.Number, contract.Holder!.Name])]
                    : Array.Empty<ApprovalFact>(),
            ];
    }

    public async Task<ActOutcome> CarryOutAsync(ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await factors.RunAsync(request.SubjectId!.Value, request.Reason) ? ActOutcome.Done : ActOutcome.NotPossible;
    }
}
