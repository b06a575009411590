using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Outbox;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Cli;

internal static class OutboxCommands
{
    // In one transaction; the others are kept if one of them fails.
    private const int Piece = 200;

    public static Command Outbox() => new("outbox", "Mails and webhooks that are owed.") { Retry() };

    private static Command Retry()
    {
        var tenant = new Option<string?>("--tenant") { Description = "One tenant's; all tenants' if left out." };
        var json = CommandActions.JsonOption();
        return new Command("retry", "Try the failed ones again whose text is still there.") { tenant,
            json }.Does(async (host, parsed, output) =>
        {
            var slugs = parsed.GetValue(tenant) is { } one ? [one]
                : (await host.Services.GetRequiredService<TenantCatalog>().ListAsync()).Select(each => each.Slug)
                .Append(TenantProfile.StaffSlug).ToList();
            var rows = new List<RetriedRow>();
            foreach (var slug in slugs)
            {
                var failed = await host.InTenantAsync(slug, FailedAsync);
                foreach (var piece in failed.Chunk(Piece))
                {
                    rows.AddRange(await host.InTenantAsync(slug, services => RetryAsync(services, slug, piece)));
                }
            }

            await output.WriteListAsync(rows, parsed.GetValue(json), row => $"{row.Tenant,-16} {row.Mail,-24} {row.MessageId}");
        });
    }

    private static Task<List<Guid>> FailedAsync(IServiceProvider services) => services.GetRequiredService<PortalDbContext>().Outbox
        .Where(mail => mail.State == OutboxState.Failed && mail.ProtectedBody != null).OrderBy(mail => mail.CreatedAt)
        .Select(mail => mail.Id).ToListAsync();

    private static async Task<List<RetriedRow>> RetryAsync(IServiceProvider services, string slug, Guid[] piece)
    {
        var acts = services.GetRequiredService<OutboxActs>();
        var failed = await services.GetRequiredService<PortalDbContext>().Outbox.AsNoTracking()
            .Where(mail => piece.Contains(mail.Id)).OrderBy(mail => mail.CreatedAt).ToListAsync();
        var retried = new List<RetriedRow>();
        foreach (var mail in failed.Where(OutboxActs.CanRetry))
        {
            if (await acts.RetryAsync(mail))
            {
                retried.Add(new RetriedRow(slug, mail.Kind, mail.MessageId));
            }
        }

        return retried;
    }

    private sealed record RetriedRow(string Tenant, string Mail, string MessageId);
}
