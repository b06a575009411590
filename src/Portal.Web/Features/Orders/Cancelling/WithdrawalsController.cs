using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Orders;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders.Moves;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Orders.Cancelling;

/// <summary>Takes a cancellation back until it is accepted (CANCEL-2).</summary>
[Route("orders/{number:length(8)}/withdraw")]
[OrderGuard]
public sealed class WithdrawalsController(OrderMoves moves, CurrentSession session, IStringLocalizer<OrdersText> text)
    : OrderController(session)
{
    [HttpGet("")]
    public IActionResult New([Guarded] OrderTarget target) =>
        OrderRules.After(target.Order.Kind, target.Order.Status, OrderMove.Withdraw) is null ? NotNow(target) : View("Withdraw", target);

    [HttpPost("")]
    public async Task<IActionResult> Create([Guarded] OrderTarget target)
    {
        if (await moves.MoveAsync(target.Order.Id, OrderMove.Withdraw) is OrderOutcome.Refused)
        {
            return NotNow(target);
        }

        TempData.Success(text["Withdrawn", target.Order.Named]);
        return new SeeOtherResult(target.Path);
    }

    private SeeOtherResult NotNow(OrderTarget target)
    {
        TempData.Warning(text["NotWithdrawable"]);
        return new SeeOtherResult(target.Path);
    }
}
