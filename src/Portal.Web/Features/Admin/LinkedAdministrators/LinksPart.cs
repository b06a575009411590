using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.LinkedAdministrators;

/// <summary>One end of a link as the page of the other shows it.</summary>
public sealed record StaffLink(string Slug, Guid UserId, string LoginId, DateTimeOffset LinkedAt, DateTimeOffset? LastOpenedAt);

/// <param name="Shown">The newest.</param>
/// <param name="Total">How many there are, shown or not.</param>
public sealed record StaffLinks(IReadOnlyList<StaffLink> Shown, int Total);

/// <summary>Which administrator IDs a linked manager opens, and who has linked an administrator ID (LINK-5).</summary>
public sealed class LinksPart(PortalDbContext db, IStringLocalizer<LinkStaffText> text) : IStaffPart
{
    private const int LinksShown = 100;

    public async Task<StaffPart?> OfPersonAsync(PortalTenant tenant, PortalUser user)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(user);
        if (!tenant.Has(TenantFeatures.LinkedAdministrators))
        {
            return null;
        }

        var own = from link in db.AdministratorLinks
                  where link.ManagerId == user.Id
                  join other in db.Users on link.AdministratorId equals other.Id
                  orderby link.LinkedAt descending
                  select new StaffLink(tenant.Slug, other.Id, other.UserName!, link.LinkedAt, link.LastOpenedAt);
        var others = from link in db.AdministratorLinks
                     where link.AdministratorId == user.Id
                     join other in db.Users on link.ManagerId equals other.Id
                     orderby link.LinkedAt descending
                     select new StaffLink(tenant.Slug, other.Id, other.UserName!, link.LinkedAt, link.LastOpenedAt);
        return await PartAsync("Own", own) ?? await PartAsync("Others", others);
    }

    private async Task<StaffPart?> PartAsync(string title, IQueryable<StaffLink> links) =>
        await links.CountAsync() is > 0 and var total
            ? new StaffPart("links", text[title], "/Features/Admin/LinkedAdministrators/_Links.cshtml",
                new StaffLinks(await links.Take(LinksShown).AsNoTracking().ToListAsync(), total))
            : null;
}
