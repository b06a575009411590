using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Contracts;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Contracts;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Contracts.Lines;

/// <summary>Adds, changes and removes lines of a contract, with a reason (ADMIN-4).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("contracts/{site}/{id:guid}/lines")]
[StaffContractGuard]
public sealed class ContractLinesController(StaffReach reach, LineInput input, ContractLines lines, LineList list,
    IStringLocalizer<ContractStaffText> text) : Controller
{
    private const string WritePage = "WriteLine";
    private const string RemovePage = "RemoveLine";

    [HttpGet("new")]
    public async Task<IActionResult> New([Guarded] ContractTarget target) =>
        await MayAddAsync(target) ? View(WritePage, await ShownAsync(new LineForm(), target, null)) : NotFound();

    [HttpPost("new")]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] ContractTarget target, LineForm form) =>
        await MayAddAsync(target) ? await WriteAsync(form, target, null) : NotFound();

    [HttpGet("{line:guid}/edit")]
    public async Task<IActionResult> Edit([Guarded] ContractTarget target, Guid line) =>
        await input.FindAsync(target, line) is { } found ? View(WritePage, await ShownAsync(new LineForm(), target, found)) : NotFound();

    [HttpPost("{line:guid}/edit")]
    [KeepsDraft]
    public async Task<IActionResult> Update([Guarded] ContractTarget target, [FromRoute] Guid line, LineForm form) =>
        await input.FindAsync(target, line) is { } found ? await WriteAsync(form, target, found) : NotFound();

    [HttpGet("{line:guid}/remove")]
    public async Task<IActionResult> AskToRemove([Guarded] ContractTarget target, Guid line) =>
        await input.FindAsync(target, line) is { } found
            ? View(RemovePage, new RemoveLinePage(target, found, new ReasonForm()))
            : NotFound();

    [HttpPost("{line:guid}/remove")]
    [KeepsDraft]
    public async Task<IActionResult> Remove([Guarded] ContractTarget target, [FromRoute] Guid line, [FromForm] ReasonForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        if (await input.FindAsync(target, line) is not { } found)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.FormAgain(RemovePage, new RemoveLinePage(target, found, form));
        }

        var stood = await PathAsync(target, line);
        var outcome = await reach.InsideAsync(target.Tenant, () => lines.RemoveAsync(target.Contract.Id, line, form.StoredReason));
        if (outcome is LineOutcome.HasNumbers)
        {
            ModelState.AddModelError("", text["LineHasNumbers"]);
            return this.FormAgain(RemovePage, new RemoveLinePage(target, found, form));
        }

        return Saved(outcome, text["Done.LineRemoved", found.Number], stood);
    }

    private async Task<bool> MayAddAsync(ContractTarget target) =>
        LinesPart.AreAdded(target.Tenant, await input.HasLinesAsync(target));

    private async Task<LineForm> ShownAsync(LineForm form, ContractTarget target, ContractLine? line)
    {
        await input.FillAsync(form, target, line);
        input.Show(form);
        return form;
    }

    private async Task<IActionResult> WriteAsync(LineForm form, ContractTarget target, ContractLine? line)
    {
        ArgumentNullException.ThrowIfNull(form);
        await input.FillAsync(form, target, line);
        return await new FormSteps<WrittenLine>(this, form)
        {
            Enter = WritePage,
            Read = reader => Task.FromResult(input.Read(form, reader)),
            Save = written => SaveAsync(form, written),
        }.RunAsync(input.Reader());
    }

    private async Task<IActionResult> SaveAsync(LineForm form, WrittenLine written)
    {
        var (target, content) = (form.Target, written.Content);
        var outcome = await reach.InsideAsync(target.Tenant, () => form.Line is { } line
            ? lines.ChangeAsync(target.Contract.Id, line.Id, form.Version, content, written.Reason)
            : lines.AddAsync(target.Contract.Id, content, written.Reason));
        switch (outcome)
        {
            case LineOutcome.Taken:
                ModelState.AddModelError(nameof(form.LineNumber), text["LineTaken"]);
                break;
            case LineOutcome.TooMany:
                ModelState.AddModelError("", text["LinesTooMany", ContractLimits.Lines]);
                break;
            case LineOutcome.Conflict newer:
                return this.Elsewhere(new ChangedElsewhere(newer.Contract, newer.Line.Number, Path(target))
                {
                    Fields = input.Compare(content, newer.Line),
                    Kept = [new(nameof(form.Reason), written.Reason)],
                    Crumbs = [(text["Title"], StaffPaths.Contracts)],
                });
            default:
                return Saved(outcome, text[form.Line is null ? "Done.LineAdded" : "Done.LineChanged", content.Number],
                    await PathAsync(target, outcome is LineOutcome.Done done ? done.Line : form.Line!.Id));
        }

        return this.FormAgain(WritePage, form);
    }

    private SeeOtherResult Saved(LineOutcome outcome, string done, string path)
    {
        switch (outcome)
        {
            case LineOutcome.Done:
                TempData.Success(done);
                break;
            case LineOutcome.Unchanged:
                TempData.Warning(text["Not.Changed"]);
                break;
            default:
                TempData.Warning(text["Not.LineFound"]);
                break;
        }

        return new SeeOtherResult(path);
    }

    /// <summary>Where the line is seen.</summary>
    private Task<string> PathAsync(ContractTarget target, Guid line) =>
        reach.InsideAsync(target.Tenant, () => list.PathOfAsync(target.Tenant, target.Contract, line));

    private static string Path(ContractTarget target) => StaffPaths.Contract(target.Tenant.Slug, target.Contract.Id);
}
