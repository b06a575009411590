using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Domain.Submissions;
using Portal.Web.Export;
using Portal.Web.Features.Shared.Slips;
using Portal.Web.Files.Tables;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Imports;

/// <summary>
/// Many IDs from a file: upload, checked preview, all or nothing, result with the first passwords shown once (OPER-8).
/// </summary>
[Route("operators/import")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ImportsController(
    Delegates delegates,
    ImportFile file,
    ImportCheck check,
    RegistrationService registration,
    SealedText seal,
    FormUses uses,
    UnitOfWork work,
    PortalDbContext db,
    OperatorWords words,
    IStringLocalizer<OperatorsText> text) : OperatorController
{
    private const string DonePage = OperatorPaths.ImportDone;
    private static readonly Guid Batch = Guid.Empty;

    /// <summary>A file gives first passwords out at once; where users are invited there is none to give.</summary>
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Result = words.Invites ? NotFound() : context.Result;
    }

    [HttpGet("")]
    [ContractGuard(DelegatedAct.Register)]
    public async Task<IActionResult> New([Guarded] PortalUser who) => View("New", await StartAsync(who));

    [HttpGet("template")]
    [Download]
    [ContractGuard(DelegatedAct.Register)]
    public async Task<IActionResult> Template() =>
        File(await CsvDocument.ToBytesAsync(file.Columns.Select(file.Heading), []), CsvDocument.ContentType,
            text["ImportTemplateName", words.Many] + ".csv");

    [HttpPost("")]
    [ContractGuard(DelegatedAct.Register, OnlyLooks = true)]
    public async Task<IActionResult> Preview([Guarded] PortalUser who, IFormFile? upload)
    {
        if (UploadProblem(upload) is { } problem)
        {
            ModelState.AddModelError(nameof(upload), problem);
            return Again("New", await StartAsync(who));
        }

        using var content = new MemoryStream();
        await upload!.CopyToAsync(content);
        var table = file.Open(content.ToArray());
        var reading = file.Understand(table);
        if (reading.Problem is not null)
        {
            ModelState.AddModelError(nameof(upload), reading.Problem);
            return Again("New", await StartAsync(who));
        }

        // The file is read before anything is locked.
        var found = await CheckAsync(reading);
        if (!found.Permitted)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var formId = Guid.NewGuid();
        var preview = new ImportPreview(found.Rows, reading.Columns, found.Problem, Seal(table.Rows, formId), formId);
        return preview.IsFit ? View("Preview", preview) : Again("Preview", preview);
    }

    [HttpPost("confirm")]
    [OwnTransaction]
    public async Task<IActionResult> Create(string? content, Guid formId)
    {
        if (formId == Guid.Empty || Unseal(content, formId) is not { } rows)
        {
            TempData.Warning(text["ImportTooLate"]);
            return new SeeOtherResult(OperatorPaths.Import);
        }

        // A confirmation that has done its work costs nothing more, however often it is sent.
        if (await IsUsedAsync(formId))
        {
            return await OvertakenAsync(formId);
        }

        // The costly hashes are made before anything is locked; what they are made of is checked again under the lock.
        var reading = file.Understand(new TableReading(rows, null));
        var first = await work.RunAsync(() => CheckAsync(reading));
        if (!first.IsFit)
        {
            return Answer(first, reading, content!, formId);
        }

        try
        {
            return await PrepareAsync(first.Rows, formId) is { } prepared
                ? await work.RunAsync(() => SaveAsync(reading, prepared, content!, formId))
                : await OvertakenAsync(formId);
        }
        catch (DbUpdateException e) when (DatabaseFailure.Of(e) == DatabaseFailureKind.Conflict)
        {
            return await OvertakenAsync(formId);
        }
    }

    [HttpGet("done")]
    [ContractGuard(DelegatedAct.Register)]
    public async Task<ViewResult> Done([Guarded] PortalUser who, [FromServices] ImportResults results,
        [FromServices] OneTimeSecrets secrets) =>
        View("Done", await secrets.RedeemAsync(TempData, Batch) is { } kept
            ? await results.ReadAsync(who.ContractId!.Value, kept)
            : HandOver.Nothing);

    private Task<bool> IsUsedAsync(Guid formId) => work.RunAsync(() => uses.IsUsedAsync(formId));

    /// <summary>
    /// One hash after another, each a turn of its own, so that fifty rows are no more than one at a time for everybody
    /// else.
    /// </summary>
    /// <returns>Null where the same confirmation did its work meanwhile.</returns>
    private async Task<List<PreparedAccount>?> PrepareAsync(IReadOnlyList<CheckedRow> rows, Guid formId)
    {
        var prepared = new List<PreparedAccount>(rows.Count);
        foreach (var row in rows)
        {
            if (await IsUsedAsync(formId))
            {
                return null;
            }

            prepared.Add((await registration.PrepareAsync(row.Account.Keyword)).For(row.Account));
        }

        return prepared;
    }

    private async Task<IActionResult> SaveAsync(ImportReading reading, List<PreparedAccount> prepared, string content, Guid formId)
    {
        await uses.BeginAsync(formId);
        var again = await CheckAsync(reading);
        if (!again.IsFit)
        {
            await uses.ReleaseAsync(formId);
            return Answer(again, reading, content, formId);
        }

        var done = await registration.ImportAsync(prepared);
        await uses.CompleteAsync(formId, DonePage);
        OneTimeSecret.Keep(TempData,
            new OneTimeSecret(Batch, string.Join('\n', done.Select(each => $"{each.User.Id} {each.Password}")),
                done[0].Issued.ExpiresAt, Batch));
        TempData.Success(text["Imported", done.Count]);
        return new SeeOtherResult(DonePage);
    }

    /// <summary>
    /// The same form a second time leads where the first led; an ID that another contract took meanwhile means that
    /// nothing was registered.
    /// </summary>
    private async Task<IActionResult> OvertakenAsync(Guid formId)
    {
        db.ChangeTracker.Clear();
        if (await work.RunAsync(() => uses.LocationAsync(formId)) is { } location)
        {
            return new SeeOtherResult(location);
        }

        TempData.Warning(text["ImportOvertaken"]);
        return new SeeOtherResult(OperatorPaths.Import);
    }

    /// <summary>Under the contract's lock, because what is told of foreign IDs is counted (EN-06).</summary>
    private async Task<Checked> CheckAsync(ImportReading reading)
    {
        if (await delegates.AskForContractToChangeAsync(DelegatedAct.Register) is not { } who)
        {
            return new Checked(false, [], null);
        }

        var (rows, problem) = await check.RunAsync(who, reading.Rows);
        return new Checked(true, rows, problem);
    }

    private IActionResult Answer(Checked found, ImportReading reading, string content, Guid formId) => found.Permitted
        ? Again("Preview", new ImportPreview(found.Rows, reading.Columns, found.Problem, content, formId))
        : StatusCode(StatusCodes.Status403Forbidden);

    /// <summary>
    /// The form's id belongs to the content: the same rows under another id would be another confirmation, and cost all
    /// their hashes again.
    /// </summary>
    private static string Purpose(Guid formId) => $"import/{formId}";

    private async Task<ImportStart> StartAsync(PortalUser who) =>
        new(await registration.RoomAsync(who.ContractId!.Value),
            [.. file.Columns.Select(column => column.Needed ? text["ImportNeeded", file.Heading(column)].Value : file.Heading(column))]);

    private string? UploadProblem(IFormFile? upload) => upload switch
    {
        null => text["ImportSelect"].Value,
        { Length: 0 } => text["ImportEmpty"].Value,
        { Length: > TableFile.MostWorkbook } => text["ImportTooLarge", TableFile.MostText / 1024, TableFile.MostWorkbook / 1024].Value,
        _ => null,
    };

    /// <summary>Packed, so that the largest file fits the limit of a form field.</summary>
    private string Seal(IReadOnlyList<TableRow> rows, Guid formId)
    {
        using var packed = new MemoryStream();
        using (var pack = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(pack, rows);
        }

        return seal.Seal(Purpose(formId), Convert.ToBase64String(packed.ToArray()));
    }

    private IReadOnlyList<TableRow>? Unseal(string? content, Guid formId)
    {
        if (seal.Open(Purpose(formId), content) is not { } packed)
        {
            return null;
        }

        using var unpack = new BrotliStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<IReadOnlyList<TableRow>>(unpack);
    }

    private sealed record Checked(bool Permitted, IReadOnlyList<CheckedRow> Rows, string? Problem)
    {
        public bool IsFit => Permitted && Problem is null && Rows.All(row => row.Problems.Count == 0);
    }
}
