using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Outbox;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Cli;

/// <summary>
/// For a database that came back from a backup, before a node starts on it: what was ended since then is open in it,
/// and what was sent since then is owed (FD-09).
/// </summary>
internal static class RestoreCommand
{
    private const string Held = "held: the database was restored from a backup, this may have been sent before";

    public static Command Restored()
    {
        var reason = new Option<string?>("--reason") { Description = "Why, for the audit log." };
        var json = CommandActions.JsonOption();
        return new Command("restored", "After a restore, before the first node starts: end all sessions and trusted browsers, "
            + "and hold what waits to be sent.") { reason, json }.Does(async (host, parsed, output) =>
        {
            // By the rows: what is open is open whether this release can read a site's profile or not.
            var tenants = await host.RunAsync(services => services.GetRequiredService<PortalDbContext>().Tenants
                .OrderBy(row => row.Slug == TenantProfile.StaffSlug).ThenBy(row => row.Slug)
                .Select(row => new { row.Id, row.Slug }).ToListAsync());
            var (catalog, work) = (host.Services.GetRequiredService<TenantCatalog>(), host.Services.GetRequiredService<TenantWork>());
            var rows = new List<RestoredRow>();
            foreach (var tenant in tenants)
            {
                rows.Add(await catalog.FindAsync(tenant.Id) is { } known
                    ? await work.RunAsync(known, WorkActor.CommandLine(), services => CloseAsync(services, tenant.Slug))
                    : await work.RunOnRowsAsync(tenant.Id, WorkActor.CommandLine(), services => CloseAsync(services, tenant.Slug)));
            }

            Task<RestoredRow> CloseAsync(IServiceProvider services, string slug) =>
                RestoreCommand.CloseAsync(services, slug, parsed.GetValue(reason));

            await output.WriteListAsync(rows, parsed.GetValue(json),
                row => $"{row.Tenant,-16} {row.Held} held; ended: {row.SessionsEnded} sessions, {row.BrowsersDistrusted} trusted browsers");
        });
    }

    private static async Task<RestoredRow> CloseAsync(IServiceProvider services, string slug, string? reason)
    {
        var row = new RestoredRow(
            slug,
            await services.GetRequiredService<OutboxActs>().HoldAllAsync(Held),
            await services.GetRequiredService<SessionService>().EndEverybodysAsync(SessionEnds.EndedByStaff),
            await services.GetRequiredService<TrustedBrowsers>().EndEverybodysAsync());
        services.GetRequiredService<AuditLog>().Record(OutboxEvents.BackupRestored, reason: reason,
            details: new { messagesHeld = row.Held, sessionsEnded = row.SessionsEnded, browsersDistrusted = row.BrowsersDistrusted });
        return row;
    }

    private sealed record RestoredRow(string Tenant, int Held, int SessionsEnded, int BrowsersDistrusted);
}
