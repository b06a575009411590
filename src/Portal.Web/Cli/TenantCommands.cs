using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Cli;

internal static class TenantCommands
{
    public static Command Tenant() => new("tenant", "Tenants and their profiles.") { List(), Import(), Export() };

    private static Command List()
    {
        var json = CommandActions.JsonOption();
        return new Command("list", "List the tenants.") { json }.Does(async (host, parsed, output) =>
        {
            var tenants = await host.Services.GetRequiredService<TenantCatalog>().ListAsync();
            var rows = tenants.Select(tenant =>
                new TenantRow(tenant.Slug, tenant.Profile.Name.Ja, tenant.Profile.Name.En, tenant.Suspended, tenant.PathBase)).ToList();
            await output.WriteListAsync(rows, parsed.GetValue(json),
                row => $"{row.Slug,-16} {(row.Suspended ? "suspended" : "active"),-10} {row.Path,-20} {row.Name}");
        });
    }

    private static Command Import()
    {
        var file = new Argument<FileInfo>("file") { Description = "A profile file." };
        return new Command("import", "Create a tenant from a profile file, or replace the profile of the one with its "
            + "slug.") { file }.Does(async (host, parsed, output) =>
        {
            var path = parsed.GetRequiredValue(file).FullName;
            var profile = ProfileJson.Read(await File.ReadAllTextAsync(path), path);
            await host.RunAsync(services => ImportAsync(services, profile));
            await output.WriteLineAsync($"Imported {profile.Slug}.");
        });
    }

    private static Command Export()
    {
        var slug = new Argument<string>("slug") { Description = "The tenant." };
        return new Command("export", "Print a tenant's profile in force.") { slug }.Does(async (host, parsed, output) =>
        {
            var name = parsed.GetRequiredValue(slug);
            var tenant = await host.Services.GetRequiredService<TenantCatalog>().FindBySlugAsync(name)
                ?? throw new CommandException($"There is no tenant \"{name}\".");
            await output.WriteLineAsync(ProfileJson.Write(tenant.Profile));
        });
    }

    private static async Task<bool> ImportAsync(IServiceProvider services, TenantProfile profile)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var json = ProfileJson.Write(profile);
        var row = await db.Tenants.SingleOrDefaultAsync(tenant => tenant.Slug == profile.Slug);
        if (row is null)
        {
            row = new Tenant
            {
                Id = Guid.CreateVersion7(),
                Slug = profile.Slug,
                Profile = json,
                CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow()
            };
            db.Tenants.Add(row);
        }

        (row.Profile, row.Host, row.ProfileEdited, row.ChangedBy) = (json, profile.Host, true, Environment.UserName);
        services.GetRequiredService<TenantScope>().Use(row.Id);
        return await services.GetRequiredService<UnitOfWork>().RunAsync(() =>
        {
            services.GetRequiredService<AuditLog>().Record(CommandEvents.TenantImported, details: new { profile.Slug });
            return Task.FromResult(true);
        });
    }

    private sealed record TenantRow(string Slug, string Name, string? NameEn, bool Suspended, string Path);
}
