using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Imports;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Imports;

/// <summary>Contracts of a file with their holders and lines: several rows of one contract are its lines.</summary>
public sealed class ContractImport(PortalDbContext db, AuditLog audit, CurrentTenant tenant)
{
    private const int Batch = 500;
    private const int AtOnce = 5_000;

    /// <summary>What lines are that a file brings.</summary>
    private const string LineKind = "access";

    internal async Task<(IReadOnlyList<ImportedContract> Rows, List<ImportProblem> Problems)> CheckAsync(ImportSheet sheet)
    {
        var format = tenant.Value.Profile.Contracts.NumberFormat;
        var (rows, problems) = (new List<ImportedContract>(sheet.Rows.Count), new List<ImportProblem>());
        foreach (var row in sheet.Rows)
        {
            var reading = ImportRules.Contract(row.Number, column => sheet.Cell(row, column), format);
            rows.Add(reading.Value);
            problems.AddRange(reading.Problems);
            if (sheet.HasMore(row))
            {
                problems.Add(new ImportProblem(row.Number, MoveInColumn.None, ImportFault.MoreCells));
            }
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
                Add([.. group], holders);
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

    private void Add(IReadOnlyList<ImportedContract> rows, Dictionary<(string, string), Guid> holders)
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
        var lines = rows.Select(row => row.Line).OfType<ImportedLine>().Select((line, at) => new ContractLine
        {
            Id = Guid.CreateVersion7(),
            ContractId = contract.Id,
            Number = line.Number,
            Name = line.Name,
            Kind = LineKind,
            Location = line.Location,
            StartsOn = facts.StartsOn,
            Order = at,
        }).ToList();
        db.ContractLines.AddRange(lines);
        audit.Record(ImportEvents.ContractMovedIn, new AuditSubject(null, number, contract.Id),
            details: new { contract = number, lines = lines.Count });
    }

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
    private static IEnumerable<ImportProblem> Among(IGrouping<string, ImportedContract> group)
    {
        var first = group.First();
        var row = first.Row.ToString(CultureInfo.InvariantCulture);
        var differing = group.Skip(1).Where(each => each.Facts != first.Facts)
            .Select(each => new ImportProblem(each.Row, MoveInColumn.Contract, ImportFault.Differs, row));
        var bare = group.Skip(1).Where(each => each.Line is null)
            .Select(each => new ImportProblem(each.Row, MoveInColumn.Contract, ImportFault.Twice, row));
        return differing.Concat(bare)
            .Concat(ImportSheet.Twice(group, each => each.Line?.Number ?? "", each => each.Row, MoveInColumn.Line));
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
