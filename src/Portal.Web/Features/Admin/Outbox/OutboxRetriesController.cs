using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Outbox;

namespace Portal.Web.Features.Admin.Outbox;

[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class OutboxRetriesController(StaffReach reach, OutboxList list, OutboxActs acts, IStringLocalizer<AdminText> text)
    : Controller
{
    [HttpPost("outbox/{site}/{id:guid}/retry")]
    public async Task<IActionResult> Create(string site, Guid id)
    {
        if (await reach.FindAsync(site) is not { } tenant || await list.FindAsync(tenant, id) is not { } message)
        {
            return NotFound();
        }

        if (await reach.InsideAsync(tenant, () => acts.RetryAsync(message)))
        {
            TempData.Success(text["MailRetried"]);
        }
        else
        {
            TempData.Warning(text["MailNotStuck"]);
        }

        return new SeeOtherResult($"~/outbox/{tenant.Slug}/{message.Id}");
    }
}
