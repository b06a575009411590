using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Orders;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders.Moves;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Orders.Cancelling;

/// <summary>Gives back all or a part of a running order: chosen, checked, sent (CANCEL-1).</summary>
[Route("orders/{number:length(8)}/cancel")]
[OrderGuard]
public sealed class CancellationsController(Domain.Orders.Moves.Cancelling cancelling, CancellationInput input, TenantClock clock,
    CurrentSession session, IStringLocalizer<OrdersText> text) : OrderController(session)
{
    private const string EnterPage = "Lines";
    private const string CheckPage = "CheckCancellation";

    [HttpGet("")]
    public async Task<IActionResult> New([Guarded] OrderTarget target)
    {
        if (!IsOffered(target))
        {
            return NotNow(target);
        }

        var form = new CancellationForm();
        await input.FillAsync(form, target);
        input.Prefill(form);
        return View(EnterPage, form);
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] OrderTarget target, CancellationForm form)
    {
        ArgumentNullException.ThrowIfNull(form);

        // Where a colleague was faster and asked for the rest, the form comes again with what was typed.
        if (!Runs(target))
        {
            return NotNow(target);
        }

        await input.FillAsync(form, target);
        if (await input.HelpAsync(form, target.Reader))
        {
            ModelState.Clear();
            return View(EnterPage, form);
        }

        return await new FormSteps<CancellationRequest>(this, form)
        {
            Enter = EnterPage,
            Check = CheckPage,
            Read = fields => Task.FromResult(input.Read(form, fields)),
            Show = request =>
            {
                CancellationInput.Show(form, request);
                return Task.CompletedTask;
            },
            Save = request => SaveAsync(target, form, request),
        }.RunAsync(input.Reader());
    }

    private async Task<IActionResult> SaveAsync(OrderTarget target, CancellationForm form, CancellationRequest request)
    {
        switch (await cancelling.SendAsync(target.Reader, target.Order.Id, request, form.Seen))
        {
            case CancellationOutcome.Sent { Cancellation: var sent }:
                return new SeeOtherResult(OrderPaths.Show(sent.Named) + "?created=true");

            // A colleague was faster: the page says so, with what was typed.
            case CancellationOutcome.Obstructed { Order: var now, Obstacles: var obstacles }:
                CancellationInput.Fill(form, now);
                var fields = input.Reader();
                input.Tell(form, obstacles, fields);
                ModelState.Report(fields.Problems);
                return this.FormAgain(EnterPage, form, StatusCodes.Status409Conflict);
            case CancellationOutcome.Changed { Order: var now }:
                CancellationInput.Fill(form, now);
                CancellationInput.Show(form, request);
                form.IsChanged = true;
                return this.CheckAgain(CheckPage, form);
            default:
                throw new InvalidOperationException("A cancellation comes to one of these ends.");
        }
    }

    private bool Runs(OrderTarget target) =>
        OrderRules.Runs(target.Order.Kind, target.Order.Status, target.Order.Period, clock.Today)
        && target.Order.Lines.Any(line => line.Running.Runs > 0);

    private bool IsOffered(OrderTarget target) => Runs(target) && target.Order.Lines.Any(line => line.Running.Free > 0);

    private SeeOtherResult NotNow(OrderTarget target)
    {
        TempData.Warning(text[Runs(target) ? "AllHeld" : "NotRunning"]);
        return new SeeOtherResult(target.Path);
    }
}
