using Portal.Web.Features.Shared.Search;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>
/// What one feature finds over the tenants that somebody looks after (ADMIN-2). It begins with the query of the
/// feature's own list, so that nothing is found that its reader may not see. A feature joins by registering one.
/// </summary>
public interface IStaffFinder
{
    /// <summary>Its place on the page: what people look for most stands first.</summary>
    int Order { get; }

    /// <summary>In one statement; that people were shown is recorded as the feature's list records it.</summary>
    /// <param name="typed">Trimmed, and long enough to be looked for.</param>
    /// <returns>Null where these tenants do not have the feature.</returns>
    Task<StaffFinds?> FindAsync(IReadOnlyList<PortalTenant> tenants, string typed);
}

/// <param name="Title">As the feature's list is called.</param>
/// <param name="Hits">The first ones, at most <see cref="SearchAsked.Shown"/>.</param>
/// <param name="All">The list of all, where there are more.</param>
public sealed record StaffFinds(string Title, IReadOnlyList<SearchHit> Hits, string? All)
{
    /// <summary>One more than are shown tells that there are more.</summary>
    public const int Asked = SearchAsked.Shown + 1;

    public static StaffFinds Of<T>(string title, IReadOnlyList<T> found, Func<T, SearchHit> hit, string list, string typed)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new StaffFinds(title, [.. found.Take(SearchAsked.Shown).Select(hit)],
            found.Count < Asked ? null : list + Uri.EscapeDataString(typed));
    }
}
