using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.SecondFactors;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Factors;

/// <summary>What an account can prove itself with, as facts for the rules.</summary>
public sealed class AccountFactors(PortalDbContext db, CurrentTenant tenant)
{
    public Task<FactorFacts> ReadAsync(PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return ReadAsync(user.Id, user);
    }

    /// <summary>One statement, the same for an account that does not exist (EN-02).</summary>
    internal async Task<FactorFacts> ReadAsync(Guid userId, PortalUser? user)
    {
        var none = new FactorFacts(user?.Role ?? AccountRole.Member, user?.MustHaveSecondFactor ?? false, user?.WantsSecondFactor ?? false,
            user?.Email is { Length: > 0 }, 0, 0, 0)
        {
            AddressBounces = user?.EmailBouncedAt is not null,
        };
        if (tenant.Value.Factors.Mode == SecondFactorMode.Off)
        {
            return none;
        }

        var here = tenant.Value.Id;
        var counts = await db.Tenants.Where(row => row.Id == here).Select(row => new
        {
            Apps = db.AuthenticatorApps.Count(app => app.UserId == userId && app.ConfirmedAt != null),
            Passkeys = db.Passkeys.Count(passkey => passkey.UserId == userId),
            Codes = db.RecoveryCodes.Count(code => code.UserId == userId && code.UsedAt == null),
        }).SingleAsync();
        return none with { Apps = counts.Apps, Passkeys = counts.Passkeys, RecoveryCodes = counts.Codes };
    }
}
