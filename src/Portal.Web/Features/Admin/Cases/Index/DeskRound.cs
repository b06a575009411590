using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Index;

/// <summary>The list that a case was opened from, and what stands beside the case in it.</summary>
/// <param name="List">Where the list is.</param>
/// <param name="View">Names it.</param>
/// <param name="Back">The one before; null for none.</param>
/// <param name="On">The one to go on with; null where nothing is left.</param>
public sealed record DeskNeighbours(string List, DeskView View, string? Back, string? On)
{
    /// <summary>From 1; null for a case that is not, or no longer, among the first of the list.</summary>
    public int? Place { get; init; }
}

/// <summary>
/// From one case of a list to the next: the desk works through a queue without going back to it (ADMIN-5).
/// </summary>
public sealed class DeskRound(StaffReach reach, DeskQueue queue)
{
    /// <summary>Nobody works further through a list than that without looking at it again.</summary>
    public const int Most = 200;

    public async Task<DeskNeighbours> OfAsync(DeskQuery query, SupportCase row)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(row);
        var tenants = DeskQueue.WithCases(await reach.ChooseAsync(query.Tenant) ?? []);
        var first = await queue.FirstAsync(tenants, query, Most);
        var at = first.FindIndex(place => place.TenantId == row.TenantId && place.Number == row.Number);

        // What was answered has left the queue: its first comes next.
        return new DeskNeighbours(StaffPaths.Cases + query.Address, query.Preset, PathOf(at - 1), PathOf(at + 1))
        {
            Place = at < 0 ? null : at + 1,
        };

        string? PathOf(int place) =>
            place >= 0 && place < first.Count && Of(tenants, first[place]) is { } path ? path + query.Address : null;
    }

    private static string? Of(IReadOnlyList<PortalTenant> tenants, DeskPlace place) =>
        tenants.FirstOrDefault(tenant => tenant.Id == place.TenantId) is { } tenant ? StaffPaths.Case(tenant.Slug, place.Number) : null;
}
