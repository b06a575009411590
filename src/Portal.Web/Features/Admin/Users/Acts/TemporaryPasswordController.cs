using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Input;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Users.Acts;

public sealed class StaffTemporaryPasswordForm : ReasonForm
{
    /// <summary>
    /// The temporary password that was current when the page was opened; another one meanwhile means that a colleague
    /// was faster (TR-18).
    /// </summary>
    public Guid? Former { get; set; }
}

/// <summary>
/// Issues a temporary password and shows it once (TEMP-2, TR-19). It leads into the account, so that one proves oneself
/// anew first, as managers do (MFA-6).
/// </summary>
[Route("users/{site}/{id:guid}/temporary-password")]
[UserGuard(DelegatedAct.IssueTemporaryPassword)]
public sealed class TemporaryPasswordController(UserPasswords passwords, Preparation preparation,
    IssuedPages issuedPages, IStringLocalizer<AdminText> text)
    : UserActController(text)
{
    private PreparedPassword? prepared;

    /// <summary>Hashed before the action's transaction.</summary>
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.RouteData.Values["site"] is string site && preparation.IsDue(context))
        {
            prepared = await passwords.PrepareAsync(site);
        }

        await base.OnActionExecutionAsync(context, next);
    }

    [HttpGet("")]
    [FreshProof]
    public async Task<IActionResult> New([Guarded] UserTarget target) =>
        Confirm(target, new StaffTemporaryPasswordForm { Former = await passwords.CurrentAsync(target) });

    [HttpPost("")]
    [FreshProof]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] UserTarget target, [FromForm] StaffTemporaryPasswordForm form)
    {
        if (prepared is null)
        {
            // Within reach only since a moment ago, when it was not yet and nothing was hashed.
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Again(target, form);
        }

        if (await passwords.IssueAsync(target, prepared, form.Former, form.StoredReason) is not { } issued)
        {
            return await SupersededAsync(target, form);
        }

        OneTimeSecret.Keep(TempData, new OneTimeSecret(target.User.Id, issued.Password, issued.ExpiresAt));
        return new SeeOtherResult(target.Path + "/temporary-password/issued");
    }

    [HttpGet("issued")]
    public async Task<ViewResult> Show([Guarded] UserTarget target) => View("Issued", await issuedPages.OfAsync(target, TempData));

    private async Task<IActionResult> SupersededAsync(UserTarget target, StaffTemporaryPasswordForm form)
    {
        ModelState.Remove("Form." + nameof(StaffTemporaryPasswordForm.Former));
        ModelState.AddModelError("", Text["Superseded"]);
        form.Former = await passwords.CurrentAsync(target);
        return Again(target, form, StatusCodes.Status409Conflict);
    }
}
