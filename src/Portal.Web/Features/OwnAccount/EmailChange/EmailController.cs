using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Addresses;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.EmailChange;

/// <summary>Asking for a change of one's own address, after a fresh proof (MAIL-1, USER-4).</summary>
[FreshProof]
public sealed class EmailController(PortalDbContext db, EmailChangeService changes, EmailInput input, CurrentSession session,
    CurrentTenant tenant, IStringLocalizer<EmailChangesText> text) : Controller
{
    /// <summary>A child's address is its parent's to change (OPER-4).</summary>
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!tenant.Value.ChangesOwnEmail(session.HomeRole))
        {
            context.Result = Forbid();
        }
    }

    [HttpGet("account/email")]
    public async Task<IActionResult> Edit() => View("Email", await FillAsync(new EmailPage()));

    [HttpPost("account/email")]
    [KeepsDraft]
    public async Task<IActionResult> Create(EmailPage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var user = await UserAsync();
        string? email = null;
        if (!changes.AsksOldAddress(user) && (email = input.Read(form.Email, ModelState)) is null)
        {
            return await AgainAsync(form);
        }

        var outcome = await changes.BeginAsync(user, email);
        if (outcome == EmailChangeOutcome.Sent)
        {
            return Sent();
        }

        input.Report(outcome, user, ModelState);
        return await AgainAsync(form);
    }

    [HttpPost("account/email/resend")]
    public async Task<IActionResult> Resend()
    {
        var user = await UserAsync();
        switch (await changes.ResendAsync(user))
        {
            case EmailChangeOutcome.Sent:
                return Sent();
            case EmailChangeOutcome.Nothing:
                TempData.Warning(text["NothingPending"]);
                return Back();
            case var outcome:
                input.Report(outcome, user, ModelState);
                return await AgainAsync(new EmailPage());
        }
    }

    /// <summary>Proves the registered address, without changing it.</summary>
    [HttpPost("account/email/check")]
    public async Task<IActionResult> Check()
    {
        var user = await UserAsync();
        switch (await changes.CheckAsync(user))
        {
            case EmailChangeOutcome.Sent:
                return Sent();
            case EmailChangeOutcome.Nothing:
                TempData.Warning(text["NothingToCheck"]);
                return Back();
            case var outcome:
                input.Report(outcome, user, ModelState);
                return await AgainAsync(new EmailPage());
        }
    }

    [HttpPost("account/email/cancel")]
    public async Task<IActionResult> Cancel()
    {
        if (await changes.CancelAsync(await UserAsync()))
        {
            TempData.Success(text["Cancelled"]);
        }
        else
        {
            TempData.Warning(text["NothingPending"]);
        }

        return Back();
    }

    private SeeOtherResult Sent()
    {
        TempData.Success(text["LinkSent"]);
        return Back();
    }

    private static SeeOtherResult Back() => new(AccountPaths.Email);

    private Task<PortalUser> UserAsync() => db.Users.OwnAsync(session.UserId);

    private async Task<IActionResult> AgainAsync(EmailPage page)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Email", await FillAsync(page));
    }

    private async Task<EmailPage> FillAsync(EmailPage page)
    {
        var user = await UserAsync();
        var pending = await changes.PendingAsync(user.Id);
        (page.Current, page.IsConfirmed, page.AsksOldAddress) =
            (user.Email, user.EmailConfirmedAt is not null, changes.AsksOldAddress(user));
        (page.BouncedAt, page.MayBeChecked) = (user.EmailBouncedAt, EmailChangeService.MayBeChecked(user));
        page.Pending = pending is null ? null : new PendingEmail(pending.NewEmail, pending.ExpiresAt);
        page.HasColleagues = tenant.Value.Profile.Operators is { EveryUser: true };
        return page;
    }
}
