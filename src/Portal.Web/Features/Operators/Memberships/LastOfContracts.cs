using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Delegation;

namespace Portal.Web.Features.Operators.Memberships;

/// <summary>
/// Which contracts would have no manager left: where somebody manages others beside its own, a refusal names them
/// (AZ-08).
/// </summary>
public sealed class LastOfContracts(PortalDbContext db, LastManager lastManager)
{
    /// <returns>None where it is its own contract alone.</returns>
    public async Task<IReadOnlyList<string>> NumbersAsync(Guid userId)
    {
        var numbers = new List<string>();
        foreach (var membership in await lastManager.Managed(userId).Include(row => row.Contract).OrderBy(row => row.Contract!.Number)
            .ToListAsync())
        {
            if (await lastManager.IsOfAsync(membership))
            {
                numbers.Add(membership.Contract!.Number);
            }
        }

        if (numbers.Count == 0)
        {
            return [];
        }

        var user = await db.Users.AsNoTracking().Include(row => row.Contract).SingleAsync(row => row.Id == userId);
        if (user.Contract is { } home && await lastManager.IsAsync(user))
        {
            numbers.Insert(0, home.Number);
        }

        return numbers;
    }
}
