using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Input;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Users.Adding;

/// <summary>
/// Adds a user to a contract: form, check, and the first password shown once or the invitation mailed, with a reason
/// (ADMIN-4).
/// </summary>
[Route("contracts/{site}/{id:guid}/users/new")]
[Authorize(Policy = Policies.TenantAdministrator)]
[StaffContractGuard]
[FreshProof]
public sealed class NewUserController(StaffReach reach, NewUserInput input, RegistrationService registration, UserAddition addition,
    PortalDbContext db, Preparation preparation, IStringLocalizer<AdminText> text) : Controller
{
    private const string EnterPage = "New";
    private PreparedSecrets? prepared;

    /// <summary>
    /// A first password is hashed before the action's transaction, and for a contract that is within reach alone: what
    /// the guard is going to refuse costs no hash.
    /// </summary>
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (preparation.IsDue(context)
            && context.ActionArguments.Values.OfType<NewUserForm>().Any(form => form.Pressed == FormStep.Save)
            && context.RouteData.Values["site"] is string site && await reach.WithinAsync(site) is { } tenant
            && Guid.TryParse(context.RouteData.Values["id"] as string, out var id))
        {
            using var inside = reach.Enter(tenant);
            if (await db.Contracts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id) is { } contract
                && IsOffered(new ContractTarget(tenant, contract)))
            {
                prepared = await registration.PrepareAsync(keyword: null, TemporaryPasswordOrigin.Staff);
            }
        }

        await base.OnActionExecutionAsync(context, next);
    }

    [HttpGet("")]
    public async Task<IActionResult> New([Guarded] ContractTarget target) =>
        IsOffered(target) ? View(EnterPage, await input.FillAsync(new NewUserForm(), target)) : NotFound();

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] ContractTarget target, NewUserForm form)
    {
        ArgumentNullException.ThrowIfNull(form);

        // What was not offered a moment ago, when it was hashed, is not saved now either.
        if (!IsOffered(target) || (form.Pressed == FormStep.Save && prepared is null))
        {
            return NotFound();
        }

        await input.FillAsync(form, target);
        return await new FormSteps<EnteredUser>(this, form)
        {
            Enter = EnterPage,
            Check = "Check",
            Read = reader => input.ReadAsync(form, reader),
            Hinder = async entered => await reach.InsideAsync(target.Tenant, () => registration.WhyNotAsync(entered.Account)) is { } why
                ? await RefuseAsync(form, why)
                : null,
            Show = entered =>
            {
                NewUserInput.Show(form, entered);
                return Task.CompletedTask;
            },
            Save = entered => SaveAsync(form, entered),
        }.RunAsync(input.Reader(form));
    }

    private async Task<IActionResult> SaveAsync(NewUserForm form, EnteredUser entered)
    {
        var tenant = form.Target.Tenant;
        switch (await reach.InsideAsync(tenant, () => addition.AddAsync(prepared!.For(entered.Account), entered.Reason)))
        {
            case AdditionOutcome.Issued { User: var user } issued:
                OneTimeSecret.Keep(TempData, new OneTimeSecret(user.Id, issued.Password, issued.ExpiresAt));
                TempData.Success(text["AddUserDone", user.UserName!]);
                return new SeeOtherResult(StaffPaths.AddedUser(tenant.Slug, user.Id));
            case AdditionOutcome.Invited { User: var user, IsTold: true }:
                TempData.Success(text["AddUserInvited", user.UserName!, EmailAddress.Readable(user.Email)!]);
                return new SeeOtherResult(StaffPaths.User(tenant.Slug, user.Id));
            case AdditionOutcome.Invited { User: var user }:
                TempData.Warning(text["AddUserNotInvited", user.UserName!]);
                return new SeeOtherResult(StaffPaths.User(tenant.Slug, user.Id));
            case AdditionOutcome.Refused { Why: var why }:
                return await RefuseAsync(form, why);
            default:
                throw new InvalidOperationException("No such outcome.");
        }
    }

    private async Task<IActionResult> RefuseAsync(NewUserForm form, RegisterOutcome why)
    {
        await input.FillAsync(form, form.Target);
        var (field, key) = why switch
        {
            RegisterOutcome.IdKnown => (nameof(form.LoginId), "AddUserKnown"),
            RegisterOutcome.IdTaken => (nameof(form.LoginId), "AddUserTaken"),
            RegisterOutcome.AddressTaken => (nameof(form.Email), "AddUserAddressTaken"),
            RegisterOutcome.TooManyProbes => (nameof(form.LoginId), "AddUserTooManyTaken"),
            _ => ("", form.Room.Why),
        };
        ModelState.AddModelError(field, text[key, form.Room.PerLoginId ?? 0]);
        return this.FormAgain(EnterPage, form, why is RegisterOutcome.TooManyProbes
            ? StatusCodes.Status429TooManyRequests
            : StatusCodes.Status422UnprocessableEntity);
    }

    private static bool IsOffered(ContractTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return StaffActs.AreOffered(target.Tenant, DelegatedAct.Register) && target.Contract.Status != ContractStatus.Suspended;
    }
}
