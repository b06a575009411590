using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Orders;
using Portal.Web.Domain.Orders.Moves;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Orders;

/// <summary>A result that is about to be set.</summary>
public sealed record StaffMovePage(StaffOrderTarget Target, OrderMove Move, StaffMoveForm Form);

/// <summary>Why a result is set, and of what: nobody decides about what has moved on meanwhile.</summary>
public sealed class StaffMoveForm : ReasonForm
{
    /// <summary>That of the application which the page showed.</summary>
    public int Version { get; set; }
}

/// <summary>
/// One application at the desk: read, accepted, refused, arranged, each with a reason (ORDER-5, ADMIN-5).
/// </summary>
[Authorize(Policy = Policies.Agent)]
[Route("orders/{site}/{number:length(8)}")]
[StaffOrderGuard]
public sealed class StaffOrderController(StaffReach reach, OrderMoves moves, IStringLocalizer<StaffOrderText> text) : Controller
{
    [HttpGet("")]
    public IActionResult Show([Guarded] StaffOrderTarget target) => View("Order", target);

    [HttpGet("accept")]
    public IActionResult AskAccept([Guarded] StaffOrderTarget target) => Ask(target, OrderMove.Accept);

    [HttpPost("accept")]
    public Task<IActionResult> Accept([Guarded] StaffOrderTarget target, StaffMoveForm form) => MoveAsync(target, OrderMove.Accept, form);

    [HttpGet("fail")]
    public IActionResult AskFail([Guarded] StaffOrderTarget target) => Ask(target, OrderMove.Fail);

    [HttpPost("fail")]
    public Task<IActionResult> Fail([Guarded] StaffOrderTarget target, StaffMoveForm form) => MoveAsync(target, OrderMove.Fail, form);

    [HttpGet("arrange")]
    public IActionResult AskArrange([Guarded] StaffOrderTarget target) => Ask(target, OrderMove.Arrange);

    [HttpPost("arrange")]
    public Task<IActionResult> Arrange([Guarded] StaffOrderTarget target, StaffMoveForm form) => MoveAsync(target, OrderMove.Arrange, form);

    private IActionResult Ask(StaffOrderTarget target, OrderMove move) => target.Moves.Contains(move)
        ? View("Move", new StaffMovePage(target, move, new StaffMoveForm { Version = target.Order.Version }))
        : NotNow(target);

    private async Task<IActionResult> MoveAsync(StaffOrderTarget target, OrderMove move, StaffMoveForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!target.Moves.Contains(move))
        {
            return Overtaken(target, move, form);
        }

        // Without room for a reason there is nothing to ask for, and the goods are arranged all the same.
        if (OrderMoves.Room(target.Order, move) == 0 && string.IsNullOrWhiteSpace(form.Reason))
        {
            ModelState.Remove(nameof(form.Reason));
        }

        if (!ModelState.IsValid)
        {
            return this.FormAgain("Move", new StaffMovePage(target, move, form));
        }

        var reason = form.StoredReason is { Length: > 0 } given ? given : null;
        var outcome = await reach.InsideAsync(target.Tenant, () => moves.MoveAsync(target.Order.Id, move, reason, form.Version));
        if (outcome is OrderOutcome.TooLong { Left: var left })
        {
            ModelState.AddModelError(nameof(form.Reason), left > 0 ? text["ReasonTooLong", left] : text["ReasonNoRoom"]);
            return this.FormAgain("Move", new StaffMovePage(target, move, form));
        }

        if (outcome is not OrderOutcome.Done)
        {
            return Overtaken(target, move, form);
        }

        TempData.Success(text["Done." + move, target.Order.Named]);
        return new SeeOtherResult(target.Path);
    }

    // What was typed stays on the page, which now stands for the application as it is.
    private ViewResult Overtaken(StaffOrderTarget target, OrderMove move, StaffMoveForm form)
    {
        ModelState.Remove(nameof(form.Version));
        form.Version = target.Order.Version;
        ModelState.AddModelError(nameof(form.Reason), text["NotNow"]);
        return this.FormAgain("Move", new StaffMovePage(target, move, form), StatusCodes.Status409Conflict);
    }

    private SeeOtherResult NotNow(StaffOrderTarget target)
    {
        TempData.Warning(text["NotNow"]);
        return new SeeOtherResult(target.Path);
    }
}
