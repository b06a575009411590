using System.CommandLine;
using Portal.Rules.Imports;
using Portal.Web.Domain.Imports;
using Portal.Web.Files.Tables;
using Portal.Web.Tenancy;

namespace Portal.Web.Cli;

/// <summary>Moving in from the terminal: the rules, the transaction and the events of the page (ADMIN-12).</summary>
internal static class ImportCommands
{
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
            var lines = await ReadAsync(kind, path.FullName);
            var isCheck = parsed.GetValue(check);
            var finding = await host.InTenantAsync(parsed.GetRequiredValue(tenant),
                services => RunAsync(services, new Order(kind, lines, path.Name, isCheck)));
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
            }
        });
    }

    private static async Task<IReadOnlyList<ImportLine>> ReadAsync(ImportKind kind, string path)
    {
        var table = TableFile.Read(await File.ReadAllBytesAsync(path), headings => ImportColumns.Known(kind, headings), TableLimits.Bulk);
        return table.Problem is { } problem
            ? throw new CommandException($"{Path.GetFileName(path)}: {problem}")
            : [.. table.Rows.Select(row => new ImportLine(row.Number, row.Cells))];
    }

    private static async Task<ImportFinding> RunAsync(IServiceProvider services, Order order)
    {
        var tenant = services.GetRequiredService<CurrentTenant>().Value;
        if (tenant.IsStaffRealm || (order.Kind == ImportKind.Users && !UserImport.IsOffered(tenant)))
        {
            throw new CommandException($"--tenant: {tenant.Slug} takes no such file.");
        }

        var moving = services.GetRequiredService<MovingIn>();
        return order.IsCheck
            ? await moving.CheckAsync(order.Kind, order.Lines)
            : (await moving.ApplyAsync(order.Kind, order.Lines, order.Source, _ => Task.CompletedTask)).Finding;
    }

    private sealed record Order(ImportKind Kind, IReadOnlyList<ImportLine> Lines, string Source, bool IsCheck);

    private sealed record ProblemRow(int Row, string Column, string Problem, string Argument)
    {
        public static ProblemRow Of(ImportProblem problem) =>
            new(problem.Row, problem.Column.ToString(), problem.Fault.ToString(), problem.Argument);
    }
}
