using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Orders;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders;
using Portal.Web.Domain.Orders.Addresses;
using Portal.Web.Domain.Orders.Placing;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Orders.Placing;

/// <summary>A quote or an order: written, checked, sent once; its page is the receipt (ORDER-4).</summary>
[Route("orders/new")]
public sealed class PlacingController(OrderPlacing placing, OrderInput input, DeliveryTemplates templates, AccountLocks locks,
    CurrentSession session, IStringLocalizer<OrdersText> text) : OrderController(session)
{
    private const string EnterPage = "New";
    private const string CheckPage = "Check";

    [HttpGet("")]
    public async Task<IActionResult> New(string? quote, string? again)
    {
        ModelState.Remove(nameof(quote));
        ModelState.Remove(nameof(again));
        if (Reader is not { } reader)
        {
            return NotFound();
        }

        var form = new OrderForm { Quote = quote };
        if (!await input.FillAsync(form, reader))
        {
            return await NothingAsync(form, reader);
        }

        await input.PrefillAsync(form, reader, again);
        return View(EnterPage, form);
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Create(OrderForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (Reader is not { } reader)
        {
            return NotFound();
        }

        if (!await input.FillAsync(form, reader))
        {
            return await NothingAsync(form, reader);
        }

        if (await input.HelpAsync(form, reader))
        {
            ModelState.Clear();
            return View(EnterPage, form);
        }

        return await new FormSteps<OrderRequest>(this, form)
        {
            Enter = EnterPage,
            Check = CheckPage,
            Read = fields => input.ReadAsync(form, fields, reader),
            Show = request => input.ShowAsync(form, request, reader),
            Save = request => SaveAsync(form, request, reader),
        }.RunAsync(input.Reader());
    }

    private async Task<IActionResult> SaveAsync(OrderForm form, OrderRequest request, OrderReader reader)
    {
        if (form.SaveTemplate)
        {
            // The contract's lock comes before all others.
            await locks.ContractAsync(reader.ContractId);
        }

        switch (await placing.PlaceAsync(reader, request, form.Seen))
        {
            case PlacingOutcome.Placed { Order: var order }:
                if (form.SaveTemplate)
                {
                    await KeepTemplateAsync(form, request, reader);
                }

                return new SeeOtherResult(OrderPaths.Show(order.Named) + "?created=true");
            case PlacingOutcome.Changed:
                form.IsChanged = true;
                await input.ShowAsync(form, request, reader);
                return this.CheckAgain(CheckPage, form);
            case PlacingOutcome.WrongPeriod { Faults: var faults }:
                var fields = input.Reader();
                input.Tell(form, faults, fields);
                ModelState.Report(fields.Problems);
                return this.FormAgain(EnterPage, form, StatusCodes.Status409Conflict);
            default:
                return await NothingAsync(form, reader);
        }
    }

    // A colleague may have taken the last place since the check page: the order stands all the same.
    private async Task KeepTemplateAsync(OrderForm form, OrderRequest request, OrderReader reader)
    {
        switch (await templates.AddAsync(reader, form.TemplateName!, request.Address))
        {
            case TemplateOutcome.Full:
                TempData.Warning(text["TemplateNotKept.Full", OrderLimits.Templates]);
                break;
            case TemplateOutcome.NameTaken:
                TempData.Warning(text["TemplateNotKept.NameTaken", form.TemplateName!]);
                break;
        }
    }

    private async Task<IActionResult> NothingAsync(OrderForm form, OrderReader reader)
    {
        if (form.Quote is { Length: > 0 })
        {
            TempData.Warning(await input.WhyNotAsync(form, reader));
            return new SeeOtherResult(OrderPaths.Index);
        }

        TempData.Warning(text["NothingToOrder"]);
        return new SeeOtherResult(OrderPaths.Basket);
    }
}
