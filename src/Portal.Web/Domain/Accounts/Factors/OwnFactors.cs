using Portal.Rules.SecondFactors;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Factors;

/// <summary>What the signed-in user has.</summary>
public sealed class OwnFactors(UnitOfWork work, AccountFactors factors, CurrentSession session, CurrentTenant tenant)
{
    /// <summary>Inside the current transaction.</summary>
    public Task<FactorFacts> ReadAsync() => factors.ReadAsync(session.User);

    /// <summary>In a transaction of its own, for what runs before any action.</summary>
    public async Task<bool> HaveUsableAsync() =>
        SecondFactorRules.Usable(tenant.Value.Factors, await work.RunAsync(ReadAsync)).Count > 0;
}
