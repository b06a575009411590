using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Accounts;
using Portal.Web.Data.Entities;
using Portal.Web.Http;

namespace Portal.Web.Features.Operators.RecoveryDetails;

/// <summary>Keyword and e-mail address of an ID: with them it gets back in by itself. A child's are its parent's to change (OPER-4).</summary>
[Route("operators/{id:guid}/recovery")]
public sealed class RecoveryDetailsController(Delegates delegates, RecoveryDetailsService service, RowLocks locks, OperatorInput input, OperatorWords words, SealedText seal, IStringLocalizer<OperatorsText> text) : OperatorController
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid id)
    {
        var answer = await delegates.AskAsync(id, DelegatedAct.EditRecovery);
        return answer is Delegation.Granted { Subject: var subject }
            ? View("Edit", new RecoveryDetailsForm { Subject = subject, Email = subject.Email, Version = subject.Version })
            : Refuse(answer);
    }

    [HttpPost("")]
    public async Task<IActionResult> Update(Guid id, RecoveryDetailsForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var answer = await delegates.AskToChangeAsync(id, DelegatedAct.EditRecovery);
        if (answer is not Delegation.Granted granted)
        {
            return Refuse(answer);
        }

        form.Subject = granted.Subject;
        if (form.Step == "back")
        {
            form.SealedKeyword = null;
            return View("Edit", form);
        }

        var problems = new List<InputProblem>();
        var keyword = words.HasField("keyword") ? Keyword(form, id, problems) : null;
        var email = words.HasField("email") ? input.Email(form.Email, problems) : granted.Subject.Email;
        ModelState.Report(problems);
        if (!ModelState.IsValid)
        {
            return Again("Edit", form);
        }

        return form.Step == "save" ? await SaveAsync(form, keyword, email) : Ask(form, keyword, email);
    }

    private string? Keyword(RecoveryDetailsForm form, Guid id, List<InputProblem> problems)
    {
        if (string.IsNullOrEmpty(form.SealedKeyword))
        {
            return input.Keyword(form.Keyword, form.KeywordAgain, problems);
        }

        var keyword = seal.Open(Purpose(id), form.SealedKeyword);
        if (keyword is null)
        {
            problems.Add(new InputProblem(nameof(form.Keyword), text["KeywordTypeAgain"]));
        }

        return keyword;
    }

    private ViewResult Ask(RecoveryDetailsForm form, string? keyword, string? email)
    {
        form.SealedKeyword = keyword is null ? null : seal.Seal(Purpose(form.Subject!.Id), keyword);
        form.Email = email;
        ModelState.Clear();
        return View("Check", form);
    }

    private async Task<IActionResult> SaveAsync(RecoveryDetailsForm form, string? keyword, string? email)
    {
        var subject = form.Subject!;
        await locks.TakeAsync(subject);
        if (subject.Version != form.Version)
        {
            return Conflict(form, subject);
        }

        // The address first: it is read again under the lock when it turns out to be taken.
        if (await service.SetEmailAsync(subject, email) == EmailOutcome.Taken)
        {
            ModelState.AddModelError(nameof(form.Email), text["EmailTaken"]);
            return Again("Edit", form);
        }

        if (keyword is not null)
        {
            await service.SetKeywordAsync(subject, keyword);
        }

        TempData.Success(text["Saved", subject.UserName!]);
        return ToDetail(subject.Id);
    }

    private ViewResult Conflict(RecoveryDetailsForm form, PortalUser subject)
    {
        form.Version = subject.Version;
        ModelState.Clear();
        return Again("Conflict", form, StatusCodes.Status409Conflict);
    }

    private static string Purpose(Guid id) => $"recovery/{id}";
}
