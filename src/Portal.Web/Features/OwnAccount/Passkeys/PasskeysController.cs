using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Passkeys;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.Passkeys;

/// <summary>One's own passkeys: list, new, other name. A passkey of somebody else is not there.</summary>
[Route("account/passkeys")]
public sealed class PasskeysController(PasskeyService passkeys, PasskeyNames names, CurrentSession session, CurrentTenant tenant,
    IStringLocalizer<PasskeysText> text) : Controller
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!tenant.Value.OffersPasskeys())
        {
            context.Result = NotFound();
        }
    }

    [HttpGet("")]
    public async Task<IActionResult> List() => View("Passkeys", await ListPageAsync());

    [HttpGet("new")]
    [FreshProof]
    [EnrolmentAllowed(SetsUp = true)]
    public async Task<IActionResult> New() =>
        (await passkeys.ListAsync(session.UserId)).Count < PasskeyService.Limit
            ? View("New", new PasskeyForm { Name = names.Suggest(HttpContext) })
            : new SeeOtherResult(AccountPaths.Passkeys);

    [HttpGet("{id:guid}")]
    [FreshProof]
    public async Task<IActionResult> Edit(Guid id) =>
        await passkeys.FindAsync(session.UserId, id) is { } passkey
            ? View("Edit", new PasskeyForm { Name = passkey.Name, Former = passkey.Name })
            : NotFound();

    [HttpPost("{id:guid}")]
    [KeepsDraft]
    [FreshProof]
    public async Task<IActionResult> Update(Guid id, PasskeyForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await passkeys.FindAsync(session.UserId, id) is not { } passkey)
        {
            return NotFound();
        }

        if (!names.IsFit(form.Name, ModelState))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Edit", form);
        }

        if (await passkeys.RenameAsync(passkey, form.Former, form.Name!.Trim()) == ChangeOutcome.Conflict)
        {
            return Conflict(form, passkey.Name);
        }

        TempData.Success(text["Renamed"]);
        return new SeeOtherResult(AccountPaths.Passkeys);
    }

    private async Task<PasskeyList> ListPageAsync()
    {
        var own = await passkeys.ListAsync(session.UserId);
        return new PasskeyList(own, PasskeyService.Limit, passkeys.Accepted(session.User, own));
    }

    private ViewResult Conflict(PasskeyForm form, string newer)
    {
        ModelState.Remove(nameof(form.Former));
        ModelState.AddModelError(nameof(form.Name), text["RenamedMeanwhile", newer]);
        form.Former = newer;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Edit", form);
    }
}
