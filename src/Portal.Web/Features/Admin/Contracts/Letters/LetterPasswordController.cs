using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using Portal.Rules.Contracts;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Contracts;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Input;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Contracts.Letters;

public sealed class LetterPasswordForm : ReasonForm
{
    /// <summary>The temporary password that was current when the page was opened (TR-18).</summary>
    public Guid? Former { get; set; }
}

public sealed record LetterPasswordPage(ContractTarget Target, PortalUser User, LetterPasswordForm Form)
{
    public string Letter => StaffPaths.ContractAct(Target.Tenant.Slug, Target.Contract.Id, LetterPaths.Letter);
}

/// <summary>Another first password, for a letter that is printed with one again: the former dies (ADMIN-4).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("contracts/{site}/{id:guid}/" + LetterPaths.Password)]
[StaffContractGuard]
[FreshProof]
public sealed class LetterPasswordController(StaffReach reach, FirstUsers firstUsers, Preparation preparation,
    IStringLocalizer<ContractStaffText> text) : Controller
{
    private const string ConfirmPage = "Password";
    private PreparedPassword? prepared;

    /// <summary>Hashed before the action's transaction.</summary>
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (preparation.IsDue(context) && context.RouteData.Values["site"] is string site
            && await reach.WithinAsync(site) is { } tenant)
        {
            prepared = await firstUsers.PrepareAsync(tenant);
        }

        await base.OnActionExecutionAsync(context, next);
    }

    [HttpGet("")]
    public async Task<IActionResult> New([Guarded] ContractTarget target) =>
        await UserAsync(target) is { } user
            ? View(ConfirmPage, new LetterPasswordPage(target, user, new LetterPasswordForm { Former = await CurrentAsync(target, user) }))
            : NotFound();

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] ContractTarget target, [FromForm] LetterPasswordForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        // What was not within reach a moment ago, when it was to be hashed, is not issued now either.
        if (prepared is null || await UserAsync(target) is not { } user)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.FormAgain(ConfirmPage, new LetterPasswordPage(target, user, form));
        }

        if (await reach.InsideAsync(target.Tenant, () => firstUsers.IssueAsync(user.Id, prepared, form.Former, form.StoredReason))
            is not { } issued)
        {
            ModelState.Remove("Form." + nameof(form.Former));
            ModelState.AddModelError("", text["Superseded"]);
            form.Former = await CurrentAsync(target, user);
            return this.FormAgain(ConfirmPage, new LetterPasswordPage(target, user, form), StatusCodes.Status409Conflict);
        }

        OneTimeSecret.Keep(TempData, new OneTimeSecret(target.Contract.Id, issued.Password, issued.ExpiresAt));
        return new SeeOtherResult(StaffPaths.ContractAct(target.Tenant.Slug, target.Contract.Id, LetterPaths.Issued));
    }

    private Task<Guid?> CurrentAsync(ContractTarget target, PortalUser user) =>
        reach.InsideAsync(target.Tenant, () => firstUsers.CurrentAsync(user.Id));

    /// <summary>Null where no first password is issued here, or to nobody.</summary>
    private async Task<PortalUser?> UserAsync(ContractTarget target) =>
        FirstUsers.WayIn(target.Tenant) == FirstPasswordWay.Issued && target.Tenant.TemporaryPasswords.ByStaff
            ? await reach.InsideAsync(target.Tenant, () => firstUsers.FindAsync(target.Tenant, target.Contract.Id))
            : null;
}
