using Portal.Rules.SecondFactors;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Delegation;

/// <summary>
/// A second factor that a manager asks of one user, where the tenant's policy leaves it open (CONT-2).
/// </summary>
public sealed class FactorRequirement(AuditLog audit, AuditActor actor, CurrentTenant tenant)
{
    /// <summary>Whether the policy leaves it open: it forbids none, and asks none of everybody.</summary>
    public bool IsOpen => tenant.Value.Factors.Mode is SecondFactorMode.Optional or SecondFactorMode.RequiredForManagers;

    /// <summary>The caller holds the account's lock.</summary>
    public void Set(PortalUser user, bool required)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (!IsOpen || user.MustHaveSecondFactor == required)
        {
            return;
        }

        (user.MustHaveSecondFactor, user.ChangedBy) = (required, actor.Name);
        audit.Record(AuditKinds.FactorRequirementChanged, AuditSubject.Of(user), details: new { required });
    }
}
