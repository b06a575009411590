using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.LoginIds;

/// <summary>Another ID to sign in with: form, check, changed; managers only (CONT-3).</summary>
[Route("operators/{id:guid}/login-id")]
[SubjectGuard(DelegatedAct.ChangeLoginId)]
[FreshProof]
public sealed class LoginIdsController(LoginIdService service, OperatorInput input, OperatorWords words,
    IStringLocalizer<OperatorsText> text) : OperatorController
{
    [HttpGet("")]
    public ViewResult Edit([Guarded] PortalUser subject) =>
        View("Edit", new LoginIdForm { LoginId = subject.UserName, Version = subject.Version, Subject = subject });

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Update([Guarded] PortalUser subject, LoginIdForm form)
    {
        form.Subject = subject;
        return await new FormSteps<string>(this, form)
        {
            Enter = "Edit",
            Check = "Check",
            Read = reader => Task.FromResult(input.LoginId(form.LoginId, reader)),
            Show = loginId =>
            {
                form.LoginId = loginId;
                return Task.CompletedTask;
            },
            Save = loginId => SaveAsync(form, subject, loginId),
        }.RunAsync(input.Reader());
    }

    private async Task<IActionResult> SaveAsync(LoginIdForm form, PortalUser subject, string loginId)
    {
        switch (await service.ChangeAsync(subject, form.Version, loginId))
        {
            case LoginIdOutcome.Conflict:
                return ChangedElsewhere(subject, words.Named(subject),
                    new ComparedField(nameof(form.LoginId), words.Id, loginId, subject.UserName));
            case LoginIdOutcome.Known:
                ModelState.AddModelError(nameof(form.LoginId), text["ImportIdKnown", words.Id]);
                return Again("Edit", form);
            case LoginIdOutcome.Taken:
                ModelState.AddModelError(nameof(form.LoginId), text["IdTaken", words.Id]);
                return Again("Edit", form);
            case LoginIdOutcome.TooManyProbes:
                ModelState.AddModelError(nameof(form.LoginId), text["TooManyProbes"]);
                return Again("Edit", form, StatusCodes.Status429TooManyRequests);
            case LoginIdOutcome.TooManyMails:
                ModelState.AddModelError(nameof(form.LoginId), text["TooManyMails"]);
                return Again("Edit", form);
            default:
                TempData.Success(text["LoginIdChanged", words.Id, loginId]);
                return ToDetail(subject.Id);
        }
    }
}
