using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Users.Acts;

public sealed class EnableController(UserRecords records, UserSwitch userSwitch, IStringLocalizer<AdminText> text)
    : UserActController(DelegatedAct.Enable, records, text)
{
    [HttpGet("users/{site}/{id:guid}/enable")]
    public Task<IActionResult> New(string site, Guid id) => ConfirmAsync(site, id);

    [HttpPost("users/{site}/{id:guid}/enable")]
    [KeepsDraft]
    public Task<IActionResult> Create(string site, Guid id, [FromForm] ReasonForm form) =>
        PerformAsync(site, id, form, async (target, reason) =>
        await userSwitch.EnableAsync(target, reason) == SwitchOutcome.Switched
            ? Done(target, "Enabled")
            : NotDone(target, "AlreadyEnabled"));
}
