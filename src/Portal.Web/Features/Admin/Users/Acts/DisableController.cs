using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Forms;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Users.Acts;

[Route("users/{site}/{id:guid}/disable")]
[UserGuard(DelegatedAct.Disable)]
public sealed class DisableController(UserSwitch userSwitch, IStringLocalizer<AdminText> text) : UserActController(text)
{
    [HttpGet("")]
    public ViewResult New([Guarded] UserTarget target) => Confirm(target);

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] UserTarget target, [FromForm] ReasonForm form)
    {
        if (!ModelState.IsValid)
        {
            return Again(target, form);
        }

        return await userSwitch.DisableAsync(target, form.StoredReason) switch
        {
            SwitchOutcome.Switched => Done(target, "Disabled"),
            SwitchOutcome.LastManager => await LastManagerAsync(target, form),
            _ => NotDone(target, "AlreadyDisabled"),
        };
    }

    private async Task<ViewResult> LastManagerAsync(UserTarget target, ReasonForm form)
    {
        ModelState.AddModelError("", Text["LastManager", string.Join(Text["Comma"], await userSwitch.LastOfAsync(target))]);
        return Again(target, form);
    }
}
