using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Features.Shared.Details;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Edits;

/// <summary>
/// Changing what is known of an ID: form, check, saved; a change made elsewhere meanwhile is shown beside one's own
/// (SAFE-1).
/// </summary>
[Route("operators/{id:guid}/edit")]
[SubjectGuard(DelegatedAct.EditDetails)]
public sealed class EditsController(DetailsService service, OperatorInput input, OperatorWords words,
    IStringLocalizer<OperatorsText> text) : OperatorController
{
    [HttpGet("")]
    public ViewResult Edit([Guarded] Delegation.Granted granted)
    {
        var form = Fill(new DetailsForm { Version = granted.Subject.Version }, granted);
        form.Show(AccountDetails.Of(granted.Subject));
        return View("Edit", form);
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Update([Guarded] Delegation.Granted granted, DetailsForm form)
    {
        Fill(form, granted);
        return await new FormSteps<AccountDetails>(this, form)
        {
            Enter = "Edit",
            Check = "Check",
            Read = reader => Task.FromResult(input.Details(form, AccountDetails.Of(granted.Subject), reader)),
            Show = details =>
            {
                form.Show(details);
                return Task.CompletedTask;
            },
            Save = details => SaveAsync(form, granted.Subject, details),
        }.RunAsync(input.Reader());
    }

    private async Task<IActionResult> SaveAsync(DetailsForm form, PortalUser subject, AccountDetails details)
    {
        switch (await service.ChangeAsync(subject, form.Version, details))
        {
            case ChangeOutcome.Conflict:
                return ChangedElsewhere(subject, words.Named(subject),
                    DetailsComparison.Of(words.Details, details, AccountDetails.Of(subject)));
            case ChangeOutcome.LastManager:
                ModelState.AddModelError(nameof(form.ValidUntil), text["LastDayOfLast", words.Manager]);
                return this.FormAgain("Edit", form);
            default:
                break;
        }

        TempData.Success(text["Saved", subject.UserName!]);
        return ToDetail(subject.Id);
    }

    private DetailsForm Fill(DetailsForm form, Delegation.Granted granted)
    {
        (form.Words, form.Subject) = (words.Details, granted.Subject);
        form.OffersValidity = granted.Actor.Id != granted.Subject.Id;
        return form;
    }
}
