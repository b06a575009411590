using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.SecondFactors;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Mail;
using Portal.Web.Mail.Notices;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Operators.FactorResets;

public sealed class FactorResetForm : ReasonForm
{
    [BindNever]
    public PortalUser Subject { get; set; } = null!;

    /// <summary>The policy demands a factor: the next sign-in sets one up, if there is no other way.</summary>
    [BindNever]
    public bool IsRequired { get; set; }
}

/// <summary>A manager takes a lost second factor away, with a reason (MFA-7, MF-14).</summary>
[Route("operators/{id:guid}/mfa-reset")]
[TenantFeature(TenantFeatures.SecondFactor)]
[SubjectGuard(DelegatedAct.RemoveFactor)]
[FreshProof]
[OpenWhileActing]
public sealed class FactorResetsController(FactorReset factors, MailQueue mails, CurrentTenant tenant,
    IStringLocalizer<OperatorsText> text) : OperatorController
{
    [HttpGet("")]
    public async Task<IActionResult> New([Guarded] Delegation.Granted granted) =>
        await factors.HasAnyAsync(granted.Subject.Id) ? View("New", Fill(new FactorResetForm(), granted)) : None(granted.Subject);

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] Delegation.Granted granted, FactorResetForm form)
    {
        return ModelState.IsValid ? await RemoveAsync(granted, form.StoredReason) : Again("New", Fill(form, granted));
    }

    private async Task<IActionResult> RemoveAsync(Delegation.Granted granted, string reason)
    {
        var subject = granted.Subject;
        if (await factors.RemoveAllAsync(subject.Id, reason, SessionEnds.EndedByManager) is not { } done)
        {
            return None(subject);
        }

        await mails.EnqueueAsync(new FactorResetReceipt(subject.UserName!, tenant.Value.Profile.Name, done.OccurredAt, reason),
            granted.Actor, $"factor-reset/{done.Id:N}");
        TempData.Success(text["FactorsRemoved", subject.UserName!]);
        return ToDetail(subject.Id);
    }

    /// <summary>There is nothing to ask about, or not any more (SAFE-4).</summary>
    private SeeOtherResult None(PortalUser subject)
    {
        TempData.Warning(text["FactorsNone", subject.UserName!]);
        return ToDetail(subject.Id);
    }

    private FactorResetForm Fill(FactorResetForm form, Delegation.Granted granted)
    {
        (form.Subject, form.IsRequired) = (granted.Subject,
            SecondFactorRules.IsRequired(tenant.Value.Factors, granted.Subject.Role, granted.Subject.MustHaveSecondFactor));
        return form;
    }
}
