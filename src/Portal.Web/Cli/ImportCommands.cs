using System.CommandLine;
using Portal.Rules.Imports;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Domain.Imports;
using Portal.Web.Files.Tables;
using Portal.Web.Tenancy;

namespace Portal.Web.Cli;

/// <summary>
/// Moving in from the terminal: the rules, the transaction, the events and the record of the page (ADMIN-12).
/// </summary>
internal static class ImportCommands
{
    private const int LongestName = 200;

    public static Command Import() => new("import", "Move customers in from a file, whole or not at all.")
    {
        Of(ImportKind.Contracts, "contracts", "Holders, contracts and lines."),
        Of(ImportKind.Users, "users", "Users of contracts that are there, with the password hashes of their old system."),
    };

    private static Command Of(ImportKind kind, string name, string description)
    {
        var file = new Argument<FileInfo>("file") { Description = "A CSV or XLSX file." };
        var tenant = new Option<string>("--tenant") { Description = "The tenant's slug.", Required = true };
        var check = new Option<bool>("--check") { Description = "Say what is wrong with the file, and change nothing." };
        var json = CommandActions.JsonOption();
        return new Command(name, description) { file, tenant, check, json }.Does(async (host, parsed, output) =>
        {
            var path = parsed.GetRequiredValue(file);
            var content = await File.ReadAllBytesAsync(path.FullName);
            var isCheck = parsed.GetValue(check);
            var (finding, without) = await host.InTenantAsync(parsed.GetRequiredValue(tenant),
                services => RunAsync(services, new Order(kind, content, Read(kind, content, path.Name), path.Name, isCheck)));
            if (finding.Fault != SheetFault.None)
            {
                throw new CommandException($"{path.Name}: {finding.Fault} {finding.Argument}".Trim());
            }

            await output.WriteListAsync([.. finding.Problems.Select(ProblemRow.Of)], parsed.GetValue(json),
                row => $"{row.Row,8}  {row.Column,-20} {row.Problem} {row.Argument}".TrimEnd());
            if (!finding.IsFit)
            {
                throw new CommandException($"{path.Name}: {finding.Problems.Count} faults; nothing was imported.");
            }

            if (!parsed.GetValue(json))
            {
                await output.WriteLineAsync(isCheck ? $"{finding.Rows} rows are fit." : $"Imported {finding.Rows} rows.");
                await TellOfPasswordsAsync(output, without);
            }
        });
    }

    private static async Task TellOfPasswordsAsync(TextWriter output, int without)
    {
        if (without > 0)
        {
            await output.WriteLineAsync($"{without} of them came without a password: tenant administrators issue first passwords "
                + $"on the page of this file under /admin/imports, within {ImportJobs.Life.Days} days.");
        }
    }

    private static IReadOnlyList<ImportLine> Read(ImportKind kind, byte[] content, string name)
    {
        var table = TableFile.Read(content, headings => ImportColumns.Known(kind, headings), TableLimits.Bulk);
        return table.Problem is { } problem
            ? throw new CommandException($"{name}: {problem}")
            : [.. table.Rows.Select(row => new ImportLine(row.Number, row.Cells))];
    }

    private static async Task<Ran> RunAsync(IServiceProvider services, Order order)
    {
        var tenant = services.GetRequiredService<CurrentTenant>().Value;
        if (tenant.IsStaffRealm || (order.Kind == ImportKind.Users && !UserImport.IsOffered(tenant)))
        {
            throw new CommandException($"--tenant: {tenant.Slug} takes no such file.");
        }

        var moving = services.GetRequiredService<MovingIn>();
        if (order.IsCheck)
        {
            return new Ran(await moving.CheckAsync(order.Kind, order.Lines), 0);
        }

        var (finding, made) = await moving.ApplyAsync(order.Kind, order.Lines, order.Source, _ => Task.CompletedTask);
        if (!finding.IsFit)
        {
            return new Ran(finding, 0);
        }

        // Of nobody in the staff's realm: the record names whoever ran the command.
        var by = services.GetRequiredService<AuditActor>().Name ?? "";
        services.GetRequiredService<ImportJobs>().KeepDone(
            new ImportUpload(order.Kind, ForeignText.Of(order.Source, LongestName), order.Content, Guid.Empty, by), made);
        return new Ran(finding, MovedInPasswords.AreIssued(tenant)
            ? made.Count(row => row is { HasPassword: false, UserId: not null })
            : 0);
    }

    private sealed record Order(ImportKind Kind, byte[] Content, IReadOnlyList<ImportLine> Lines, string Source, bool IsCheck);

    /// <param name="Without">Whom the staff issues a first password.</param>
    private sealed record Ran(ImportFinding Finding, int Without);

    private sealed record ProblemRow(int Row, string Column, string Problem, string Argument)
    {
        public static ProblemRow Of(ImportProblem problem) =>
            new(problem.Row, problem.Column.ToString(), problem.Fault.ToString(), problem.Argument);
    }
}
