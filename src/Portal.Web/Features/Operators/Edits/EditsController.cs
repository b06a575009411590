using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Details;
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
public sealed class EditsController(DetailsService service, OperatorInput input, IStringLocalizer<OperatorsText> text)
    : OperatorController
{
    [HttpGet("")]
    public ViewResult Edit([Guarded] Delegation.Granted granted)
    {
        var form = Fill(new EditForm { Version = granted.Subject.Version }, granted);
        form.Put(AccountDetails.Of(granted.Subject));
        return View("Edit", form);
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Update([Guarded] Delegation.Granted granted, EditForm form)
    {
        Fill(form, granted);
        if (form.Step == "back")
        {
            return View("Edit", form);
        }

        var problems = new List<InputProblem>();
        form.Own = input.Details(form, AccountDetails.Of(granted.Subject), problems);
        ModelState.Report(problems);
        if (!ModelState.IsValid)
        {
            return Again("Edit", form);
        }

        return form.Step == "save" ? await SaveAsync(form, granted.Subject) : Ask(form);
    }

    private static EditForm Fill(EditForm form, Delegation.Granted granted)
    {
        form.Subject = granted.Subject;
        form.OffersValidity = granted.Actor.Id != granted.Subject.Id;
        return form;
    }

    private ViewResult Ask(EditForm form)
    {
        form.Put(form.Own!);
        ModelState.Clear();
        return View("Check", form);
    }

    private async Task<IActionResult> SaveAsync(EditForm form, PortalUser subject)
    {
        if (await service.ChangeAsync(subject, form.Version, form.Own!) == ChangeOutcome.Conflict)
        {
            return Conflict(form, subject);
        }

        TempData.Success(text["Saved", subject.UserName!]);
        return ToDetail(subject.Id);
    }

    private ViewResult Conflict(EditForm form, PortalUser subject)
    {
        form.Newer = AccountDetails.Of(subject);
        form.Version = subject.Version;
        form.Put(form.Own!);
        ModelState.Clear();
        return Again("Conflict", form, StatusCodes.Status409Conflict);
    }
}
