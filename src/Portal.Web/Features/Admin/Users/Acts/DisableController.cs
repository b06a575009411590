using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Users.Acts;

public sealed class DisableController(UserRecords records, UserSwitch userSwitch, IStringLocalizer<AdminText> text)
    : UserActController(DelegatedAct.Disable, records, text)
{
    [HttpGet("users/{site}/{id:guid}/disable")]
    public Task<IActionResult> New(string site, Guid id) => ConfirmAsync(site, id);

    [HttpPost("users/{site}/{id:guid}/disable")]
    [KeepsDraft]
    public Task<IActionResult> Create(string site, Guid id, [FromForm] ReasonForm form) =>
        PerformAsync(site, id, form, async (target, reason) =>
        await userSwitch.DisableAsync(target, reason) switch
        {
            SwitchOutcome.Switched => Done(target, "Disabled"),
            SwitchOutcome.LastManager => LastManager(target, form),
            _ => NotDone(target, "AlreadyDisabled"),
        });

    private ViewResult LastManager(UserTarget target, ReasonForm form)
    {
        ModelState.AddModelError("", Text["LastManager"]);
        return Again(target, form);
    }
}
