using Portal.Web.Domain.Accounts.Delegation;

namespace Portal.Web.Features.Operators.Memberships;

/// <summary>
/// Which contracts would have no manager left: where somebody manages others beside its own, a refusal names them
/// (AZ-08).
/// </summary>
public sealed class LastOfContracts(LastManager lastManager)
{
    /// <returns>None where it is its own contract alone.</returns>
    public async Task<IReadOnlyList<string>> NumbersAsync(Guid userId) =>
        await lastManager.OfAsync(userId) is { Others.Count: > 0 } last ? last.All : [];
}
