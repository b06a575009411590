using Microsoft.AspNetCore.Mvc;
using Portal.Rules.WorkRequests;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Features.Shared.Files;
using Portal.Web.Features.Shared.WorkRequests;
using Portal.Web.Forms;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.WorkRequests.Asking;

/// <summary>
/// Something of the catalogue is asked for: filled in, checked, sent once; its page is the receipt (WORK-2).
/// </summary>
[Route("catalog/{code:maxlength(40)}")]
[WorkItemGuard]
public sealed class AskingController(WorkSubmission submission, WorkInput input, WorkAttachments attachments, CurrentSession session)
    : WorkRequestController(session)
{
    private const string EnterPage = "New";
    private const string CheckPage = "Check";

    [HttpGet("")]
    public async Task<IActionResult> New([Guarded] WorkItemTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var form = new WorkForm { Version = target.Work.Item.Edition };
        await input.FillAsync(form, target, ModelState);
        return View(EnterPage, form);
    }

    [HttpPost("")]
    [KeepsDraft]
    [TakesFiles(WorkAttachments.Purpose)]
    public async Task<IActionResult> Create([Guarded] WorkItemTarget target, WorkForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        await input.FillAsync(form, target, ModelState);
        if (form.Version != target.Work.Item.Edition)
        {
            // Nobody agrees to terms or a cost that were not on the page.
            (form.IsChanged, form.Agreed, form.Version) = (true, false, target.Work.Item.Edition);
            ModelState.Remove(nameof(form.Agreed));
            return this.FormAgain(EnterPage, form, StatusCodes.Status409Conflict);
        }

        return WorkInput.Resize(form, ModelState)
            ? View(EnterPage, form)
            : await new FormSteps<WorkAnswer>(this, form)
            {
                Enter = EnterPage,
                Check = CheckPage,
                Read = async fields =>
                {
                    await attachments.AreThereAsync(nameof(form.Files), form.Files, ModelState);
                    return input.Read(form, fields);
                },
                Show = answer =>
                {
                    WorkInput.Show(form, answer);
                    return Task.CompletedTask;
                },
                Save = answer => SaveAsync(form, answer),
            }.RunAsync(input.Reader());
    }

    private async Task<IActionResult> SaveAsync(WorkForm form, WorkAnswer answer)
    {
        switch (await submission.SubmitAsync(form.Target.User, form.Target.Work, answer))
        {
            case WorkOutcome.Done { Row: var row }:
                return await attachments.AttachAsync(row, nameof(form.Files), form.Files, ModelState)
                    ? new SeeOtherResult(WorkRequestPaths.Show(row.Number) + "?created=true")
                    : this.FormAgain(EnterPage, form, StatusCodes.Status409Conflict);
            case WorkOutcome.NotEnough { Left: var left }:
                form.Left = left;
                WorkInput.Show(form, answer);
                ModelState.Clear();
                return this.FormAgain(CheckPage, form, StatusCodes.Status409Conflict);
            case var other:
                throw new InvalidOperationException($"{other} is no outcome of a submission.");
        }
    }
}
