using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Brands;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Tenants;

/// <summary>A picture without its metadata.</summary>
/// <param name="Width">Dots.</param>
/// <param name="Height">Dots.</param>
public sealed record LogoPicture(string ContentType, int Width, int Height, byte[] Content);

/// <summary>
/// A site's logo, which stands in the place of its mark on all its pages; every node shows it within a second
/// (ADMIN-10, FACE-1).
/// </summary>
public sealed class TenantLogos(PortalDbContext db, UnitOfWork work, KeyLock turns, AuditLog audit, AuditActor actor, ProfileNews news,
    TimeProvider clock)
{
    /// <summary>The logo of the tenant one is in, if it is the one of that address.</summary>
    public Task<TenantLogo?> FindAsync(Guid id) => db.TenantLogos.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id);

    /// <summary>Puts a logo in the place of the former one, under a new address.</summary>
    /// <param name="tenantId">The tenant one is in.</param>
    /// <param name="picture">One that <see cref="LogoRule"/> lets pass.</param>
    public Task SetAsync(Guid tenantId, LogoPicture picture, string? reason)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return InTurnAsync(tenantId, async row =>
        {
            await db.TenantLogos.ExecuteDeleteAsync();
            var logo = new TenantLogo
            {
                Id = Guid.CreateVersion7(),
                ContentType = picture.ContentType,
                Content = picture.Content,
                ChangedAt = clock.GetUtcNow(),
            };
            db.TenantLogos.Add(logo);
            (row.LogoId, row.LogoWidth) = (logo.Id, LogoRule.DrawnWidth(picture.Width, picture.Height));
            var pixels = string.Create(CultureInfo.InvariantCulture, $"{picture.Width} × {picture.Height}");
            audit.Record(ProfileEvents.LogoSet, reason: reason,
                details: new { tenant = row.Slug, contentType = picture.ContentType, size = picture.Content.Length, pixels });
            return true;
        });
    }

    /// <returns>False where there was none.</returns>
    public Task<bool> RemoveAsync(Guid tenantId, string? reason) => InTurnAsync(tenantId, async row =>
    {
        if (await db.TenantLogos.ExecuteDeleteAsync() == 0)
        {
            return false;
        }

        (row.LogoId, row.LogoWidth) = (null, null);
        audit.Record(ProfileEvents.LogoRemoved, reason: reason, details: new { tenant = row.Slug });
        return true;
    });

    /// <summary>One at a time, and not beside a change of the profile: both write the tenant's row.</summary>
    private Task<bool> InTurnAsync(Guid tenantId, Func<Tenant, Task<bool>> change) => work.RunAsync(async () =>
    {
        await turns.EnterAsync(ProfileChanges.Turn);
        var row = await db.Tenants.SingleAsync(tenant => tenant.Id == tenantId);
        await db.Entry(row).ReloadAsync();
        if (!await change(row))
        {
            return false;
        }

        row.ChangedBy = actor.Name;
        await db.SaveChangesAsync();
        news.Tell();
        return true;
    });
}
