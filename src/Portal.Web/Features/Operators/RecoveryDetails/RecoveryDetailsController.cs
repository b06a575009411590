using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Features.Shared.Details;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
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
[FreshProof]
public sealed class RecoveryDetailsController(RecoveryDetailsService service, Preparation preparation, AccountLocks locks,
    OperatorInput input, OperatorWords words, KeywordInput keywords, KnownPages pages, CurrentTenant tenant, PasswordLinks invitations,
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
            && keywords.Read(form, Purpose((Guid)context.ActionArguments["id"]!), input.Reader()) is { } keyword)
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
            granted) is { OffersSomething: true } form ? View("Edit", form) : new SeeOtherResult(HomePaths.Root + OwnEmailPage);
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Update(Guid id, [Guarded] Delegation.Granted granted, RecoveryDetailsForm form)
    {
        if (!Fill(form, granted).OffersSomething)
        {
            return new SeeOtherResult(HomePaths.Root + OwnEmailPage);
        }

        return await new FormSteps<Entered>(this, form)
        {
            Enter = "Edit",
            Check = "Check",
            Read = reader => Task.FromResult(Read(form, reader)),
            Show = entered =>
            {
                Show(form, entered);
                return Task.CompletedTask;
            },
            Save = entered => SaveAsync(form, entered.Email),
        }.RunAsync(input.Reader());
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

    private Entered Read(RecoveryDetailsForm form, FormReader reader) => new(
        form.OffersKeyword ? keywords.Read(form, Purpose(form.Subject!.Id), reader) : null,
        form.OffersEmail ? DetailsInput.Email(form.Email, reader, required: words.Invites) : form.Subject!.Email);

    private void Show(RecoveryDetailsForm form, Entered entered)
    {
        keywords.Seal(form, Purpose(form.Subject!.Id), entered.Keyword);
        form.Email = entered.Email;
    }

    private async Task<IActionResult> SaveAsync(RecoveryDetailsForm form, string? email)
    {
        var subject = form.Subject!;
        await locks.AllAsync(subject);
        if (subject.Version != form.Version)
        {
            return ChangedElsewhere(subject, words.Named(subject), [.. Compare(form, email)]);
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
            case EmailOutcome.Changed:
                await invitations.FollowAddressAsync(subject);
                break;
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

    private IEnumerable<ComparedField> Compare(RecoveryDetailsForm form, string? email)
    {
        var subject = form.Subject!;
        if (form.OffersKeyword)
        {
            yield return keywords.Compare(form, isRegistered: subject.KeywordHash is not null);
        }

        if (form.OffersEmail)
        {
            yield return new ComparedField(nameof(form.Email), text["Email"], EmailAddress.Readable(email),
                EmailAddress.Readable(subject.Email))
            { Sent = [email ?? ""] };
        }
    }

    private static string Purpose(Guid id) => $"recovery/{id}";

    private sealed record Entered(string? Keyword, string? Email);
}
