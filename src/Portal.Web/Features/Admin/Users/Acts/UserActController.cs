using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Users.Acts;

public sealed record UserActPage(UserTarget Target, DelegatedAct Act, ReasonForm Form);

/// <summary>What the acts on one account have in common: reach, a confirmation with a reason, the way back.</summary>
[Authorize(Policy = Policies.Agent)]
public abstract class UserActController(DelegatedAct act, UserRecords records, IStringLocalizer<AdminText> text) : Controller
{
    protected IStringLocalizer<AdminText> Text => text;

    protected Task<IActionResult> ConfirmAsync(string site, Guid id) =>
        ShowAsync(site, id, target => Task.FromResult<IActionResult>(Confirm(target, new ReasonForm())));

    protected async Task<IActionResult> ShowAsync(string site, Guid id, Func<UserTarget, Task<IActionResult>> show)
    {
        ArgumentNullException.ThrowIfNull(show);
        return await records.FindAsync(site, id, act) is { } target ? await show(target) : NotFound();
    }

    protected ViewResult Confirm(UserTarget target, ReasonForm form) => View("Act", new UserActPage(target, act, form));

    /// <param name="perform">Called with an account within reach and a fit reason.</param>
    protected async Task<IActionResult> PerformAsync(string site, Guid id, ReasonForm form, Func<UserTarget, string,
        Task<IActionResult>> perform)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(perform);
        if (await records.FindAsync(site, id, act) is not { } target)
        {
            return NotFound();
        }

        form.Check(ModelState, text);
        return ModelState.IsValid ? await perform(target, form.FitReason) : Again(target, form);
    }

    protected ViewResult Again(UserTarget target, ReasonForm form, int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        return Confirm(target, form);
    }

    protected SeeOtherResult Done(UserTarget target, string key)
    {
        ArgumentNullException.ThrowIfNull(target);
        TempData.Success(text[key, target.User.UserName!]);
        return new SeeOtherResult(target.Path);
    }

    /// <summary>Nothing was done, because it is not so any more.</summary>
    protected SeeOtherResult NotDone(UserTarget target, string key)
    {
        ArgumentNullException.ThrowIfNull(target);
        TempData.Warning(text[key, target.User.UserName!]);
        return new SeeOtherResult(target.Path);
    }
}
