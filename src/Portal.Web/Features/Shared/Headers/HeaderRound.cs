using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Frame;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Shared.Headers;

/// <summary>Asks what the header shows: the first number and the banner share one statement (PERF-2).</summary>
public sealed class HeaderRound(PortalDbContext db, CurrentTenant tenant, IEnumerable<IHeaderCount> counts,
    IEnumerable<IHeaderBanner> banners, UnitOfWork work) : IHeaderLook
{
    public async Task<HeaderSight> LookAsync(IReadOnlyCollection<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var banner = banners.SingleOrDefault();
        var asked = counts.Where(each => paths.Contains(each.Path)).Select(each => (each.Path, Rows: each.Rows()))
            .Where(each => each.Rows is not null).ToDictionary(each => each.Path, each => each.Rows!);
        return await work.RunAsync(async () =>
        {
            var (numbers, line) = await AskAsync(asked, banner?.Rows());
            return new HeaderSight(numbers.Where(each => each.Value > 0).ToDictionary(), banner?.Notice(line));
        });
    }

    private async Task<(Dictionary<string, int> Numbers, BannerLine? Line)> AskAsync(Dictionary<string, IQueryable<Guid>> asked,
        IQueryable<BannerLine>? lines)
    {
        var numbers = new Dictionary<string, int>();
        BannerLine? line = null;
        foreach (var (path, rows) in asked)
        {
            if (lines is null)
            {
                numbers[path] = await rows.Take(HomeCounts.Most).CountAsync();
                continue;
            }

            var (id, banner) = (tenant.Value.Id, lines);
            var found = await db.Tenants.Where(row => row.Id == id)
                .Select(_ => new { Count = rows.Take(HomeCounts.Most).Count(), Line = banner.FirstOrDefault() }).SingleAsync();
            (numbers[path], line, lines) = (found.Count, found.Line, null);
        }

        return (numbers, lines is null ? line : await lines.FirstOrDefaultAsync());
    }
}
