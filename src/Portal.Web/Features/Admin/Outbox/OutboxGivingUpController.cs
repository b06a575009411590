using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Outbox;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

public sealed record GiveUpPage(PortalTenant Tenant, OutboxMessage Message, string Path, ReasonForm Form);

/// <summary>A message that is given up is gone for good; asks for a reason first.</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("outbox/{site}/{id:guid}/give-up")]
[MailGuard]
public sealed class OutboxGivingUpController(StaffReach reach, OutboxActs acts, IStringLocalizer<AdminText> text) : Controller
{
    [HttpGet("")]
    public ViewResult New([Guarded] MailTarget target) => Ask(target, new ReasonForm());

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] MailTarget target, [FromForm] ReasonForm form)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Ask(target, form);
        }

        if (await reach.InsideAsync(target.Tenant, () => acts.GiveUpAsync(target.Message, form.StoredReason)))
        {
            TempData.Success(text[target.Message.Channel + "GivenUp"]);
        }
        else
        {
            TempData.Warning(text[target.Message.Channel + "NotStuck"]);
        }

        return new SeeOtherResult(target.Path);
    }

    private ViewResult Ask(MailTarget target, ReasonForm form) =>
        View("GiveUp", new GiveUpPage(target.Tenant, target.Message, target.Path, form));
}
