using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.RichTexts;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Features.Shared.Files;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Cases.Show;

/// <summary>What the customer says.</summary>
[Route("cases/{number:length(9)}/comments")]
[CaseGuard]
public sealed class CommentsController(CaseTalk talk, CaseRecords records, CaseInput input, CaseAttachments attachments,
    CurrentSession session, IStringLocalizer<CasesText> text) : CaseController
{
    [HttpPost("")]
    [KeepsDraft]
    [TakesFiles(CaseAttachments.Purpose, Feature = TenantFeatures.Cases)]
    public async Task<IActionResult> Create([Guarded] CaseTarget target, ReplyForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        var isThere = await attachments.AreThereAsync(nameof(form.Files), form.Files, ModelState);
        if (input.ReadText(nameof(form.Text), form.Text, ModelState) is not { } comment || !isThere)
        {
            return await AgainAsync(target, form, StatusCodes.Status422UnprocessableEntity);
        }

        if (form.Step == "preview")
        {
            form.Preview = RichText.ToHtml(comment);
            return await AgainAsync(target, form, StatusCodes.Status200OK);
        }

        if (await talk.CommentAsync(target.Row.Id, CaseActor.Customer(session.User), comment) is not CaseOutcome.Done { Entry: { } entry })
        {
            ModelState.AddModelError(nameof(form.Text), text["CommentTooLate"]);
            return await AgainAsync(target, form, StatusCodes.Status409Conflict);
        }

        if (!await attachments.AttachAsync(entry, nameof(form.Files), form.Files, ModelState))
        {
            return await AgainAsync(target, form, StatusCodes.Status409Conflict);
        }

        TempData.Success(text["Commented"]);
        return new SeeOtherResult(target.Path);
    }

    private async Task<IActionResult> AgainAsync(CaseTarget target, ReplyForm form, int status) =>
        this.FormAgain("Show", await records.ReadAsync(target, form), status);
}
