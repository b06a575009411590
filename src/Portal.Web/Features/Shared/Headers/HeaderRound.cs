using Portal.Web.Data;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Frame;

namespace Portal.Web.Features.Shared.Headers;

/// <summary>
/// Asks what the header shows: numbers and banner share one statement, and where there is neither there is none
/// (PERF-2).
/// </summary>
public sealed class HeaderRound(PortalDbContext db, IEnumerable<IHeaderCount> counts, IEnumerable<IHeaderBanner> banners,
    UnitOfWork work) : IHeaderLook
{
    public async Task<HeaderSight> LookAsync(IReadOnlyCollection<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var numbers = counts.Where(each => paths.Contains(each.Path)).ToDictionary(each => each.Path, each => each.Ask());
        return await work.RunAsync(() => LookAsync(numbers, banners.SingleOrDefault()));
    }

    private async Task<HeaderSight> LookAsync(Dictionary<string, HomeAsk?> numbers, IHeaderBanner? banner)
    {
        IEnumerable<HomeAsk?> asks = banner is null ? numbers.Values : [.. numbers.Values, await banner.AskAsync()];
        var found = await db.ReadAsync([.. asks.OfType<HomeAsk>()]);
        return new HeaderSight(
            numbers.Keys.Where(path => found[path] > 0).ToDictionary(path => path, path => Math.Min(found[path], HomeCounts.Most)),
            banner is null ? null : await banner.FindAsync(found));
    }
}
