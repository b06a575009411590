using Portal.Rules.SecondFactors;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Factors;

public enum EmailSwitchOutcome
{
    Switched,
    Unchanged,

    /// <summary>
    /// A code needs an address that is known to be its owner's, else the next sign-in would be the last.
    /// </summary>
    NoProvenAddress,

    /// <summary>Mail to it comes back (ML-05).</summary>
    AddressBounces,
}

/// <summary>"Use a one-time code at sign-in" and "do not" (USER-4).</summary>
public sealed class EmailCodeSwitch(AccountLocks locks, AccountFactors factors, FactorChanges changes, CurrentTenant tenant)
{
    /// <summary>Where a factor is demanded, mailed codes are there without a switch.</summary>
    public bool IsChoice(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return tenant.Value.Factors.Accepts(FactorMethod.EmailCode)
            && !SecondFactorRules.IsRequired(tenant.Value.Factors, user.Role, user.MustHaveSecondFactor);
    }

    public async Task<EmailSwitchOutcome> SetAsync(PortalUser user, bool on)
    {
        ArgumentNullException.ThrowIfNull(user);
        await locks.SignInAsync(user.Id);
        if (user.WantsSecondFactor == on)
        {
            return EmailSwitchOutcome.Unchanged;
        }

        if (on && (user.Email is null || user.EmailConfirmedAt is null))
        {
            return EmailSwitchOutcome.NoProvenAddress;
        }

        if (on && user.EmailBouncedAt is not null)
        {
            return EmailSwitchOutcome.AddressBounces;
        }

        user.WantsSecondFactor = on;
        await (on ? changes.AddedAsync(user, FactorMethod.EmailCode)
            : changes.RemovedAsync(user, FactorMethod.EmailCode, null, await factors.ReadAsync(user)));
        return EmailSwitchOutcome.Switched;
    }
}
