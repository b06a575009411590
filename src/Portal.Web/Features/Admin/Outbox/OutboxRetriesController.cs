using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Outbox;

namespace Portal.Web.Features.Admin.Outbox;

[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class OutboxRetriesController(StaffReach reach, OutboxActs acts, IStringLocalizer<AdminText> text) : Controller
{
    [HttpPost("outbox/{site}/{id:guid}/retry")]
    [MailGuard]
    public async Task<IActionResult> Create([Guarded] MailTarget target)
    {
        if (await reach.InsideAsync(target.Tenant, () => acts.RetryAsync(target.Message)))
        {
            TempData.Success(text[target.Message.Channel + "Retried"]);
        }
        else
        {
            TempData.Warning(text[target.Message.Channel + "NotStuck"]);
        }

        return new SeeOtherResult(target.Path);
    }
}
