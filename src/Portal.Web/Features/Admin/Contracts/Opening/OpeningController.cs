using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using Portal.Rules.Contracts;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Contracts;
using Portal.Web.Features.Admin.Contracts.Letters;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Input;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Contracts.Opening;

/// <summary>Opens a contract: entered, checked, opened; its start letter follows (ADMIN-4).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("contracts/{site}/new")]
[TenantGuard]
public sealed class OpeningController(StaffReach reach, NewContractInput input, ContractOpening opening, FirstUsers firstUsers,
    Preparation preparation, IStringLocalizer<ContractStaffText> text) : Controller
{
    private const string EnterPage = "Open";
    private PreparedPassword? prepared;

    /// <summary>A first password is hashed before the action's transaction.</summary>
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (preparation.IsDue(context)
            && context.ActionArguments.Values.OfType<NewContractForm>().Any(form => form.Pressed == FormStep.Save)
            && context.RouteData.Values["site"] is string site && await reach.WithinAsync(site) is { } tenant
            && FirstUsers.WayIn(tenant) == FirstPasswordWay.Issued)
        {
            prepared = await firstUsers.PrepareAsync(tenant);
        }

        await base.OnActionExecutionAsync(context, next);
    }

    [HttpGet("")]
    public async Task<IActionResult> New([Guarded] PortalTenant tenant, [FromQuery] string? of)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ModelState.Clear();
        return tenant.IsStaffRealm ? NotFound() : View(EnterPage, await input.BeginAsync(tenant, of));
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] PortalTenant tenant, NewContractForm form)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(form);
        if (tenant.IsStaffRealm)
        {
            return NotFound();
        }

        form.Shape = new OpeningShape(tenant);
        return await new FormSteps<NewContract>(this, form)
        {
            Enter = EnterPage,
            Check = "CheckOpening",
            Read = reader => input.ReadAsync(form, reader),
            Show = asked =>
            {
                NewContractInput.Show(form, asked);
                return Task.CompletedTask;
            },
            Save = asked => SaveAsync(form, asked),
        }.RunAsync(input.Reader(form.Shape));
    }

    private async Task<IActionResult> SaveAsync(NewContractForm form, NewContract asked)
    {
        switch (await reach.InsideAsync(form.Shape.Tenant, () => opening.OpenAsync(asked, new PreparedOpening(prepared))))
        {
            case OpeningOutcome.Opened opened:
                TempData.Success(text[opened.Invited ? "Done.OpenedInvited" : "Done.Opened", opened.Contract.Number]);
                if (opened is { Password: { } password, ExpiresAt: { } expires })
                {
                    OneTimeSecret.Keep(TempData, new OneTimeSecret(opened.Contract.Id, password, expires));
                }

                return new SeeOtherResult(StaffPaths.ContractAct(form.Shape.Tenant.Slug, opened.Contract.Id,
                    opened.Password is null ? LetterPaths.Letter : LetterPaths.Issued));
            case OpeningOutcome.NumberTaken:
                ModelState.AddModelError(nameof(form.Number), text["NumberTaken"]);
                break;
            case OpeningOutcome.IdTaken:
                ModelState.AddModelError(form.Shape.AsksLoginId ? nameof(form.LoginId) : nameof(form.Email), text["IdTaken"]);
                break;
            case OpeningOutcome.NumbersInUse taken:
                ModelState.AddModelError(nameof(form.Numbers), text["NumbersInUse", string.Join(text["Comma"], taken.Numbers)]);
                break;
            case OpeningOutcome.TooManyIds over:
                ModelState.AddModelError(nameof(form.AccountLimit), text["LimitBelowNumbers", over.Ids]);
                break;
            default:
                ModelState.AddModelError("", text["TooManyProbes"]);
                break;
        }

        return this.FormAgain(EnterPage, form);
    }
}
