using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Approvals;
using Portal.Web.Features.Admin.Users.Acts;
using Portal.Web.Forms;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Users.Edits;

/// <summary>
/// Changes what is known of a user: form, check with both versions and a reason, saved (ADMIN-4); a change made
/// elsewhere meanwhile is shown beside one's own (SAFE-1). Whoever gets the mails of an account gets into it, so that
/// one proves oneself anew first, as managers do.
/// </summary>
[Route("users/{site}/{id:guid}/edit")]
[UserGuard(DelegatedAct.EditDetails)]
[FreshProof]
public sealed class UserDetailsController(UserDetailsInput input, UserDetailsSaving saving,
    IStringLocalizer<AdminText> text) : UserActController(text)
{
    private const string EnterPage = "Edit";

    [HttpGet("")]
    public async Task<ViewResult> Edit([Guarded] UserTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var form = input.Fill(new UserDetailsForm { Version = target.User.Version }, target);
        form.Show(AccountDetails.Of(target.User));
        form.Email = EmailAddress.Readable(target.User.Email);
        await saving.SeenAsync(target);
        return View(EnterPage, form);
    }

    [HttpPost("")]
    [KeepsDraft]
    public Task<IActionResult> Update([Guarded] UserTarget target, UserDetailsForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        input.Fill(form, target);
        return new FormSteps<EnteredDetails>(this, form)
        {
            Enter = EnterPage,
            Check = "Check",
            Read = reader => Task.FromResult(input.Read(form, reader)),
            Show = entered =>
            {
                input.Show(form, entered);
                return saving.SeenAsync(target);
            },
            Save = entered => SaveAsync(form, entered),
        }.RunAsync(input.Reader(form));
    }

    private async Task<IActionResult> SaveAsync(UserDetailsForm form, EnteredDetails entered)
    {
        var target = form.Target;
        var saved = await saving.SaveAsync(target, form.Version, entered);
        switch (saved.Outcome)
        {
            case CorrectionOutcome.Changed or CorrectionOutcome.Unchanged when saved.Address is { } asked:
                return asked == AskOutcome.Asked ? Done(target, "Approval.EmailAsked") : NotDone(target, "Approval.EmailWaits");
            case CorrectionOutcome.Changed:
                return Done(target, "EditSaved");
            case CorrectionOutcome.Unchanged:
                return NotDone(target, "EditUnchanged");
            case CorrectionOutcome.Conflict { Newer: var newer }:
                return Elsewhere(form, entered, newer);
            case CorrectionOutcome.LastManager:
                ModelState.AddModelError(nameof(form.ValidUntil), Text["EditLastManager"]);
                return this.FormAgain(EnterPage, form);
            case CorrectionOutcome.EmailRefused { Why: var why }:
                ModelState.AddModelError(nameof(form.Email), Refusal(why, entered.Email!));
                return this.FormAgain(EnterPage, form, why == EmailOutcome.TooManyTaken
                    ? StatusCodes.Status429TooManyRequests
                    : StatusCodes.Status422UnprocessableEntity);
            default:
                return NotFound();
        }
    }

    private string Refusal(EmailOutcome why, string email) => why switch
    {
        EmailOutcome.TooManyTaken => Text["EditTooManyTaken"],
        EmailOutcome.TooManyMails => Text["TooManyMails", EmailAddress.Readable(email)!],
        _ => Text["EditEmailTaken"],
    };

    private ViewResult Elsewhere(UserDetailsForm form, EnteredDetails entered, PortalUser newer) =>
        this.Elsewhere(new ChangedElsewhere(newer, newer.UserName!, form.Target.Path)
        {
            Fields = input.Compare(form, entered, newer),
            Kept = [new(nameof(form.Reason), entered.Reason)],
            Crumbs = [(Text["Users"], StaffPaths.Users)],
        });
}
