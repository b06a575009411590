using Microsoft.EntityFrameworkCore;
using Portal.Rules.WorkRequests;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.WorkRequests;

/// <summary>An item as customers find it: what it says now.</summary>
public sealed record OfferedWork(WorkItem Item, WorkDefinition Definition);

/// <summary>
/// The catalogue as one contract sees it: what is published, and what its plan or options include (WORK-1). Whatever
/// customers read of it begins here.
/// </summary>
public sealed class WorkCatalogue(PortalDbContext db, TenantClock clock)
{
    public async Task<IReadOnlyList<OfferedWork>> OfAsync(Contract contract) => await SeenAsync(contract, Published());

    /// <returns>Null for what the contract lacks, what is hidden, and what does not exist, all alike.</returns>
    public async Task<OfferedWork?> FindAsync(Contract contract, string code) =>
        (await SeenAsync(contract, Published().Where(row => row.Item!.Code == code))).SingleOrDefault();

    /// <summary>A version as it was understood when it was written.</summary>
    public static WorkDefinition Read(WorkItemVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return DefinitionReader.Read(version.Definition).Definition
            ?? throw new InvalidOperationException($"Edition {version.Edition} of {version.ItemId} is no definition.");
    }

    private IQueryable<WorkItemVersion> Published() => db.WorkItemVersions.AsNoTracking().Include(row => row.Item)
        .Where(row => row.Item!.IsPublished && row.Edition == row.Item.Edition);

    private async Task<IReadOnlyList<OfferedWork>> SeenAsync(Contract contract, IQueryable<WorkItemVersion> versions)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var found = await versions.OrderBy(row => row.Item!.Position).ThenBy(row => row.Item!.Code).ToListAsync();
        var has = found.Exists(row => row.Item!.OnlyWith.Length > 0) ? await NamesOfAsync(contract) : [];
        return [.. found.Where(row => row.Item!.IsFor(has)).Select(row => new OfferedWork(row.Item!, Read(row)))];
    }

    private async Task<List<string>> NamesOfAsync(Contract contract)
    {
        var today = clock.Today;
        return [contract.Plan, .. await db.ContractOptions.Where(row => row.ContractId == contract.Id && row.StartsOn <= today)
            .Select(row => row.Name).ToListAsync()];
    }
}
