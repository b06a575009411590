using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>
/// What one feature counts of a person, each count with the list behind it (ADMIN-2). All features' counts are one
/// statement. A feature joins by registering one in its own folder.
/// </summary>
public interface IStaffTally
{
    IEnumerable<StaffTally> OfPerson(PortalTenant tenant, PortalUser user);
}

/// <param name="Key">Whose count it is, such as "cases/own".</param>
/// <param name="Rows">One of each row that counts.</param>
/// <param name="Path">The list that shows the same rows.</param>
public sealed record StaffTally(string Key, string Label, IQueryable<Guid> Rows, string Path);

/// <param name="Count">Up to <see cref="HomeCounts.Most"/>.</param>
public sealed record CountedTally(string Label, int Count, string Path);

public static class StaffTallies
{
    public static async Task<IReadOnlyList<CountedTally>> CountAsync(this IEnumerable<IStaffTally> tallies, PortalTenant tenant,
        PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        StaffTally[] asked = [.. tallies.SelectMany(each => each.OfPerson(tenant, user))];
        HomeCount[] rows = [.. asked.Select(each => new HomeCount(each.Key, each.Rows))];
        var counts = await rows.ReadAsync();
        return [.. asked.Select(each => new CountedTally(each.Label, counts[each.Key], each.Path))];
    }
}
