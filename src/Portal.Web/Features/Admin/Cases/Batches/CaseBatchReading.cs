using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.Files;
using Portal.Rules.Imports;
using Portal.Web.Domain.Imports;
using Portal.Web.Files.Stored;
using Portal.Web.Files.Tables;

namespace Portal.Web.Features.Admin.Cases.Batches;

/// <summary>What was uploaded, at hand until it is disposed.</summary>
/// <param name="Packed">Null where no archive came with it.</param>
/// <param name="Brought">Its files, in their order.</param>
public sealed record CaseBatchUpload(ImportSheet Sheet, PackedFiles? Packed, IReadOnlyList<BroughtFile> Brought, Stream? Content)
    : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>
/// Reads a table and an archive as they came: what is wrong with one of them as a whole stands at its field, what is
/// wrong with a file of the archive is said of it. Inside the tenant, whose limits count; nothing is kept.
/// </summary>
public sealed class CaseBatchReading(FileIntake intake, CaseBatchWords words, IStringLocalizer<CaseBatchText> text)
{
    private const int Megabyte = 1024 * 1024;

    /// <returns>Null beside a problem in the model state.</returns>
    public async Task<CaseBatchUpload?> ReadAsync(CaseBatchForm form, ModelStateDictionary state, CancellationToken cancelled)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(state);
        var (sheet, wrongTable) = await SheetAsync(form.Upload);
        if (wrongTable is not null)
        {
            state.AddModelError(nameof(form.Upload), wrongTable);
        }

        var content = form.Archive?.OpenReadStream();
        var (packed, wrongArchive) = Archive(form.Archive, content);
        if (wrongArchive is not null)
        {
            state.AddModelError(nameof(form.Archive), wrongArchive);
        }

        if (state.IsValid && sheet is not null)
        {
            return new CaseBatchUpload(sheet, packed, await BroughtAsync(packed, cancelled), content);
        }

        await (content?.DisposeAsync() ?? ValueTask.CompletedTask);
        return null;
    }

    private async Task<(ImportSheet? Sheet, string? Problem)> SheetAsync(IFormFile? upload)
    {
        if (upload is not { Length: > 0 })
        {
            return (null, text[upload is null ? "FileMissing" : "FileEmpty"]);
        }

        if (upload.Length > CaseBatchForm.LargestTable)
        {
            return (null, text["TableTooLarge", CaseBatchForm.LargestTable / Megabyte]);
        }

        using var memory = new MemoryStream((int)upload.Length);
        await upload.CopyToAsync(memory);
        var table = TableFile.Read(memory.ToArray(), ImportHeadings.Of(ImportKind.Cases).Known, CaseBatchForm.Limits);
        if (table.Problem is { } problem)
        {
            return (null, Of(SheetFaults.Of(problem), table.Place));
        }

        var (sheet, fault, argument) = ImportSheet.Read(ImportHeadings.Of(ImportKind.Cases),
            [.. table.Rows.Select(row => new ImportLine(row.Number, row.Cells))]);
        return (sheet, sheet is null ? Of(fault, argument) : null);
    }

    private string Of(SheetFault fault, string argument) => text["Sheet." + fault, fault == SheetFault.TooLarge
        ? ImportRules.MostCases
        : Enum.TryParse<MoveInColumn>(argument, out var column) ? words.Column(column) : argument];

    private (PackedFiles? Packed, string? Problem) Archive(IFormFile? archive, Stream? content)
    {
        if (content is null)
        {
            return (null, null);
        }

        if (archive!.Length > CaseBatchForm.LargestArchive)
        {
            return (null, text["ArchiveTooLarge", CaseBatchForm.LargestArchive / Megabyte]);
        }

        var (packed, fault) = PackedFiles.Open(content, CaseBatchForm.MostEntries, CaseBatchForm.MostUnpacked);
        return fault is { } wrong
            ? (null, text["Packed." + wrong, (wrong == PackedFault.TooManyEntries
                ? CaseBatchForm.MostEntries : CaseBatchForm.MostUnpacked / Megabyte).ToString("N0", CultureInfo.CurrentCulture)].Value)
            : (packed, null);
    }

    private async Task<IReadOnlyList<BroughtFile>> BroughtAsync(PackedFiles? packed, CancellationToken cancelled)
    {
        var brought = new List<BroughtFile>();
        foreach (var file in packed?.Files ?? [])
        {
            await using var unpacked = packed!.Open(file);
            var refusal = file.IsArchive ? null : await intake.LookAsync(file.LastName, unpacked, cancelled);
            brought.Add(new BroughtFile(file.Name, file.Length, file.IsArchive, refusal));
        }

        return brought;
    }
}
