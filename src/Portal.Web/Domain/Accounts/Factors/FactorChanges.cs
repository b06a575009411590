using Portal.Rules.SecondFactors;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Factors;

/// <summary>
/// What follows from every change of an account's factors: the event that mails its owner, and the end of the browsers
/// whose trust rested on them (MF-11, MF-12).
/// </summary>
public sealed class FactorChanges(TrustedBrowsers trusted, RecoveryCodes recoveryCodes, AuditLog audit, CurrentTenant tenant)
{
    /// <param name="name">What the owner calls the device; null where there is none.</param>
    public async Task AddedAsync(PortalUser user, FactorMethod method, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        await trusted.EndAllAsync(user.Id);
        audit.Record(AuditKinds.FactorAdded, AuditSubject.Of(user), details: new { method = method.ToString(), device = name });
    }

    /// <param name="left">What the account has without it. Recovery
    /// codes stand in for a factor; without any they go, too.</param>
    public async Task RemovedAsync(PortalUser user, FactorMethod method, string? name, FactorFacts left)
    {
        ArgumentNullException.ThrowIfNull(user);
        await trusted.EndAllAsync(user.Id);
        audit.Record(AuditKinds.FactorRemoved, AuditSubject.Of(user), details: new { method = method.ToString(), device = name });
        if (SecondFactorRules.Usable(tenant.Value.Factors, left).Count == 0)
        {
            await recoveryCodes.EndAsync(user.Id);
        }
    }
}
