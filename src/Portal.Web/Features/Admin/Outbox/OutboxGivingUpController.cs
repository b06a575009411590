using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Outbox;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

public sealed record GiveUpPage(PortalTenant Tenant, OutboxMessage Message, ReasonForm Form)
{
    public string Path => $"~/outbox/{Tenant.Slug}/{Message.Id}";
}

/// <summary>A mail that is given up is gone for good; asks for a reason first.</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class OutboxGivingUpController(StaffReach reach, OutboxList list, OutboxActs acts, IStringLocalizer<AdminText> text)
    : Controller
{
    [HttpGet("outbox/{site}/{id:guid}/give-up")]
    public async Task<IActionResult> New(string site, Guid id) =>
        await FindAsync(site, id, new ReasonForm()) is { } page ? View("GiveUp", page) : NotFound();

    [HttpPost("outbox/{site}/{id:guid}/give-up")]
    [KeepsDraft]
    public async Task<IActionResult> Create(string site, Guid id, [FromForm] ReasonForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await FindAsync(site, id, form) is not { } page)
        {
            return NotFound();
        }

        form.Check(ModelState, text);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("GiveUp", page);
        }

        if (await reach.InsideAsync(page.Tenant, () => acts.GiveUpAsync(page.Message, form.FitReason)))
        {
            TempData.Success(text["MailGivenUp"]);
        }
        else
        {
            TempData.Warning(text["MailNotStuck"]);
        }

        return new SeeOtherResult(page.Path);
    }

    private async Task<GiveUpPage?> FindAsync(string site, Guid id, ReasonForm form) =>
        await reach.FindAsync(site) is { } tenant && await list.FindAsync(tenant, id) is { } message
            ? new GiveUpPage(tenant, message, form)
            : null;
}
