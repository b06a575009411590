using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders.Addresses;
using Portal.Web.Features.Orders.Addresses;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Orders.Templates;

/// <summary>One delivery template: changed, put in order, deleted (ORDER-3).</summary>
[Route("delivery-templates/{id:guid}")]
[TemplateGuard]
public sealed class TemplateController(DeliveryTemplates templates, TemplateInput input, AddressInput addresses, CurrentSession session,
    IStringLocalizer<OrdersText> text) : OrderController(session)
{
    [HttpGet("")]
    public IActionResult Edit([Guarded] TemplateTarget target)
    {
        var form = new TemplateForm { Row = target.Row, Name = target.Row.Name, Version = target.Row.Version };
        AddressInput.Show(form, target.Row.Address);
        return View("Edit", form);
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Update([Guarded] TemplateTarget target, TemplateForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        form.Row = target.Row;
        if (form.Pressed == FormStep.Back || await addresses.HelpAsync(form, target.Reader))
        {
            ModelState.Clear();
            return View("Edit", form);
        }

        if (input.Read(form, ModelState, target.Row.Address) is not { } read)
        {
            return this.FormAgain("Edit", form);
        }

        switch (await templates.ChangeAsync(target.Reader, target.Row.Id, form.Version, read.Name, read.Address))
        {
            case TemplateOutcome.Gone:
                return NotFound();
            case TemplateOutcome.Elsewhere { Row: var newer }:
                return this.Elsewhere(input.Compare(read, newer));
            case TemplateOutcome.NameTaken taken:
                input.Tell(taken, ModelState);
                return this.FormAgain("Edit", form);
            default:
                TempData.Success(text["TemplateSaved", read.Name]);
                return new SeeOtherResult(OrderPaths.Templates);
        }
    }

    [HttpPost("up")]
    public Task<IActionResult> MoveUp([Guarded] TemplateTarget target) => MoveAsync(target, up: true);

    [HttpPost("down")]
    public Task<IActionResult> MoveDown([Guarded] TemplateTarget target) => MoveAsync(target, up: false);

    [HttpGet("delete")]
    public IActionResult AskDelete([Guarded] TemplateTarget target) => View("Delete", target);

    [HttpPost("delete")]
    public async Task<IActionResult> Delete([Guarded] TemplateTarget target, [FromForm] int version)
    {
        switch (await templates.DeleteAsync(target.Reader, target.Row.Id, version))
        {
            case TemplateOutcome.Gone:
                return NotFound();
            case TemplateOutcome.Elsewhere { Row: var newer }:
                TempData.Warning(text["TemplateChangedMeanwhile", newer.ChangedBy ?? ""]);
                return new SeeOtherResult($"{OrderPaths.Templates}/{newer.Id}/delete");
            default:
                TempData.Success(text["TemplateDeleted", target.Row.Name]);
                return new SeeOtherResult(OrderPaths.Templates);
        }
    }

    private async Task<IActionResult> MoveAsync(TemplateTarget target, bool up)
    {
        switch (await templates.MoveAsync(target.Reader, target.Row.Id, up))
        {
            case TemplateOutcome.Gone:
                return NotFound();
            case TemplateOutcome.Done:
                TempData.Success(text["TemplateMoved", target.Row.Name]);
                break;
        }

        return new SeeOtherResult(OrderPaths.Templates);
    }
}
