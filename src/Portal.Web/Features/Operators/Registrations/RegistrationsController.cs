using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Input;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Registrations;

/// <summary>
/// A new ID of the contract: form, check, and its first password shown once or its invitation mailed (OPER-5, CONT-2,
/// USER-3).
/// </summary>
[Route("operators/new")]
[ContractGuard(DelegatedAct.Register)]
public sealed class RegistrationsController(RegistrationService registration, RegistrationInput input,
    Preparation preparation, InvitationService invitations, MembershipService memberships, OperatorWords words,
    IStringLocalizer<OperatorsText> text) : OperatorController
{
    private PreparedSecrets? prepared;

    /// <summary>
    /// First password and keyword are hashed before the action's transaction, which begins with the contract's lock.
    /// </summary>
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.ActionArguments.TryGetValue("form", out var argument) && argument is RegistrationForm { Step: "save" } form
            && preparation.IsDue(context))
        {
            prepared = await registration.PrepareAsync(input.Keyword(form, input.Reader()));
        }

        await base.OnActionExecutionAsync(context, next);
    }

    [HttpGet("")]
    public async Task<IActionResult> New([Guarded] PortalUser who) => View("New", await input.FillAsync(new RegistrationForm(), who));

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] PortalUser who, RegistrationForm form)
    {
        await input.FillAsync(form, who);
        return await new FormSteps<NewAccount>(this, form)
        {
            Enter = "New",
            Check = "Check",
            Read = reader => ReadAsync(form, who, reader),
            Show = account =>
            {
                input.Show(form, account);
                return Task.CompletedTask;
            },
            Save = account => SaveAsync(form, account, who),
        }.RunAsync(input.Reader());
    }

    /// <summary>The form, where an address that signs in already is told before anything is checked (USER-3).</summary>
    private async Task<NewAccount> ReadAsync(RegistrationForm form, PortalUser who, FormReader reader)
    {
        var account = await input.ReadAsync(form, who, reader);
        if (!reader.HasProblem(nameof(form.Email)) && await registration.HasAddressAsync(account))
        {
            reader.Add(nameof(form.Email), text["AddressKnown"]);
        }

        return account;
    }

    /// <summary>Under the locks, and after they were asked for: a refusal undoes the account as well.</summary>
    private async Task GrantAsync(IEnumerable<PortalUser> managers, PortalUser added)
    {
        foreach (var manager in managers)
        {
            if (await memberships.GrantAsync(manager, added.UserName!, AccountRole.Member, []) is not MembershipOutcome.Done)
            {
                throw new DbUpdateConcurrencyException($"Contract {manager.Contract!.Number} takes the new user no longer.");
            }
        }
    }

    private async Task<IActionResult> InviteAsync(PortalUser added)
    {
        if (await invitations.InviteAsync(added) is null)
        {
            TempData.Warning(text["RegisteredNotInvited", words.Named(added)]);
        }
        else
        {
            TempData.Success(text["Invited", words.Named(added), EmailAddress.Readable(added.Email!)]);
        }

        return ToDetail(added.Id);
    }

    private async Task<IActionResult> SaveAsync(RegistrationForm form, NewAccount account, PortalUser who)
    {
        var managers = await memberships.LockElsewhereAsync(who, form.Chosen);
        if (form.Contracts.Any(number => managers.All(each => each.Contract!.Number != number)))
        {
            // Nobody is added for less than was asked for.
            form.Elsewhere = await memberships.ElsewhereAsync(who);
            ModelState.AddModelError(nameof(form.Contracts), text["Membership.ContractsGone"]);
            return Again("New", form);
        }

        switch (await registration.RegisterAsync(prepared!.For(account)))
        {
            case RegisterOutcome.Registered done:
                OneTimeSecret.Keep(TempData, new OneTimeSecret(done.User.Id, done.Password, done.Issued.ExpiresAt, done.Issued.Id));
                TempData.Success(text["Registered", words.Named(done.User)]);
                return new SeeOtherResult(OperatorPaths.Issued(done.User.Id) + Carry);
            case RegisterOutcome.Added { User: var added }:
                await GrantAsync(managers, added);
                return await InviteAsync(added);
            case RegisterOutcome.IdKnown:
                ModelState.AddModelError(nameof(form.LoginId), text["ImportIdKnown", words.Id]);
                break;
            case RegisterOutcome.IdTaken:
                ModelState.AddModelError(nameof(form.LoginId), text["IdTaken", words.Id]);
                break;
            case RegisterOutcome.AddressTaken:
                ModelState.AddModelError(nameof(form.Email), text["AddressKnown"]);
                break;
            case RegisterOutcome.TooManyProbes:
                ModelState.AddModelError(nameof(form.LoginId), text["TooManyProbes"]);
                return Again("New", form, StatusCodes.Status429TooManyRequests);
            default:
                form.Room = 0;
                ModelState.AddModelError("", text[words.IsPair ? "LimitReachedPair" : "LimitReached", words.Many]);
                break;
        }

        return Again("New", form);
    }
}
