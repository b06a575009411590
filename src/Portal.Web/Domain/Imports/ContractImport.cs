using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Calendars;
using Portal.Rules.Contracts;
using Portal.Rules.Imports;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Contracts;
using Portal.Web.Domain.Telephony;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Imports;

/// <summary>Contracts of a file with their holders and lines: several rows of one contract are its lines.</summary>
public sealed class ContractImport(PortalDbContext db, NumberRows numbers, AuditLog audit, CurrentTenant tenant, TenantClock clock)
{
    private const int Batch = 500;
    private const int AtOnce = 5_000;

    private bool NumbersSignIn => FirstUsers.WayIn(tenant.Value) == FirstPasswordWay.Phone;

    internal async Task<(IReadOnlyList<ImportedContract> Rows, List<ImportProblem> Problems)> CheckAsync(ImportSheet sheet)
    {
        var (format, days) = (tenant.Value.Profile.Contracts.NumberFormat, DayBounds.Around(clock.Today));
        var (rows, problems) = (new List<ImportedContract>(sheet.Rows.Count), new List<ImportProblem>());
        foreach (var row in sheet.Rows)
        {
            var reading = ImportRules.Contract(row.Number, column => sheet.Cell(row, column), format, days);
            rows.Add(reading.Value);
            problems.AddRange(reading.Problems);
            if (sheet.HasMore(row))
            {
                problems.Add(new ImportProblem(row.Number, MoveInColumn.None, ImportFault.MoreCells));
            }
        }

        if (NumberRows.AreKept(tenant.Value))
        {
            rows = Numbered(rows, problems);
            problems.AddRange(await NumberProblemsAsync(rows));
        }

        problems.AddRange(rows.Where(row => row.Contract.Length > 0).GroupBy(row => row.Contract).SelectMany(Among));
        var taken = await TakenAsync([.. rows.Select(row => row.Contract).Where(number => number.Length > 0).Distinct()]);
        problems.AddRange(rows.Where(row => taken.Contains(row.Contract))
            .Select(row => new ImportProblem(row.Row, MoveInColumn.Contract, ImportFault.Taken)));
        return (rows, problems);
    }

    /// <returns>How many contracts there are.</returns>
    internal async Task<int> ApplyAsync(IReadOnlyList<ImportedContract> rows, Func<int, Task> progress)
    {
        var holders = new Dictionary<(string, string), Guid>();
        var (contracts, done) = (0, 0);
        foreach (var batch in rows.GroupBy(row => row.Contract).Chunk(Batch))
        {
            foreach (var group in batch)
            {
                await AddAsync([.. group], holders);
                done += group.Count();
            }

            contracts += batch.Length;
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            db.ForgetRecorded();
            await progress(done);
        }

        return contracts;
    }

    private async Task AddAsync(IReadOnlyList<ImportedContract> rows, Dictionary<(string, string), Guid> holders)
    {
        var (number, facts) = (rows[0].Contract, rows[0].Facts);
        var contract = new Contract
        {
            Id = Guid.CreateVersion7(),
            HolderId = Holder(facts, holders),
            Number = number,
            Service = facts.Service,
            StartsOn = facts.StartsOn,
            AccountLimit = facts.AccountLimit,
        };
        db.Contracts.Add(contract);
        var lines = rows.Select(row => row.Line).OfType<ImportedLine>().ToList();
        if (NumberRows.AreKept(tenant.Value))
        {
            await numbers.AddFirstAsync(new NewNumbers(contract, lines.ConvertAll(line => line.Number), NumbersSignIn, null, facts.StartsOn)
            {
                Words = lines.ToDictionary(line => line.Number, line => new NumberWords(line.Name, line.Location)),
            });
        }
        else
        {
            AddLines(contract, lines);
        }

        audit.Record(ImportEvents.ContractMovedIn, new AuditSubject(null, number, contract.Id),
            details: new { contract = number, lines = lines.Count });
    }

    private void AddLines(Contract contract, List<ImportedLine> lines) =>
        db.ContractLines.AddRange(lines.Select((line, at) => new ContractLine
        {
            Id = Guid.CreateVersion7(),
            ContractId = contract.Id,
            Number = line.Number,
            Name = line.Name,
            Kind = LineKinds.Usual,
            Location = line.Location,
            StartsOn = contract.StartsOn,
            Order = at,
        }));

