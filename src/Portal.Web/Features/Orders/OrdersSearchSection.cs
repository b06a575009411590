using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders;
using Portal.Web.Features.Orders.Index;
using Portal.Web.Features.Shared.Orders;
using Portal.Web.Features.Shared.Search;
using Portal.Web.Http.Guards;
using Portal.Web.Lists;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Orders;

/// <summary>Applications by number, items, who sent them and where they go, the latest first.</summary>
public sealed class OrdersSearchSection(OrderQuery orders, OrderWords words, CurrentSession session, Offers offers,
    TenantClock clock, IStringLocalizer<OrdersText> text) : ISearchSection
{
    public int Order => 5;

    public async Task<SearchGroup?> FindAsync(SearchAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (!offers.HasPage(OrderPaths.Index) || OrderReader.Of(session.User) is not { } reader)
        {
            return null;
        }

        var filter = new OrderFilter { Q = asked.Typed };
        var found = await orders.PageAsync(reader, filter, await orders.CountsAsync(reader, filter));
        var hits = found.Rows.Take(SearchAsked.Shown).Select(row =>
            new SearchHit(row.Named.ToString(), OrderPaths.Show(row.Named), [.. row.Names.Take(SearchAsked.Shown), row.Author])
            {
                Tags = Tags(row),
                At = row.CreatedAt,
            });
        return new SearchGroup(text["History"], [.. hits], found.Count, asked.In(OrderPaths.Index));
    }

    /// <summary>The result, and that it is over or called off.</summary>
    private IReadOnlyList<ListTag> Tags(OrderRow row) =>
    [
        .. words.Result(row.Kind, row.Status, row.IsOverOn(clock.Today)),
        .. row.IsCalledOff && words.Confirmation(row.Kind, row.Status, row.IsCalledOff) is { } tag ? new[] { tag } : [],
    ];
}
