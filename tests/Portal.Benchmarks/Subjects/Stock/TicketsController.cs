using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Portal.Benchmarks.Subjects.Stock;

public sealed record TicketList(IReadOnlyList<Ticket> Tickets, int Total, int Page, string? Search, TicketState? State, string? Sort)
{
    public const int Size = 20;

    public int Pages => (Total + Size - 1) / Size;
}

[Authorize]
public sealed class TicketsController : Controller
{
    [HttpGet("tickets")]
    public async Task<ViewResult> Index(string? search, TicketState? state, string? sort, int number = 1)
    {
        var db = HttpContext.RequestServices.GetRequiredService<StockContext>();
        var found = db.Tickets.AsNoTracking().Include(ticket => ticket.Owner).AsQueryable();
        if (!string.IsNullOrWhiteSpace(search))
        {
            found = found.Where(ticket => ticket.Subject.Contains(search));
        }

        if (state is { } wanted)
        {
            found = found.Where(ticket => ticket.State == wanted);
        }

        var total = await found.CountAsync();
        var sorted = sort switch
        {
            "updated" => found.OrderBy(ticket => ticket.UpdatedAt),
            "-updated" => found.OrderByDescending(ticket => ticket.UpdatedAt),
            _ => found.OrderBy(ticket => ticket.Number),
        };
        var tickets = await sorted.Skip((number - 1) * TicketList.Size).Take(TicketList.Size).ToListAsync();
        return View("~/Subjects/Stock/Views/Tickets.cshtml", new TicketList(tickets, total, number, search, state, sort));
    }
}
