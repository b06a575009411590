using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Imports;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Imports;
using Portal.Web.Files.Stored;

namespace Portal.Web.Features.Admin.Cases.Batches;

/// <summary>
/// Takes a file of cases in: read, checked, its files received one by one as any attachment is, and only then there to
/// be confirmed. One thing wrong, and nothing of it stays. To be called inside the tenant and outside of a transaction.
/// </summary>
public sealed class CaseBatchIntake(CaseBatchReading reading, CaseFileCheck check, FileIntake intake, StoredFiles files, ImportJobs jobs,
    UnitOfWork work, CaseBatchWords words, CurrentSession session)
{
    private const int LongestName = 200;

    /// <returns>Null where something is wrong, which stands in the form.</returns>
    public async Task<ImportJob?> ReceiveAsync(CaseBatchForm form, ModelStateDictionary state, CancellationToken cancelled)
    {
        ArgumentNullException.ThrowIfNull(form);
        await using var upload = await reading.ReadAsync(form, state, cancelled);
        if (upload is null)
        {
            return null;
        }

        var finding = await work.RunAsync(() => check.RunAsync(upload.Sheet, words.Terms(), upload.Brought), cancelled);
        if (finding.Problems.Count > 0)
        {
            form.Problems = words.Of(finding.Problems);
            return null;
        }

        var (rows, problems) = await KeepAsync(finding.Rows, upload, cancelled);
        if (problems.Count > 0)
        {
            form.Problems = words.Of(problems);
            await DiscardAsync(session.UserId, rows);
            return null;
        }

        var plan = new CasePlan(session.User.DisplayName, rows);
        var name = ForeignText.Of(Path.GetFileName(form.Upload!.FileName), LongestName);
        return await work.RunAsync(() => Task.FromResult(jobs.RequestChecked(
            new ImportUpload(ImportKind.Cases, name, JsonSerializer.SerializeToUtf8Bytes(plan), session.UserId, session.User.UserName!),
            rows.Count)), cancelled);
    }

    /// <summary>The files of a batch that nobody wants any more; a round removes them.</summary>
    public Task DiscardAsync(Guid uploader, IReadOnlyList<PlannedCase> rows) => work.RunAsync(async () =>
    {
        foreach (var id in rows.Select(row => row.FileId).OfType<Guid>())
        {
            await files.DiscardAsync(uploader, id);
        }
    });

    private async Task<(IReadOnlyList<PlannedCase> Rows, IReadOnlyList<ImportProblem> Problems)> KeepAsync(
        IReadOnlyList<PlannedCase> rows, CaseBatchUpload upload, CancellationToken cancelled)
    {
        var (kept, problems) = (new List<PlannedCase>(rows.Count), new List<ImportProblem>());
        foreach (var row in rows)
        {
            if (row.Brought is not { } at)
            {
                kept.Add(row);
                continue;
            }

            var file = upload.Packed!.Files[at];
            await using var unpacked = upload.Packed.Open(file);

            // Each by itself: the same name and content in two folders are two files, one for each case.
            var arrival = new FileArrival(FileUploader.Of(session.User), BatchFiles.Purpose, Guid.NewGuid(), file.LastName);
            var receipt = await intake.ReceiveAsync(arrival, unpacked, cancelled);
            kept.Add(row with { FileId = receipt.Id });
            if (receipt.Refusal is { } refusal)
            {
                problems.Add(CaseFileCheck.Refused(row.Row, refusal, file.LastName));
            }
        }

        return (kept, problems);
    }
}
