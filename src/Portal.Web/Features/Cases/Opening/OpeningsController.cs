using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Domain.RichTexts;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Features.Shared.Files;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Cases.Opening;

/// <summary>A new inquiry: written, checked, sent; its page is the receipt (CASE-1).</summary>
[Route("cases/new")]
public sealed class OpeningsController(CaseOpening opening, OpeningInput input, CaseAttachments attachments, ArticleFinder finder,
    WorkingContract contracts, CurrentSession session, SessionCookies cookies) : CaseController
{
    /// <param name="q">What was searched for and not found; what was typed before a session ended comes first.</param>
    [HttpGet("")]
    public async Task<IActionResult> New(string? after, string? q, string? about)
    {
        if (CaseReader.Of(session.User) is not { } reader)
        {
            return NotFound();
        }

        ModelState.Remove(nameof(after));
        var form = await input.FillAsync(new OpeningForm { After = after }, reader);
        input.Prefill(form, q, about);
        return View("New", form);
    }

    [HttpPost("")]
    [KeepsDraft]
    [TakesFiles(CaseAttachments.Purpose, Feature = TenantFeatures.Cases)]
    public async Task<IActionResult> Create(OpeningForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (CaseReader.Of(session.User) is not { } reader)
        {
            return NotFound();
        }

        await input.FillAsync(form, reader);
        if (form.Step == OpeningForm.PreviewStep)
        {
            form.Preview = RichText.ToHtml(input.Read(form, input.Reader()).Text);
            return View("New", form);
        }

        if (form.Suggests)
        {
            form.Suggestions = await finder.SuggestAsync(KnowledgeReader.Of(session.User), form.Subject, KnowledgeWords.Language);
        }

        return await new FormSteps<NewCase>(this, form)
        {
            Enter = "New",
            Check = "Check",
            Read = async fields =>
            {
                await attachments.AreThereAsync(nameof(form.Files), form.Files, ModelState);
                return input.Read(form, fields);
            },
            Show = read =>
            {
                OpeningInput.Show(form, read);
                return Task.CompletedTask;
            },
            Save = asked => SaveAsync(asked, form),
        }.RunAsync(input.Reader());
    }

    private async Task<IActionResult> SaveAsync(NewCase asked, OpeningForm form)
    {
        // Who asks about another one of its contracts works for that one from here on, and so sees the case.
        var moved = form.Place is { IsCurrent: false } place ? (Wanted: true, Sid: await contracts.MoveAsync(place)) : default;
        if (moved is { Wanted: true, Sid: null })
        {
            return Challenge();
        }

        var opened = await opening.OpenAsync(session.User, asked);
        if (!await attachments.AttachAsync(opened.Entry, nameof(form.Files), form.Files, ModelState))
        {
            // All of it is undone, the move as well: the browser keeps the session that it has.
            return this.FormAgain("New", form, StatusCodes.Status409Conflict);
        }

        if (moved.Sid is { } sid)
        {
            cookies.Renew(HttpContext, sid);
        }

        return new SeeOtherResult(CasePaths.Show(opened.Row.Number) + "?created=true");
    }
}
