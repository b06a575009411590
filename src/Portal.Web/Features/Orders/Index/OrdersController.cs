using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Export;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Orders.Index;

/// <summary>The application history of a login ID, on the screen and as a file (ORDER-6).</summary>
[Route("orders")]
public sealed class OrdersController(OrderQuery orders, OrderColumns columns, ListFiles files, AuditLog audit, CurrentSession session,
    IDisplayTime time, IStringLocalizer<OrdersText> text) : OrderController(session)
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] OrderFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ModelState.Clear();
        if (Reader is not { } reader)
        {
            return NotFound();
        }

        if (!IsUnderstood(filter))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Index", columns.Misunderstood(filter));
        }

        var counts = await orders.CountsAsync(reader, filter);
        var page = await orders.PageAsync(reader, filter, counts);
        return page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Index", columns.Frame(filter, counts, page));
    }

    [HttpPost("export")]
    [Download]
    public async Task<IActionResult> Export([FromForm] string? format, [FromQuery] OrderFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (Reader is not { } reader)
        {
            return NotFound();
        }

        if (!IsUnderstood(filter))
        {
            return BadRequest();
        }

        var file = await files.SpoolAsync(HttpContext, format, text["History"], columns.All, orders.All(reader, filter));
        audit.Record(ExportEvents.Exported, AuditSubject.Of(reader.User), "orders",
            new { rows = file.Rows, filter = filter.Query, format = ListFiles.Format(format) });
        return file;
    }

    private bool IsUnderstood(OrderFilter filter) => DayRange.Read(filter.From, filter.To, time.StartOfDay)
        .Check(ModelState, field => text["DateUnreal", text[field]], text["PeriodReversed"]);
}
