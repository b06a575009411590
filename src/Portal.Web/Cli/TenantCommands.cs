using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Domain.Tenants;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Cli;

internal static class TenantCommands
{
    public static Command Tenant() => new("tenant", "Tenants and their profiles.")
    {
        List(), TenantLife.Create(), Import(), Export(), TenantLife.Suspend(), TenantLife.Resume(),
    };

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
        var reason = new Option<string?>("--reason") { Description = "Why, for the history of the profile." };
        return new Command("import", "Create a tenant from a profile file, or replace the profile of the one with its "
            + "slug.") { file, reason }.Does(async (host, parsed, output) =>
        {
            var path = parsed.GetRequiredValue(file).FullName;
            var profile = ProfileJson.Read(await File.ReadAllTextAsync(path), path);
            await output.WriteLineAsync(await host.RunAsync(services => ImportAsync(services, profile, parsed.GetValue(reason))) switch
            {
                ProfileOutcome.Done done => $"Imported {profile.Slug}, version {done.Version.Number}.",
                ProfileOutcome.Unchanged => $"{profile.Slug} has this profile already.",
                ProfileOutcome.Refused { Problems: [var problem, ..] } =>
                    throw new CommandException($"{path}: {problem.Told}"),
                _ => throw new CommandException($"Somebody else changed {profile.Slug} at this moment; try again."),
            });
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

    private static async Task<ProfileOutcome> ImportAsync(IServiceProvider services, TenantProfile profile, string? reason)
    {
        var changes = services.GetRequiredService<ProfileChanges>();
        var db = services.GetRequiredService<PortalDbContext>();
        if (await db.Tenants.AsNoTracking().SingleOrDefaultAsync(tenant => tenant.Slug == profile.Slug) is not { } row)
        {
            return await changes.CreateAsync(profile, reason);
        }

        services.GetRequiredService<TenantScope>().Use(row.Id);
        return await changes.ApplyAsync(new ProfileDraft(row.Id, profile, row.Version, row.Version), reason);
    }

    private sealed record TenantRow(string Slug, string Name, string? NameEn, bool Suspended, string Path);
}
