using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;

namespace Portal.Web.Domain.Cases;

public enum SharingOutcome
{
    Changed,
    Unchanged,

    /// <summary>Another manager changed it since the page was opened.</summary>
    Conflict,
}

/// <summary>Who of a contract sees the cases of the others (CASE-6).</summary>
public sealed class CaseSharing(PortalDbContext db, AccountLocks locks, AuditLog audit)
{
    /// <summary>Everybody who can be chosen.</summary>
    public IQueryable<PortalUser> People(Guid contractId) => db.PeopleOf(contractId);

    public Task<List<Guid>> ChosenAsync(Guid contractId) =>
        db.CaseViewers.Where(viewer => viewer.ContractId == contractId).Select(viewer => viewer.UserId).ToListAsync();

    /// <summary>What holds now, and how often it was changed.</summary>
    public async Task<(CaseVisibility Visibility, int Version)> NowAsync(Guid contractId)
    {
        var row = await db.Contracts.AsNoTracking().SingleAsync(contract => contract.Id == contractId);
        return (row.CaseVisibility, row.CaseVisibilityVersion);
    }

    /// <param name="version">As the page showed it.</param>
    /// <param name="chosen">Those of the contract count; kept for when the visibility is that of chosen persons
    /// again.</param>
    public async Task<SharingOutcome> ChangeAsync(Guid contractId, int version, CaseVisibility visibility, IReadOnlyCollection<Guid> chosen)
    {
        await locks.ContractAsync(contractId);
        var contract = await db.Contracts.SingleAsync(row => row.Id == contractId);
        await db.Entry(contract).ReloadAsync();
        if (contract.CaseVisibilityVersion != version)
        {
            return SharingOutcome.Conflict;
        }

        var before = await ChosenAsync(contractId);
        var after = await People(contractId).Where(user => chosen.Contains(user.Id)).Select(user => user.Id).ToListAsync();
        if (contract.CaseVisibility == visibility && before.ToHashSet().SetEquals(after))
        {
            return SharingOutcome.Unchanged;
        }

        await db.CaseViewers.Where(viewer => viewer.ContractId == contractId && !after.Contains(viewer.UserId)).ExecuteDeleteAsync();
        db.CaseViewers.AddRange(after.Except(before).Select(id => new CaseViewer { ContractId = contractId, UserId = id }));
        audit.Record(CaseEvents.VisibilityChanged, new AuditSubject(null, contract.Number, contractId), details: new
        {
            changes = new
            {
                visibility = new[] { contract.CaseVisibility.ToString(), visibility.ToString() },
                chosen = new[] { before.Count, after.Count },
            },
        });
        contract.CaseVisibility = visibility;
        contract.CaseVisibilityVersion++;
        return SharingOutcome.Changed;
    }
}
