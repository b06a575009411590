using Microsoft.EntityFrameworkCore;
using Portal.Rules.Contracts;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Contracts;

/// <summary>A contract as the staff's list shows it.</summary>
/// <param name="Users">How many IDs it has.</param>
public sealed record ContractRow(PortalTenant Tenant, Contract Contract, int Users);

/// <summary>
/// The contracts of the tenants that one looks after (ADMIN-4). That they were looked at is recorded: holders are
/// people, too (AU-09).
/// </summary>
public sealed class ContractList(PortalDbContext db, StaffReach reach, Audit.AuditLog audit)
{
    /// <summary>Fewer digits than this are part of too many numbers to mean one.</summary>
    private const int FewestDigits = 4;

    public static readonly ListOrders<Contract> Orders = new ListOrders<Contract>("number")
        .By("number", row => row.Number)
        .By("holder", row => row.Holder!.NameKana + row.Holder.Name)
        .By("service", row => row.Service)
        .By("state", row => row.Status)
        .By("starts", row => row.StartsOn)
        .Then(row => row.TenantId).Then(row => row.Id);

    /// <summary>The staff's own realm has none.</summary>
    public static IReadOnlyList<PortalTenant> WithContracts(IEnumerable<PortalTenant> tenants) =>
        [.. tenants.Where(tenant => !tenant.IsStaffRealm)];

    public Task<IReadOnlyDictionary<ContractView, ListCount>> CountAsync(IReadOnlyList<PortalTenant> tenants, ContractQuery query) =>
        Enum.GetValues<ContractView>().CountEachAsync(view => Found(tenants, query, view));

    public async Task<ListPage<ContractRow>> PageAsync(IReadOnlyList<PortalTenant> tenants, ContractQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = Found(tenants, query, query.Preset);
        var page = await found.PageAsync(Shown(found, query), query.Page);
        var ids = page.Rows.Select(row => row.Id).ToArray();
        var users = await reach.Within(db.Users, tenants).Where(row => ids.Contains(row.ContractId!.Value))
            .GroupBy(row => row.ContractId!.Value).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count);
        audit.Record(StaffEvents.ContractsListed, details: new { q = query.Text, rows = page.Count.Number }).In(tenants);
        return page.Select(row => new ContractRow(Of(row, tenants), row, users.GetValueOrDefault(row.Id)));
    }

    /// <summary>The first ones, for a search over several kinds of things.</summary>
    public async Task<IReadOnlyList<ContractRow>> FirstAsync(IReadOnlyList<PortalTenant> tenants, string text, int most)
    {
        var query = new ContractQuery { Q = text };
        var found = await Shown(Found(tenants, query, ContractView.All), query).Take(most).ToListAsync();
        audit.Record(StaffEvents.ContractsListed, details: new { q = query.Text, rows = found.Count }).In(tenants);
        return found.ConvertAll(row => new ContractRow(Of(row, tenants), row, 0));
    }

    /// <summary>All that would be paged through, for a file.</summary>
    public IAsyncEnumerable<ContractRow> ReadAllAsync(IReadOnlyList<PortalTenant> tenants, ContractQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var people = reach.Within(db.Users, tenants);
        return Shown(Found(tenants, query, query.Preset), query)
            .Select(row => new { row, users = people.Count(user => user.TenantId == row.TenantId && user.ContractId == row.Id) })
            .AsAsyncEnumerable().Select(each => new ContractRow(Of(each.row, tenants), each.row, each.users));
    }

    public IQueryable<Contract> Found(IReadOnlyList<PortalTenant> tenants, ContractQuery query, ContractView view)
    {
        ArgumentNullException.ThrowIfNull(query);
        var contracts = reach.Within(db.Contracts, tenants);
        contracts = view switch
        {
            ContractView.Active => contracts.Where(row => row.Status == ContractStatus.Active),
            ContractView.Suspended => contracts.Where(row => row.Status == ContractStatus.Suspended),
            _ => contracts,
        };
        if (query.AskedNetwork is { } network)
        {
            contracts = With(contracts, reach.Within(db.OptionSettings, tenants).Where(row => row.State == network));
        }

        var people = reach.Within(db.Users, tenants);
        return Words(query.Text).Aggregate(contracts, (rows, word) => Matching(rows, people, word));
    }

    /// <summary>Those with a number that one of the settings is of.</summary>
    public static IQueryable<Contract> With(IQueryable<Contract> contracts, IQueryable<OptionSetting> options) => contracts.Where(row =>
        options.Any(option => option.TenantId == row.TenantId && option.Number!.ContractId == row.Id));

    /// <summary>Every word must be in number, holder or what somebody signs in with.</summary>
    private static IQueryable<Contract> Matching(IQueryable<Contract> contracts, IQueryable<PortalUser> people, string word)
    {
        var (number, kana, key) = (ContractNumber.Read(word), CanonicalText.Kana(word), CanonicalText.SearchKey(word));
        return contracts.Where(row => row.Number.Contains(number) || row.Holder!.Name.Contains(word) || row.Holder.NameKana.Contains(kana)
            || people.Any(user => user.TenantId == row.TenantId && user.ContractId == row.Id && user.SearchKey.Contains(key)));
    }

    /// <summary>
    /// People write a telephone number with hyphens and blanks. Each word is a condition within the one before: of
    /// thousands of them, as a form can hold, the node would die (RX-07).
    /// </summary>
    private static IReadOnlyList<string> Words(string text) =>
        CanonicalText.PhoneNumber(text) is { Length: >= FewestDigits } number && number.All(char.IsAsciiDigit)
            ? [number]
            : [.. CanonicalText.FreeText(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct()
                .Take(SearchText.MostWords)];

    private static IQueryable<Contract> Shown(IQueryable<Contract> found, ContractQuery query) =>
        Orders.Apply(found, query.Order).Include(row => row.Holder).AsNoTracking();

    private static PortalTenant Of(Contract row, IReadOnlyList<PortalTenant> tenants) => tenants.First(each => each.Id == row.TenantId);
}
