using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Input;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Operators.RecoveryDetails;

/// <summary>
/// Keyword and e-mail address of an ID: with them it gets back in by itself. A child's are its parent's to change
/// (OPER-4).
/// </summary>
[Route("operators/{id:guid}/recovery")]
[SubjectGuard(DelegatedAct.EditRecovery)]
public sealed class RecoveryDetailsController(RecoveryDetailsService service, Preparation preparation,
    AccountLocks locks, OperatorInput input, OperatorWords words, SealedText seal, KnownPages pages, CurrentTenant tenant,
    IStringLocalizer<OperatorsText> text) : OperatorController
{
    private const string OwnEmailPage = "account/email";
    private string? keywordHash;

    /// <summary>
    /// The confirmed keyword is hashed before the action's transaction, which begins with the contract's lock.
    /// </summary>
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.ActionArguments.TryGetValue("form", out var argument) && argument is RecoveryDetailsForm { Step: "save" } form
                && words.HasField("keyword") && preparation.IsDue(context)
            && Keyword(form, (Guid)context.ActionArguments["id"]!, []) is { } keyword)
        {
            keywordHash = await service.PrepareKeywordAsync(keyword);
        }

        await base.OnActionExecutionAsync(context, next);
    }

    [HttpGet("")]
    public IActionResult Edit([Guarded] Delegation.Granted granted)
    {
        var subject = granted.Subject;
        return Fill(new RecoveryDetailsForm { Email = EmailAddress.Readable(subject.Email), Version = subject.Version },
            granted) is { OffersSomething: true } form ? View("Edit", form) : new SeeOtherResult("~/" + OwnEmailPage);
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Update(Guid id, [Guarded] Delegation.Granted granted, RecoveryDetailsForm form)
    {
        if (!Fill(form, granted).OffersSomething)
        {
            return new SeeOtherResult("~/" + OwnEmailPage);
        }

        if (form.Step == "back")
        {
            form.SealedKeyword = null;
            return View("Edit", form);
        }

        var problems = new List<InputProblem>();
        var keyword = form.OffersKeyword ? Keyword(form, id, problems) : null;
        var email = form.OffersEmail ? input.Email(form.Email, problems, required: words.Invites) : granted.Subject.Email;
        ModelState.Report(problems);
        if (!ModelState.IsValid)
        {
            return Again("Edit", form);
        }

        return form.Step == "save" ? await SaveAsync(form, email) : Ask(form, keyword, email);
    }

    /// <summary>
    /// An address that one enters for oneself counts only when proven, which has a page of its own (MAIL-3).
    /// </summary>
    private RecoveryDetailsForm Fill(RecoveryDetailsForm form, Delegation.Granted granted)
    {
        form.Subject = granted.Subject;
        form.OffersKeyword = words.HasField("keyword");
        form.OffersEmail = words.HasField("email") && (granted.Actor.Id != granted.Subject.Id || !pages.Has(OwnEmailPage, tenant.Value));
        return form;
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

    private async Task<IActionResult> SaveAsync(RecoveryDetailsForm form, string? email)
    {
        var subject = form.Subject!;
        await locks.AllAsync(subject);
        if (subject.Version != form.Version)
        {
            return Conflict(form, subject);
        }

        // The address first: it is read again under the lock when it turns out to be taken.
        switch (await service.SetEmailAsync(subject, email))
        {
            case EmailOutcome.Taken:
                ModelState.AddModelError(nameof(form.Email), text["EmailTaken"]);
                return Again("Edit", form);
            case EmailOutcome.TooManyTaken:
                ModelState.AddModelError(nameof(form.Email), text["TooManyProbes"]);
                return Again("Edit", form, StatusCodes.Status429TooManyRequests);
            case EmailOutcome.TooManyMails:
                ModelState.AddModelError(nameof(form.Email), text["TooManyMails"]);
                return Again("Edit", form);
            default:
                break;
        }

        if (keywordHash is not null)
        {
            await service.SetKeywordAsync(subject, keywordHash);
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
