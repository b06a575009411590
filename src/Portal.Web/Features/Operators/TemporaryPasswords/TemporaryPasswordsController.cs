using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Features.Shared.Passwords;
using Portal.Web.Features.Shared.Slips;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Input;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Operators.TemporaryPasswords;

/// <summary>A temporary password for somebody else: confirmation, shown once, gone (TEMP-2, TR-19).</summary>
[Route("operators/{id:guid}/temporary-password")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[SubjectGuard(DelegatedAct.IssueTemporaryPassword)]
public sealed class TemporaryPasswordsController(
    TemporaryPasswordService service,
    Preparation preparation,
    PasswordPolicyPresenter presenter,
    PortalDbContext db,
    CurrentTenant tenant,
    OperatorWords words,
    Slips slips,
    HandOvers handOvers,
    OneTimeSecrets secrets,
    IStringLocalizer<OperatorsText> text) : OperatorController
{
    private PreparedPassword? generated;
    private TypedPassword? chosen;

    /// <summary>Judged and hashed before the action's transaction, which begins with the contract's lock.</summary>
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.ActionArguments.TryGetValue("form", out var argument) && argument is TemporaryPasswordForm form
            && preparation.IsDue(context))
        {
            await PrepareAsync((Guid)context.ActionArguments["id"]!, form);
        }

        await base.OnActionExecutionAsync(context, next);
    }

    [HttpGet("")]
    [FreshProof]
    [OpenWhileActing]
    public ViewResult New([Guarded] PortalUser subject) =>
        View("New", Fill(new TemporaryPasswordForm { Way = TemporaryPasswordForm.Generate }, subject));

    [HttpPost("")]
    [FreshProof]
    [OpenWhileActing]
    public async Task<IActionResult> Create(Guid id, [Guarded] PortalUser subject, TemporaryPasswordForm form)
    {
        Fill(form, subject);
        if (IsTyped(form) && !IsComplete(form))
        {
            return Again("New", form);
        }

        switch (await IssueAsync(id))
        {
            case IssueOutcome.Issued issued:
                OneTimeSecret.Keep(TempData, new OneTimeSecret(id, issued.Password, issued.ExpiresAt, issued.Id));
                return new SeeOtherResult(OperatorPaths.Issued(id) + Carry);
            case IssueOutcome.Unfit unfit:
                presenter.Report(ModelState, nameof(form.Password), unfit.Violations);
                return Again("New", form);
            default:
                return ChooseAnew(subject, words.Named(subject), OperatorPaths.TemporaryPassword(id) + Carry);
        }
    }

    /// <summary>Shows it once. Reloading, or coming back, shows that it was shown.</summary>
    [HttpGet("issued")]
    public async Task<IActionResult> Show([Guarded] PortalUser subject)
    {
        var secret = await secrets.RedeemAsync(TempData, subject.Id);
        var current = secret is not null && await db.TemporaryPasswords.AnyAsync(row => row.Id == secret.Row && row.EndedAt == null);
        var slip = current ? slips.Of(tenant.Value, subject, secret!.Text, secret.ExpiresAt) : null;
        return View("Issued", new IssuedPage(subject, slip is null ? null : handOvers.Of(slip), secret is not null && !current));
    }

    private async Task PrepareAsync(Guid id, TemporaryPasswordForm form)
    {
        if (!IsTyped(form))
        {
            generated = await service.PrepareAsync();
        }
        else if (form.Password is { Length: > 0 } password && password == form.PasswordAgain)
        {
            chosen = await service.PrepareAsync(id, password);
        }
    }

    private async Task<IssueOutcome> IssueAsync(Guid id) => (generated, chosen) switch
    {
        ({ } password, _) => await service.IssueAsync(id, password, TemporaryPasswordOrigin.Manager),
        (_, { } password) => await service.IssueAsync(id, password, TemporaryPasswordOrigin.Manager),
        _ => new IssueOutcome.Overtaken(),
    };

    private bool IsTyped(TemporaryPasswordForm form) => words.Profile.ManagerMayType && form.Way == TemporaryPasswordForm.Type;

    private TemporaryPasswordForm Fill(TemporaryPasswordForm form, PortalUser subject)
    {
        form.Subject = subject;
        form.MayType = words.Profile.ManagerMayType;
        form.Rules = form.MayType ? presenter.Checklist(tenant.Value.Passwords) : [];
        form.PasswordRules = tenant.Value.Passwords.PasswordRulesAttribute();
        form.Hours = (int)tenant.Value.TemporaryPasswords.Life.TotalHours;
        return form;
    }

    private bool IsComplete(TemporaryPasswordForm form)
    {
        if (string.IsNullOrEmpty(form.Password))
        {
            ModelState.AddModelError(nameof(form.Password), text["EnterPassword"]);
        }
        else if (form.Password != form.PasswordAgain)
        {
            ModelState.AddModelError(nameof(form.PasswordAgain), text["PasswordNotEqual"]);
        }

        return ModelState.IsValid;
    }
}
