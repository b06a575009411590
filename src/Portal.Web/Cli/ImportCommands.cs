using System.CommandLine;
using System.Globalization;
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
            var order = new Order(kind, await File.ReadAllBytesAsync(path.FullName), path.Name, parsed.GetValue(check));
            var (finding, without) = await host.InTenantAsync(parsed.GetRequiredValue(tenant),
                services => Task.FromResult(Read(services, order)), (services, table) => RunAsync(services, order, table));
            await using var scope = host.Services.CreateAsyncScope();
            var words = scope.ServiceProvider.GetRequiredService<ImportFaultWords>();
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            if (finding.Fault != SheetFault.None)
            {
                throw new CommandException(
                    $"{path.Name}: {words.Whole(finding.Fault, finding.Argument)}. {words.Headings(finding.Fault, kind)}".TrimEnd());
            }

            if (parsed.GetValue(json))
            {
                await output.WriteListAsync([.. finding.Problems.Select(ProblemRow.Of)], json: true, row => row.Problem);
            }
            else
            {
                await output.WriteListAsync(finding.Problems, json: false,
                    problem => $"{problem.Row,8}  {words.Column(problem.Column),-20} {words.Reason(problem)}");
            }

            if (!finding.IsFit)
            {
                throw new CommandException($"{path.Name}: {finding.Problems.Count} faults; nothing was imported.");
            }

            if (!parsed.GetValue(json))
            {
                await output.WriteLineAsync(order.IsCheck ? $"{finding.Rows} rows are fit." : $"Imported {finding.Rows} rows.");
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

    /// <summary>Before the transaction: a large file takes its time.</summary>
    private static Table Read(IServiceProvider services, Order order)
    {
        var tenant = services.GetRequiredService<CurrentTenant>().Value;
        if (tenant.IsStaffRealm || (order.Kind == ImportKind.Users && !UserImport.IsOffered(tenant)))
        {
            throw new CommandException($"--tenant: {tenant.Slug} takes no such file.");
        }

        var table = TableFile.Read(order.Content, UserImport.Headings(tenant, order.Kind).Known, TableLimits.Bulk);
        return table.Problem is { } problem
            ? new Table([], SheetFaults.Of(problem), table.Place)
            : new Table([.. table.Rows.Select(row => new ImportLine(row.Number, row.Cells))], SheetFault.None, "");
    }

    private static async Task<Ran> RunAsync(IServiceProvider services, Order order, Table table)
    {
        if (table.Fault != SheetFault.None)
        {
            return new Ran(new ImportFinding(0, table.Fault, table.Place, []), 0);
        }

        var tenant = services.GetRequiredService<CurrentTenant>().Value;
        var moving = services.GetRequiredService<MovingIn>();
        if (order.IsCheck)
        {
            return new Ran(await moving.CheckAsync(order.Kind, table.Lines), 0);
        }

        var (finding, made) = await moving.ApplyAsync(order.Kind, table.Lines, order.Source, _ => Task.CompletedTask);
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

    private sealed record Order(ImportKind Kind, byte[] Content, string Source, bool IsCheck);

    /// <param name="Fault">Why there are no lines.</param>
    /// <param name="Place">The cell that shows an error.</param>
    private sealed record Table(IReadOnlyList<ImportLine> Lines, SheetFault Fault, string Place);

    /// <param name="Without">Whom the staff issues a first password.</param>
    private sealed record Ran(ImportFinding Finding, int Without);

    private sealed record ProblemRow(int Row, string Column, string Problem, string Argument)
    {
        public static ProblemRow Of(ImportProblem problem) =>
            new(problem.Row, problem.Column.ToString(), problem.Fault.ToString(), problem.Argument);
    }
}
