using Portal.Rules.Cases;
using Portal.Rules.Imports;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Files.Stored;

namespace Portal.Web.Domain.Imports;

/// <summary>
/// Opens the cases of a file that was confirmed, in one transaction with their files, events and mails: all of them or
/// none, however often it is begun (ADMIN-5). Each is opened as if the desk had done it by hand.
/// </summary>
public sealed class CaseFileRun(CaseContacts contacts, CaseOpening opening, StoredFiles files, ImportJobs jobs, AuditLog audit,
    PortalDbContext db)
{
    private const string Purpose = "case";
    private const int BetweenSigns = 20;

    /// <param name="progress">Told how many rows are done.</param>
    /// <returns>Null where there is nothing to be done any more.</returns>
    public async Task<CasesOutcome?> ApplyAsync(ImportJob job, Func<int, Task> progress)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(progress);
        if (await jobs.PlanAsync(job.Id) is not { } plan)
        {
            return null;
        }

        var places = await contacts.OfAsync(plan.Rows.Select(row => row.Contract));
        var problems = await ProblemsAsync(job, plan, places);
        var finding = new ImportFinding(plan.Rows.Count, SheetFault.None, "", MovingIn.Sorted(problems));
        if (!finding.IsFit)
        {
            return new CasesOutcome(finding, []);
        }

        var made = new List<OpenedRow>(plan.Rows.Count);
        var agent = new CaseActor(CaseSide.Agent, job.RequestedBy, plan.AgentName);
        foreach (var row in plan.Rows)
        {
            made.Add(await OpenAsync(job, agent, row, places[row.Contract].Contact!));
            if (made.Count % BetweenSigns == 0)
            {
                await progress(made.Count);
            }
        }

        audit.Record(ImportEvents.CasesOpened, details: new { source = job.FileName, cases = made.Count });
        return new CasesOutcome(finding, made);
    }

    /// <summary>Since the check a contract may have gone, its people been switched off, a file refused.</summary>
    private async Task<List<ImportProblem>> ProblemsAsync(ImportJob job, CasePlan plan, IReadOnlyDictionary<string, CasePlace> places)
    {
        Guid[] wanted = [.. plan.Rows.Select(row => row.FileId).OfType<Guid>()];
        var there = (await files.WaitingAsync(job.RequestedBy, wanted)).Select(file => file.Id).ToHashSet();
        return
        [
            .. plan.Rows.Where(row => !places.ContainsKey(row.Contract))
                .Select(row => new ImportProblem(row.Row, MoveInColumn.Contract, ImportFault.NoContract)),
            .. plan.Rows.Where(row => places.TryGetValue(row.Contract, out var place) && place.Contact is null)
                .Select(row => new ImportProblem(row.Row, MoveInColumn.Contract, ImportFault.NoContact)),
            .. plan.Rows.Where(row => row.FileId is { } id && !there.Contains(id))
                .Select(row => new ImportProblem(row.Row, MoveInColumn.FileName, ImportFault.FileGone)),
        ];
    }

    private async Task<OpenedRow> OpenAsync(ImportJob job, CaseActor agent, PlannedCase row, PortalUser contact)
    {
        var opened = await opening.OpenForAsync(contact, agent, new NewCase(row.Kind, row.Subject, row.Text), row.Priority);
        if (row.FileId is { } file)
        {
            // What was there a moment ago is gone: the transaction is undone, and the next try says so.
            if (await files.AttachAsync(new FileOwner(Purpose, opened.Entry.Id), job.RequestedBy, [file], BatchFiles.Purpose)
                != AttachOutcome.Attached)
            {
                throw new InvalidOperationException($"The file of row {row.Row} was taken meanwhile.");
            }

            opened.Entry.FileCount = 1;
        }

        // Saved before the next one asks for its number.
        await db.SaveChangesAsync();
        return new OpenedRow(row.Row, row.Contract, CaseNumber.Of(opened.Row.Number), row.Subject, row.File);
    }
}
