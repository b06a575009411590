using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders.Addresses;
using Portal.Web.Features.Orders.Addresses;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Orders.Templates;

/// <summary>The delivery templates of a login ID: listed, and added up to as many as there may be (ORDER-3).</summary>
[Route("delivery-templates")]
public sealed class TemplatesController(DeliveryTemplates templates, TemplateInput input, AddressInput addresses, CurrentSession session,
    IStringLocalizer<OrdersText> text) : OrderController(session)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => Reader is { } reader
        ? View("Templates", new TemplatesPage(await templates.Of(reader).AsNoTracking().ToListAsync()))
        : NotFound();

    [HttpGet("new")]
    public IActionResult New() => View("Edit", new TemplateForm());

    [HttpPost("new")]
    [KeepsDraft]
    public async Task<IActionResult> Create(TemplateForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (Reader is not { } reader)
        {
            return NotFound();
        }

        if (await addresses.HelpAsync(form, reader))
        {
            ModelState.Clear();
            return View("Edit", form);
        }

        if (input.Read(form, ModelState) is not { } read)
        {
            return this.FormAgain("Edit", form);
        }

        var outcome = await templates.AddAsync(reader, read.Name, read.Address);
        if (outcome is not TemplateOutcome.Done)
        {
            input.Tell(outcome, ModelState);
            return this.FormAgain("Edit", form);
        }

        TempData.Success(text["TemplateAdded", read.Name]);
        return new SeeOtherResult(OrderPaths.Templates);
    }
}
