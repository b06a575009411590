using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Standing;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Cases;

/// <param name="Contract">With its holder.</param>
/// <param name="Contact">Null where nobody of it may be in.</param>
public sealed record CasePlace(Contract Contract, PortalUser? Contact);

/// <summary>
/// Whose case it will be where the provider opens one and names nobody: the first manager who may be in, else the first
/// of the others (ADMIN-5).
/// </summary>
public sealed class CaseContacts(PortalDbContext db, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>
    /// People of a contract: its managers first, whatever they are in their own; before those from elsewhere its own
    /// people; of one kind, as lists of people are read.
    /// </summary>
    public IOrderedQueryable<PortalUser> InOrder(IOrderedQueryable<PortalUser> people, Guid contractId)
    {
        var managers = db.Memberships.Where(row => row.ContractId == contractId && row.Role == AccountRole.Manager);
        return people
            .ThenBy(user => user.ContractId == contractId ? user.Role == AccountRole.Manager ? 0 : 1
                : managers.Any(row => row.UserId == user.Id) ? 0 : 1)
            .ThenBy(user => user.ContractId == contractId ? 0 : 1)
            .ThenBy(user => user.FamilyNameKana + user.GivenNameKana).ThenBy(user => user.Id);
    }

    /// <returns>By number; contracts that there are not are not there.</returns>
    public async Task<IReadOnlyDictionary<string, CasePlace>> OfAsync(IEnumerable<string> contracts)
    {
        string[] numbers = [.. contracts.Where(number => number.Length > 0).Distinct()];
        var rows = await db.Contracts.AsNoTracking().Include(row => row.Holder).Where(row => numbers.Contains(row.Number)).ToListAsync();
        Guid[] ids = [.. rows.Select(row => row.Id)];
        var people = await db.Users.AsNoTracking().Where(user => ids.Contains(user.ContractId!.Value))
            .Where(AccountStandings.MayBeTold(tenant.Value.Zone.DayOf(clock.GetUtcNow())))
            .OrderBy(user => user.ContractId).ThenBy(user => user.Role == AccountRole.Manager ? 0 : 1)
            .ThenBy(user => user.FamilyNameKana + user.GivenNameKana).ThenBy(user => user.Id)
            .Select(user => new { user.Id, user.ContractId, IsManager = user.Role == AccountRole.Manager }).ToListAsync();

        // Where it has no manager of its own, somebody of the holder's other contracts may be one, or work for it at
        // least.
        Guid[] without = [.. ids.Except(people.Where(user => user.IsManager).Select(user => user.ContractId!.Value))];
        var members = without.Length == 0 ? [] : await MembersAsync(without);

        // A contract can have thousands of people, and one of them is wanted.
        Guid[] first = [.. people.DistinctBy(user => user.ContractId).Select(user => user.Id)];
        var contacts = await db.Users.AsNoTracking().Where(user => first.Contains(user.Id))
            .ToDictionaryAsync(user => user.ContractId!.Value);
        return rows.ToDictionary(row => row.Number,
            row => new CasePlace(row, First(contacts.GetValueOrDefault(row.Id), members.GetValueOrDefault(row.Id))),
            StringComparer.Ordinal);
    }

    private static PortalUser? First(PortalUser? own, PortalUser? member) =>
        own is { Role: not AccountRole.Manager } && member is { Role: AccountRole.Manager } ? member : own ?? member;

    /// <summary>By contract; each as it works for that one.</summary>
    private async Task<Dictionary<Guid, PortalUser>> MembersAsync(IReadOnlyList<Guid> contracts)
    {
        var mayBeTold = db.Users.Where(AccountStandings.MayBeTold(tenant.Value.Zone.DayOf(clock.GetUtcNow())));
        var found = await db.Memberships.AsNoTracking().Include(row => row.Contract).Include(row => row.User)
            .Where(row => contracts.Contains(row.ContractId) && row.Contract!.Status == ContractStatus.Active
                && mayBeTold.Any(user => user.Id == row.UserId))
            .OrderBy(row => row.Role == AccountRole.Manager ? 0 : 1).ThenBy(row => row.User!.FamilyNameKana + row.User.GivenNameKana)
            .ThenBy(row => row.UserId).ToListAsync();
        return found.DistinctBy(row => row.ContractId).ToDictionary(row => row.ContractId, Workplaces.As);
    }
}