    /// <summary>Contracts of the same name and reading in one file have one holder.</summary>
    private Guid Holder(ContractFacts facts, Dictionary<(string, string), Guid> holders)
    {
        var key = (facts.Holder, facts.HolderKana);
        if (!holders.TryGetValue(key, out var id))
        {
            holders[key] = id = Guid.CreateVersion7();
            db.Holders.Add(new Holder { Id = id, Name = facts.Holder, NameKana = facts.HolderKana });
        }

        return id;
    }

    /// <summary>Rows of one contract say the same of it, and each has another line.</summary>
    private IEnumerable<ImportProblem> Among(IGrouping<string, ImportedContract> group)
    {
        var first = group.First();
        var row = first.Row.ToString(CultureInfo.InvariantCulture);
        var differing = group.Skip(1).Where(each => each.Facts != first.Facts)
            .Select(each => new ImportProblem(each.Row, MoveInColumn.Contract, ImportFault.Differs, row));
        var bare = group.Skip(1).Where(each => each.Line is null)
            .Select(each => new ImportProblem(each.Row, MoveInColumn.Contract, ImportFault.Twice, row));
        return differing.Concat(bare)
            .Concat(NumberRows.AreKept(tenant.Value)
                ? []
                : ImportSheet.Twice(group, each => each.Line?.Number ?? "", each => each.Row, MoveInColumn.Line));
    }

    /// <summary>
    /// Lines as the form that opens a contract reads its numbers (ADMIN-4): by national digits, none where it is none.
    /// </summary>
    private static List<ImportedContract> Numbered(List<ImportedContract> rows, List<ImportProblem> problems) => rows.ConvertAll(row =>
    {
        if (row.Line is not { } line)
        {
            return row;
        }

        if (NumberList.Read(line.Number) is not { Fault: null, Numbers: [var digits] } || E164.Read(digits) is null)
        {
            problems.Add(new ImportProblem(row.Row, MoveInColumn.Line, ImportFault.NotAPhoneNumber));
            return row with { Line = line with { Number = "" } };
        }

        return row with { Line = line with { Number = digits, Name = line.Name == line.Number ? "" : line.Name } };
    });

    private async Task<IEnumerable<ImportProblem>> NumberProblemsAsync(List<ImportedContract> rows)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in rows.Select(row => row.Line?.Number ?? "").Where(number => number.Length > 0).Distinct()
            .Chunk(AtOnce))
        {
            taken.UnionWith(await numbers.TakenAsync(some));
        }

        var contracts = rows.Where(row => row.Contract.Length > 0).GroupBy(row => row.Contract).ToList();
        return
        [
            .. ImportSheet.Twice(rows, row => row.Line?.Number ?? "", row => row.Row, MoveInColumn.Line),
            .. rows.Where(row => row.Line is { } line && taken.Contains(line.Number))
                .Select(row => new ImportProblem(row.Row, MoveInColumn.Line, ImportFault.Taken)),
            .. contracts.SelectMany(NumberProblems),
        ];
    }

    /// <summary>Somebody must be able to sign in, at one place, and no more than the contract may have.</summary>
    private IEnumerable<ImportProblem> NumberProblems(IGrouping<string, ImportedContract> group)
    {
        var (first, lines) = (group.First(), group.Where(row => row.Line is not null).ToList());
        if (!NumbersSignIn)
        {
            var limit = first.Facts.AccountLimit;
            return lines.Skip(numbers.IdsOf(lines.Count, NumbersSignIn) > limit ? limit : lines.Count)
                .Select(row => new ImportProblem(row.Row, MoveInColumn.Line, ImportFault.ContractFull,
                    limit.ToString(CultureInfo.InvariantCulture)));
        }

        return lines.Count == 0
            ? [new ImportProblem(first.Row, MoveInColumn.Line, ImportFault.Missing)]
            : lines.Where(row => row.Line!.Location != lines[0].Line!.Location && row.Line.Location.Length > 0)
                .Select(row => new ImportProblem(row.Row, MoveInColumn.LineLocation, ImportFault.Differs,
                    lines[0].Row.ToString(CultureInfo.InvariantCulture)));
    }

    private async Task<HashSet<string>> TakenAsync(IReadOnlyList<string> numbers)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in numbers.Chunk(AtOnce))
        {
            taken.UnionWith(await db.Contracts.Where(row => some.Contains(row.Number)).Select(row => row.Number).ToListAsync());
        }

        return taken;
    }
}
