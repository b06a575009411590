using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Files;
using Portal.Rules.Imports;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Domain.Cases;

namespace Portal.Web.Domain.Imports;

/// <summary>
/// Cases of a file, checked against one another, the files beside them and what is stored (ADMIN-5); inside their
/// tenant, so that a contract of another is one that there is not.
/// </summary>
public sealed class CaseFileCheck(PortalDbContext db, CaseContacts contacts)
{
    private const int LongestName = 200;

    public async Task<CaseFinding> RunAsync(ImportSheet sheet, CaseImportTerms terms, IReadOnlyList<BroughtFile> files)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(files);
        var problems = new List<ImportProblem>();
        var rows = Read(sheet, terms, problems);
        problems.AddRange(ImportSheet.Twice(rows, SameCase, row => row.Row, MoveInColumn.Subject));
        var places = await contacts.OfAsync(rows.Select(row => row.Contract));
        problems.AddRange(rows.Where(row => row.Contract.Length > 0).SelectMany(row => OfPlace(row, places)));
        var brought = Files(rows, files, problems);
        var planned = rows.ConvertAll(row => Plan(row, places.GetValueOrDefault(row.Contract), brought.GetValueOrDefault(row.Row), files));
        return new CaseFinding(await WithLikeAsync(planned, places), MovingIn.Sorted(problems));
    }

    private static List<ImportedCase> Read(ImportSheet sheet, CaseImportTerms terms, List<ImportProblem> problems)
    {
        var rows = new List<ImportedCase>(sheet.Rows.Count);
        foreach (var line in sheet.Rows)
        {
            var reading = ImportRules.Case(line.Number, column => sheet.Cell(line, column), terms);
            rows.Add(reading.Value);
            problems.AddRange(reading.Problems);
            if (sheet.HasMore(line))
            {
                problems.Add(new ImportProblem(line.Number, MoveInColumn.None, ImportFault.MoreCells));
            }
        }

        return rows;
    }

    /// <summary>Two cases of one contract may come in one file, but not the same.</summary>
    private static string SameCase(ImportedCase row) =>
        row.Contract.Length == 0 || row.Subject.Length == 0 ? "" : $"{row.Contract}\n{row.Subject}";

    private static IEnumerable<ImportProblem> OfPlace(ImportedCase row, IReadOnlyDictionary<string, CasePlace> places)
    {
        if (!places.TryGetValue(row.Contract, out var place))
        {
            yield return new ImportProblem(row.Row, MoveInColumn.Contract, ImportFault.NoContract);
        }
        else if (place.Contact is null)
        {
            yield return new ImportProblem(row.Row, MoveInColumn.Contract, ImportFault.NoContact);
        }
    }

    /// <returns>By row: which of the files goes with it.</returns>
    private static Dictionary<int, int?> Files(IReadOnlyList<ImportedCase> rows, IReadOnlyList<BroughtFile> files,
        List<ImportProblem> problems)
    {
        string[] names = [.. files.Select(file => file.Name)];
        var (found, first) = (new Dictionary<int, int?>(), new Dictionary<int, int>());
        foreach (var row in rows.Where(row => row.File.Length > 0))
        {
            var places = PackedFiles.Find(row.File, names);
            if (places is not [var at])
            {
                problems.Add(new ImportProblem(row.Row, MoveInColumn.FileName,
                    places.Count == 0 ? ImportFault.NoFile : ImportFault.FilesAlike));
                foreach (var place in places)
                {
                    first.TryAdd(place, row.Row);
                }
            }
            else if (!first.TryAdd(at, row.Row))
            {
                problems.Add(new ImportProblem(row.Row, MoveInColumn.FileName, ImportFault.Twice,
                    first[at].ToString(CultureInfo.InvariantCulture)));
            }
            else
            {
                found[row.Row] = at;
                problems.AddRange(OfFile(row.Row, files[at]));
            }
        }

        problems.AddRange(files.Where((_, at) => !first.ContainsKey(at))
            .Select(file => new ImportProblem(0, MoveInColumn.FileName, ImportFault.FileUnused,
                ForeignText.Of(file.Name, LongestName))));
        return found;
    }

    private static IEnumerable<ImportProblem> OfFile(int row, BroughtFile file)
    {
        if (file.IsArchive)
        {
            yield return new ImportProblem(row, MoveInColumn.FileName, ImportFault.FilePacked);
        }
        else if (file.Refusal is { } refusal)
        {
            yield return Refused(row, refusal, file.Name);
        }
    }

    public static ImportProblem Refused(int row, FileRefusal refusal, string name) =>
        new(row, MoveInColumn.FileName, ImportFault.FileRefused, $"{refusal}/{FileNames.Clean(name)}");

    private static PlannedCase Plan(ImportedCase row, CasePlace? place, int? brought, IReadOnlyList<BroughtFile> files) =>
        new(row.Row, row.Contract)
        {
            Holder = place?.Contract.Holder?.Name ?? "",
            Contact = place?.Contact?.DisplayName ?? "",
            Kind = row.Kind,
            Priority = row.Priority,
            Subject = row.Subject,
            Text = row.Text,
            File = brought is { } at ? FileNames.Clean(files[at].Name) : "",
            Size = brought is { } it ? files[it].Size : 0,
            Brought = brought,
        };

    private async Task<IReadOnlyList<PlannedCase>> WithLikeAsync(List<PlannedCase> rows, IReadOnlyDictionary<string, CasePlace> places)
    {
        Guid[] ids = [.. places.Values.Select(place => place.Contract.Id)];
        string[] subjects = [.. rows.Select(row => row.Subject).Distinct()];
        var like = await db.Cases.AsNoTracking().Where(row => ids.Contains(row.ContractId) && subjects.Contains(row.Subject))
            .Select(row => new { row.ContractId, row.Kind, row.Subject, row.Number }).ToListAsync();
        return rows.ConvertAll(row => row with
        {
            Like = like.Find(each => each.Kind == row.Kind && each.Subject == row.Subject
                && each.ContractId == places.GetValueOrDefault(row.Contract)?.Contract.Id)?.Number,
        });
    }
}
