using System.CommandLine;
using Portal.Rules.Audit;
using Portal.Web.Audit;
using Portal.Web.Audit.Verification;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Cli;

internal static class AuditCommands
{
    public static Command Audit() => new("audit", "The audit log.") { Verify() };

    private static Command Verify()
    {
        var tenant = new Option<string?>("--tenant") { Description = "One tenant's log; all tenants' if left out." };
        var heads = new Option<FileInfo?>("--heads") { Description = "A file of heads other than that of the settings, such as a copy." };
        heads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { } file && !CanBeRead(file))
            {
                result.AddError($"--heads: {file} cannot be read.");
            }
        });
        var json = CommandActions.JsonOption();
        return new Command("verify", "Hold the audit log to its seals, and name the first row that is not what it was.") { tenant, heads,
            json }.Does(async (host, parsed, output) =>
        {
            var slugs = parsed.GetValue(tenant) is { } one ? [one]
                : (await host.Services.GetRequiredService<TenantCatalog>().ListAsync()).Select(each => each.Slug)
                .Append(TenantProfile.StaffSlug).ToList();
            var rows = new List<VerifiedRow>();
            foreach (var slug in slugs)
            {
                rows.Add(await VerifyAsync(host, slug, parsed.GetValue(heads)?.FullName));
            }

            await output.WriteListAsync(rows, parsed.GetValue(json), row => $"{row.Tenant,-16} {row.Checked,10} {row.Text}");
            if (rows.Count(row => row.Result != VerifiedRow.Intact) is var broken and > 0)
            {
                throw new CommandException($"{broken} of {rows.Count} logs are not what they were.");
            }
        });
    }

    /// <summary>A file that says nothing would accuse the log of what it is not guilty of.</summary>
    private static bool CanBeRead(FileInfo file)
    {
        try
        {
            using var opened = file.OpenRead();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static async Task<VerifiedRow> VerifyAsync(CommandHost host, string slug, string? heads)
    {
        var tenant = await host.Services.GetRequiredService<TenantCatalog>().FindBySlugAsync(slug)
            ?? throw new CommandException($"There is no tenant \"{slug}\".");
        var step = await host.Services.GetRequiredService<ChainVerification>().StepAsync(tenant, ChainCursor.Start, long.MaxValue, heads);
        await host.InTenantAsync(slug, services =>
        {
            services.GetRequiredService<AuditLog>()
                .Record(VerificationEvents.AuditVerified, details: VerificationFacts.Of(ChainCursor.Start, step));
            return Task.FromResult(true);
        });
        return new VerifiedRow(slug, step.Checked, step.Break?.Kind.ToString() ?? VerifiedRow.Intact, step.Break?.Number, step.Break?.Place,
            step.Break?.EventId, step.Break is { } found ? TextOf(found) : "is what was sealed");
    }

    private static string TextOf(ChainBreak found) => found.Kind switch
    {
        ChainBreakKind.EventChanged => $"event {found.EventId} (place {found.Place}, seal {found.Number}) was changed",
        ChainBreakKind.EventRemoved => $"event {found.EventId} (place {found.Place}, seal {found.Number}) was removed",
        ChainBreakKind.EventInserted => $"event {found.EventId} was inserted: it says it is older than the seals, which do not know it",
        ChainBreakKind.MarkRemoved => $"the mark at place {found.Place} (seal {found.Number}) was removed",
        ChainBreakKind.MarksChanged => $"marks of seal {found.Number} (from place {found.Place}) were changed",
        ChainBreakKind.SealBroken => $"seal {found.Number} (from place {found.Place}) was changed, or does not follow from the one before",
        ChainBreakKind.SealRemoved => $"seal {found.Number} (from place {found.Place}) was removed",
        ChainBreakKind.SealReplaced => $"seal {found.Number} (from place {found.Place}) is not the one that was written down outside",
        ChainBreakKind.TailRemoved => $"the end was removed from place {found.Place} on: seal {found.Number} is written down outside",
        ChainBreakKind.HeadForged => $"line {found.Number} of the file of heads was not written by this portal",
        _ => "the file of heads says nothing of this log",
    };

    /// <param name="Seal">Of the break; for the file of heads the line.</param>
    private sealed record VerifiedRow(string Tenant, long Checked, string Result, long? Seal, long? Place, Guid? EventId, string Text)
    {
        public const string Intact = "Intact";
    }
}
