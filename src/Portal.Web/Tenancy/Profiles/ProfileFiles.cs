using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>
/// Brings the profile files into the database: new tenants are created, edited ones are left alone (SITE-2, SITE-3).
/// </summary>
public sealed class ProfileFiles(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Reads and checks every profile file of the folders; nothing is written.</summary>
    /// <exception cref="ProfileException">A file cannot be used.</exception>
    public static Task<IReadOnlyList<TenantProfile>> ReadAsync(IEnumerable<string> folders, CancellationToken cancellationToken) =>
        ReadAsync(folders, new SiteOptions(), cancellationToken);

    /// <inheritdoc cref="ReadAsync(IEnumerable{string}, CancellationToken)"/>
    /// <param name="site">Whose host name no tenant can have.</param>
    public static async Task<IReadOnlyList<TenantProfile>> ReadAsync(IEnumerable<string> folders, SiteOptions site,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(site);
        var profiles = new Dictionary<string, TenantProfile>(StringComparer.Ordinal);
        foreach (var file in folders.Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder, "*.json"))
            .Order(StringComparer.Ordinal))
        {
            var profile = ProfileJson.Read(await File.ReadAllTextAsync(file, cancellationToken), file);
            if (profile.Host is { } host && site.IsOwn(host))
            {
                throw new ProfileException($"{file}: $.host: the portal itself is served there.");
            }

            if (!profiles.TryAdd(profile.Slug, profile))
            {
                throw new ProfileException($"{file}: $.slug: another file has \"{profile.Slug}\" already.");
            }
        }

        return [.. profiles.Values];
    }

    public async Task ApplyAsync(IReadOnlyList<TenantProfile> profiles, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        var rows = await db.Tenants.ToDictionaryAsync(tenant => tenant.Slug, cancellationToken);
        foreach (var profile in profiles)
        {
            var json = ProfileJson.Write(profile);
            if (!rows.TryGetValue(profile.Slug, out var row))
            {
                db.Tenants.Add(new Tenant
                {
                    Id = Guid.CreateVersion7(),
                    Slug = profile.Slug,
                    Host = profile.Host,
                    Profile = json,
                    CreatedAt = clock.GetUtcNow()
                });
            }
            else if (!row.ProfileEdited && row.Profile != json)
            {
                row.Profile = json;
                row.Host = profile.Host;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
